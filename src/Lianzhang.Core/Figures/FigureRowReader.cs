using System.Globalization;
using System.Text.RegularExpressions;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Figures;

/// <summary>Reads rows one by one into figures, and sets aside those that map to nothing.</summary>
internal sealed partial class FigureRowReader(FigureColumns columns, Programme? programme)
{
    private static readonly Dictionary<string, FigureFlag> Flags = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = FigureFlag.Final,
        ["final"] = FigureFlag.Final,
        ["最终"] = FigureFlag.Final,
        ["provisional"] = FigureFlag.Provisional,
        ["初步"] = FigureFlag.Provisional,
        ["快报"] = FigureFlag.Provisional,
        ["expected"] = FigureFlag.Expected,
        ["预计"] = FigureFlag.Expected,
    };

    private readonly FigureNames names = new(programme);

    public List<PublishedFigure> Figures { get; } = [];

    public List<UnmappedRow> Unmapped { get; } = [];

    /// <summary>Keeps the row, or says what is wrong with it.</summary>
    public Fault? Read(string[] row, Location at)
    {
        if (row.Length != columns.Count)
            return new Fault(at, ($"本行有 {row.Length} 列，表头有 {columns.Count} 列", $"the row has {row.Length} fields and the header {columns.Count}"));

        var name = columns.Read(row, FigureColumns.Item);
        if (name.Length == 0)
            return new Fault(at, ("缺少指标名称", "the item is empty"));
        var valueText = columns.Read(row, FigureColumns.Value);
        var unitText = columns.Read(row, FigureColumns.Unit);
        if (Number(valueText, unitText) is not { } value)
            return new Fault(at, ($"数值 '{valueText}' 不是数字", $"value '{valueText}' is not a number"));
        var periodText = PeriodOf(row, out var period);
        if (period is null)
            return new Fault(at, ($"无法识别时期 '{periodText}'（如 2024、2024-Q1、2024年1-3月）", $"'{periodText}' is not a period (such as 2024, 2024-Q1 or 2024-03)"));
        var flagText = columns.Read(row, FigureColumns.Flag);
        if (!Flags.TryGetValue(flagText, out var flag))
            return new Fault(at, ($"无法识别标记 '{flagText}'（应为 provisional、expected 或空）", $"flag '{flagText}' is not provisional, expected or empty"));
        var dateText = columns.Read(row, FigureColumns.Published);
        if (!TryDate(dateText, out var published))
            return new Fault(at, ($"无法识别公布日期 '{dateText}'（如 2024-05-30）", $"published date '{dateText}' is not a date such as 2024-05-30"));

        var place = columns.Read(row, FigureColumns.PlaceCode) is { Length: > 0 } code ? code : columns.Read(row, FigureColumns.Place);
        if (Why(name, place, unitText, out var item, out var placeCode, out var unit) is { } reason)
        {
            Unmapped.Add(new UnmappedRow(at, name, columns.Read(row, FigureColumns.Place) is { Length: > 0 } shown ? shown : place, periodText, valueText, unitText, reason));
            return null;
        }

        Figures.Add(new PublishedFigure(
            item!.Code,
            placeCode!,
            period.Value,
            new Quantity(value, unit!),
            columns.Read(row, FigureColumns.Qualifier),
            flag,
            published,
            new FigureSource(columns.Read(row, FigureColumns.Source), columns.Read(row, FigureColumns.Url) is { Length: > 0 } url ? url : null),
            at));
        return null;
    }

    private Text? Why(string name, string place, string unitText, out Item? item, out string? placeCode, out Unit? unit)
    {
        unit = null;
        item = names.Item(name);
        placeCode = names.Place(place);
        if (item is null)
            return ("方案中没有此指标", "no item of the programme is published under this name");
        if (placeCode is null)
            return ("方案中没有此地区或园区", "no region or place of the programme has this name");
        if (!Unit.TryParse(unitText, out unit))
            return ($"未知的计量单位 {unitText}", $"unknown unit {unitText}");
        return unit.Dimension == item.Unit.Dimension
            ? null
            : ($"单位 {unit} 与数据项的单位 {item.Unit} 不可换算", $"unit {unit} does not fit the item's {item.Unit}");
    }

    private string PeriodOf(string[] row, out Period? period)
    {
        var iso = columns.Read(row, FigureColumns.Period);
        var published = columns.Read(row, FigureColumns.PeriodAsPublished);
        period = Period.TryParse(iso, out var found) || Period.TryParse(published, out found) ? found : null;
        return iso.Length > 0 ? iso : published;
    }

    private static decimal? Number(string text, string unit)
    {
        var plain = HalfWidth.Of(text);
        // 12.5% in a row whose unit is % says the unit twice; with another unit it says something that is not known.
        if (plain.EndsWith('%') && HalfWidth.Of(unit) == "%")
            plain = plain[..^1];
        if (Thousands().IsMatch(plain))
            plain = plain.Replace(",", string.Empty, StringComparison.Ordinal);
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static bool TryDate(string text, out DateOnly? date)
    {
        date = DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy年M月d日"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null;
        return date is not null || text.Length == 0;
    }

    [GeneratedRegex(@"^-?\d{1,3}(,\d{3})+(\.\d+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Thousands();
}
