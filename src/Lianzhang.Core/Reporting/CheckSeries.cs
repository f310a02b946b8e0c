using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Reporting;

/// <summary>Holds each number of a report against what the unit reported before: a year to date does not fall, and nothing is far from what is usual.</summary>
internal static class CheckSeries
{
    public const string Falls = "year-to-date-falls";
    public const string Unusual = "unusual";
    public const string UnitSlip = "unit-slip";

    // Two years of months; of quarters the last two years as well.
    private const int MonthsBack = 24;

    public static IEnumerable<Finding> Of(CheckedReport report, ReportedFacts facts)
    {
        foreach (var cell in report.Sheet.Cells.Where(cell => cell.Item is { Kind: not ItemKind.Rate }))
        {
            if (ReadCell.Of(cell, report.Content.Find(cell.Key)) is not { State: FactState.Value or FactState.Zero } answer)
                continue;
            if (Fallen(report, facts, cell, answer.Amount) is { } fallen)
                yield return fallen;
            else if (Judged(report, facts, cell) is { } judged)
                yield return judged;
        }
    }

    private static Finding? Fallen(CheckedReport report, ReportedFacts facts, FormCell cell, decimal amount)
    {
        if (cell.Column.Asks != AskedPeriod.YearToDate || cell.Item!.Kind != ItemKind.Flow || report.Period.FirstMonth == 1)
            return null;
        var before = Period.ToDate(report.Period.Year, report.Period.FirstMonth - 1);
        if (facts.Amount(cell.Item, before) is not { } earlier || amount >= earlier)
            return null;
        var unit = cell.Item.Unit;
        return new Finding(Falls, CheckWeight.Soft, [cell.Key], (
            $"{cell.Name.Zh}：本期累计 {new Quantity(amount, unit)}，比{before.In(Language.Chinese)}的 {new Quantity(earlier, unit)}还少。请核对，属实的请说明",
            $"{cell.Name.En}: {new Quantity(amount, unit)} to date is less than {new Quantity(earlier, unit)} of {before}. Check it, and explain it if it is so"));
    }

    // Of a year to date its last months are judged: the whole grows with the year.
    private static Finding? Judged(CheckedReport report, ReportedFacts facts, FormCell cell)
    {
        var item = cell.Item!;
        if (facts.Amount(item, report.Period) is not { } amount)
            return null;
        var earlier = Enumerable.Range(1, MonthsBack / report.Period.Months).Select(back => facts.Amount(item, report.Period.Shift(-back))).OfType<decimal>().ToList();
        var found = JudgeHistory.Of(new Quantity(amount, item.Unit), (report.Period.In(Language.Chinese), report.Period.In(Language.English)), new EarlierReports(earlier, facts.Amount(item, report.Period.SamePeriodLastYear())));
        return found is null ? null : new Finding(
            found.Kind == HistoryFindingKind.UnitSlip ? UnitSlip : Unusual,
            CheckWeight.Soft,
            [cell.Key],
            ($"{cell.Name.Zh}：{found.Text.Zh}", $"{cell.Name.En}: {found.Text.En}"),
            found.Kind == HistoryFindingKind.UnitSlip ? JudgeHistory.HighestScore : found.Score);
    }
}
