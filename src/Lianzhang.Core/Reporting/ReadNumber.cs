using System.Globalization;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Reporting;

/// <summary>Reads a number as people type it.</summary>
public static class ReadNumber
{
    /// <summary>Null when it was read, else what is wrong with it.</summary>
    public static Text? Read(string text, Unit unit, out decimal amount)
    {
        var plain = HalfWidth.Of(text).Trim().Replace(",", string.Empty, StringComparison.Ordinal);
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount)
            ? null
            : ($"“{text}”不是数字（单位：{unit}）", $"'{text}' is not a number of {unit}");
    }
}
