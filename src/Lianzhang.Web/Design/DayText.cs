using System.Globalization;
using Lianzhang.Core.Values;

namespace Lianzhang.Web.Design;

/// <summary>Days as people write them.</summary>
public static class DayText
{
    public static string Of(DateOnly day, Language language) =>
        day.ToString(language == Language.English ? "d MMMM yyyy" : "yyyy年M月d日", CultureInfo.InvariantCulture);
}
