using System.Globalization;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Registers;

/// <summary>Reads a sheet of what units reported: a value in each row.</summary>
internal sealed class UnitFactSheet(Programme programme, SourceFile file)
{
    public const int MostRows = 200_000;

    public static readonly Text Unit = ("单位代码", "unit code");
    public static readonly Text Item = ("数据项", "item");
    public static readonly Text Period = ("时期", "period");
    public static readonly Text Value = ("数值", "value");
    public static readonly Text Measure = ("计量单位", "unit");
    public static readonly Text State = ("状态", "state");
    public static readonly Text Reason = ("说明", "reason");

    private static readonly SheetShape Shape = new([Unit, Item, Period, Value, Measure, State, Reason], [Unit, Item, Period, Value], MostRows);
    private static readonly Text MissingWord = ("缺报", "missing");
    private static readonly Text NotApplicableWord = ("不适用", "not applicable");

    private readonly Dictionary<string, Item> items = programme.Items.SelectMany(item => new[] { item.Code, item.Name.Zh }.Distinct(), (item, name) => (item, name))
        .DistinctBy(pair => pair.name).ToDictionary(pair => pair.name, pair => pair.item, StringComparer.Ordinal);

    public Outcome<IReadOnlyList<SheetRow>> Rows() => ReadSheet.Read(file, Shape);

    public static string UnitOf(SheetRow row) => row.Fields[0];

    /// <summary>The reports that the rows make, in the order in which units and periods first stand in the file; what is wrong goes to the faults.</summary>
    public IReadOnlyList<UnitReport> Reports(IReadOnlyList<SheetRow> rows, IReadOnlySet<string> known, List<Fault> faults)
    {
        var reports = new Dictionary<(string Unit, Period Period), Dictionary<string, (ReportedValue Value, int Line)>>();
        foreach (var row in rows)
        {
            if (Read(row, known, out var period, out var value) is { } fault)
                faults.Add(Fault(row, fault));
            else if (!Of(reports, (UnitOf(row), period)).TryAdd(value.Item, (value, row.Line)))
                faults.Add(Fault(row, ("同一单位、时期的同一数据项在本文件中重复", "the same item of the same unit and period stands in this file before")));
        }

        return [.. reports.Select(report => new UnitReport(report.Key.Unit, report.Key.Period, [.. report.Value.Values.Select(value => value.Value)]))];
    }

    private static Dictionary<string, (ReportedValue, int)> Of(Dictionary<(string, Period), Dictionary<string, (ReportedValue, int)>> reports, (string, Period) key) =>
        reports.TryGetValue(key, out var there) ? there : reports[key] = [];

    private Text? Read(SheetRow row, IReadOnlySet<string> known, out Period period, out ReportedValue value)
    {
        value = default;
        if (!Core.Values.Period.TryParse(row.Fields[2], out period))
            return ($"无法识别时期“{row.Fields[2]}”（如 2026-05、2026-Q1、2026）", $"'{row.Fields[2]}' is not a period such as 2026-05, 2026-Q1 or 2026");
        if (!known.Contains(UnitOf(row)))
            return ($"没有单位 {UnitOf(row)}，或不在您的权限范围内", $"there is no unit {UnitOf(row)}, or it is not within your rights");
        return items.TryGetValue(row.Fields[1], out var item)
            ? Answer(row, item, out value)
            : ($"方案中没有数据项“{row.Fields[1]}”", $"the programme has no item '{row.Fields[1]}'");
    }

    private static Text? Answer(SheetRow row, Item item, out ReportedValue value)
    {
        var (amount, state, reason) = (row.Fields[3], row.Fields[5], row.Fields[6]);
        value = Is(state, NotApplicableWord) ? ReportedValue.NotApplicable(item.Code) : ReportedValue.Missing(item.Code, reason);
        return (amount, state) switch
        {
            ("", "") => ("缺少数值；确无数据的，请在“状态”栏填“缺报”并说明原因，或填“不适用”", "the value is empty; where there is none, write missing with a reason, or not applicable, in the column state"),
            ("", _) when Is(state, NotApplicableWord) => null,
            ("", _) when Is(state, MissingWord) => reason.Length > 0 ? null : ("缺报须在“说明”栏写明原因", "a missing value needs its reason"),
            (_, "") => Number(row, item, out value),
            ("", _) => ($"无法识别状态“{state}”（应为空、缺报或不适用）", $"'{state}' is not a state: leave it empty, or write missing or not applicable"),
            _ => ("有数值的，“状态”栏应为空", "where there is a value the state is empty"),
        };
    }

    private static Text? Number(SheetRow row, Item item, out ReportedValue value)
    {
        value = default;
        var (text, symbol) = (row.Fields[3].Replace(",", string.Empty, StringComparison.Ordinal), row.Fields[4]);
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return ($"数值“{row.Fields[3]}”不是数字", $"value '{row.Fields[3]}' is not a number");
        var unit = item.Unit;
        if (symbol.Length > 0 && (!Core.Values.Unit.TryParse(symbol, out unit) || unit.Dimension != item.Unit.Dimension))
            return ($"计量单位“{symbol}”与数据项的单位 {item.Unit} 不可换算", $"unit '{symbol}' does not fit the item's {item.Unit}");
        value = ReportedValue.Of(item.Code, new Quantity(number, unit).To(item.Unit).Amount);
        return Conventions.CanStore(value.Amount) ? null : ($"换算为{item.Unit}后最多保留 {Conventions.Decimals} 位小数，且不能过大", $"in {item.Unit} a value has at most {Conventions.Decimals} decimals and must not be too large");
    }

    private static bool Is(string typed, Text word) => typed == word.Zh || string.Equals(typed, word.En, StringComparison.OrdinalIgnoreCase);

    private Fault Fault(SheetRow row, Text what) => new(new Location(file.Path, row.Line), what);
}
