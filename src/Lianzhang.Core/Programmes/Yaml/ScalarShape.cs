using System.Globalization;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes.Yaml;

/// <summary>A single value: how it is read, what it is called in messages, and its JSON Schema.</summary>
internal sealed record ScalarShape(Text What, string JsonType, string? Pattern, Func<string, object?> Read) : Shape
{
    public static IReadOnlyDictionary<Type, ScalarShape> All { get; } = new Dictionary<Type, ScalarShape>
    {
        [typeof(string)] = new(("文字", "text"), "string", null, text => text.Length > 0 ? text : null),
        [typeof(Text)] = new(("文字", "text"), "string", null, text => text.Length > 0 ? new Text(text) : null),
        [typeof(int)] = new(("整数", "a whole number"), "integer", null, Whole),
        [typeof(decimal)] = new(("数字", "a number"), "number", null, Number),
        [typeof(double)] = new(("数字（可写作 1/3）", "a number, which may be written 1/3"), "number", null, Fraction),
        [typeof(bool)] = new(("true 或 false", "true or false"), "boolean", null, text => text switch { "true" => true, "false" => false, _ => null }),
        [typeof(DateOnly)] = new(("日期（如 2025-12-31）", "a date such as 2025-12-31"), "string", @"^\d{4}-\d{2}-\d{2}$", Date),
        [typeof(Period)] = new(("时期（如 2024、2024-Q1、2024年1-3月）", "a period such as 2024, 2024-Q1 or 2024-03"), "string", null, text => Period.TryParse(text, out var period) ? period : null),
        [typeof(Unit)] = new(("计量单位（如 亿元、万千瓦、家、%）", "a unit such as 亿元, 万千瓦, 家 or %"), "string", null, text => Unit.TryParse(text, out var unit) ? unit : null),
    };

    private static object? Whole(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static object? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static object? Fraction(string text) => text.Split('/') switch
    {
        [var whole] => Double(whole),
        [var above, var below] when Double(above) is { } numerator && Double(below) is { } denominator && denominator != 0 => numerator / denominator,
        _ => null,
    };

    private static double? Double(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static object? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
