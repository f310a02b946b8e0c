using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Exploring;

/// <summary>What one must know to read a table.</summary>
internal static class PivotNotes
{
    public static IReadOnlyList<Text> Of(Programme programme, PivotQuery query, PivotMembers rows, PivotMembers columns, IReadOnlyList<PivotCell> cells)
    {
        var notes = new List<Text>();
        foreach (var axis in new[] { rows, columns }.Where(axis => axis.Of is not (PivotQuery.OfMeasures or PivotQuery.OfPeriods) && !PivotAxes.MakesUpWhole(axis.Of)))
            notes.Add(($"一家企业可同时有多个“{axis.Name.Zh}”，不列合计。", $"A unit may have several values of {axis.Name.In(Language.English)}, so that there is no total."));
        var compares = query.Show is PivotShow.YearGrowth or PivotShow.PriorGrowth or PivotShow.YearChange;
        if (query.OnlyReported && compares && query.Measures.Any(measure => measure.Source == PivotSource.Item))
            notes.Add(("按可比口径计算：只计两期都已填报的单位。", "Like is compared with like: of units that reported for both periods."));
        else if (query.OnlyReported && cells.Any(cell => cell.Gaps > 0))
            notes.Add(("只汇总已报单位，未报的不按零计。", "Sums of what was reported alone; what is owed does not count as zero."));
        else if (cells.Any(cell => cell.State == PivotState.Missing))
            notes.Add(("有单位未报齐的，合计为缺报，不以部分数代替。", "Where units owe their report the sum is missing; a part does not stand for the whole."));
        if (cells.Any(cell => cell.State == PivotState.Withheld))
            notes.Add(($"不足 {PivotCells.FewestEnterprises} 家企业的汇总数不单独列示。", $"Sums over fewer than {PivotCells.FewestEnterprises} enterprises are not shown."));
        if (query.Show == PivotShow.Rank)
            notes.Add(query.Measures.Any(measure => PivotNames.LowerIsBetter(programme, measure))
                ? ("位次按指标方向排，越低越好的由低到高；数值相同的位次相同。", "Ranks follow the direction of the indicator, the lowest first where less is better; equal values share a rank.")
                : ("位次由高到低排；数值相同的位次相同。", "The highest ranks first; equal values share a rank."));
        if (query.Order is { } key && columns.Lines.All(line => line.Line.Key != key))
            notes.Add(($"没有排序所用的列 {key}，按原有顺序列出。", $"There is no column {key} to order by."));
        return notes;
    }
}
