using System.Globalization;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Boards;

/// <summary>The words for when a target is to be reached.</summary>
public static class TargetYear
{
    public static Text Of(int? year, bool everyYear) => year is { } some
        ? new Text(some.ToString(CultureInfo.InvariantCulture))
        : everyYear ? ("每年", "yearly") : ("长期", "lasting");
}
