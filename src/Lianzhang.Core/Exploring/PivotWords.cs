using Lianzhang.Core.Values;

namespace Lianzhang.Core.Exploring;

/// <summary>What is said around a table and in cells without an amount.</summary>
public static class PivotWords
{
    /// <summary>What stands in a cell in place of an amount; null where there is one.</summary>
    public static Text? Of(PivotCell cell) => cell.State switch
    {
        PivotState.Value => null,
        PivotState.Missing => cell.Gaps > 0 ? ($"缺报 {cell.Gaps} 家", $"{cell.Gaps} missing") : ("缺报", "missing"),
        PivotState.NotApplicable => ("不适用", "not applicable"),
        PivotState.Withheld => ("不列示", "withheld"),
        _ => ("—", "—"),
    };

    /// <summary>The name of a line, with its unit where it has its own.</summary>
    public static Text Heading(PivotLine line) => line.Unit is { Symbol.Length: > 0 } unit ? ($"{line.Name.Zh}（{unit}）", $"{line.Name.In(Language.English)} ({unit})") : line.Name;

    /// <summary>What a table is of: region, measures, what is shown, unit, periods, filters.</summary>
    public static Text Title(Pivot pivot) => (Title(pivot, Language.Chinese), Title(pivot, Language.English));

    /// <summary>Where its amounts come from.</summary>
    public static Text Source(Pivot pivot)
    {
        var parts = pivot.Sources.Select(source => new Text(source)).ToList();
        if (pivot.UsesUnits)
            parts.Add(pivot.IsGenerated ? ("单位填报汇总（生成数据）", "reports of units (generated data)") : ("单位填报汇总", "reports of units"));
        return parts.Count == 0 ? ("来源：无数据", "Source: none") : (Text.Join(parts) is { } joined ? ($"来源：{joined.Zh}", $"Source: {joined.En}") : default);
    }

    private static string Title(Pivot pivot, Language language)
    {
        var isChinese = language == Language.Chinese;
        var comma = isChinese ? "，" : ", ";
        var what = string.Join(isChinese ? "、" : ", ", pivot.Measures.Select(measure => measure.Name.In(language)));
        var shown = pivot.Show == PivotShow.Value ? string.Empty : $"{(isChinese ? string.Empty : ", ")}{PivotNames.Of(pivot.Show).In(language)}";
        var unit = pivot.Unit is { Symbol.Length: > 0 } only ? isChinese ? $"（{only}）" : $" ({only})" : string.Empty;
        var periods = pivot.Periods is [var single] ? single.In(language) : $"{pivot.Periods[0].In(language)}{(isChinese ? "至" : " to ")}{pivot.Periods[^1].In(language)}";
        return string.Join(comma, [pivot.Region.In(language), $"{what}{shown}{unit}", periods, .. pivot.Filters.Select(filter => filter.In(language))]);
    }
}
