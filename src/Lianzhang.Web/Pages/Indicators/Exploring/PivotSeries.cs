using Lianzhang.Core.Exploring;
using Lianzhang.Core.Values;
using Lianzhang.Web.Design;

namespace Lianzhang.Web.Pages.Indicators.Exploring;

/// <summary>What a chart of a table draws.</summary>
/// <param name="Categories">The names along the axis.</param>
/// <param name="Series">What is drawn for each of them.</param>
/// <param name="IsOverTime">Whether the axis is time, so that lines are drawn instead of bars.</param>
/// <param name="Unit">The unit of all amounts.</param>
/// <param name="Left">How many lines of the table the chart leaves out.</param>
public sealed record PivotSeries(IReadOnlyList<string> Categories, IReadOnlyList<YearSeries> Series, bool IsOverTime, string Unit, int Left)
{
    public const int Most = 6;

    /// <summary>Periods lie along the axis where the table has them, else the rows; null where there is nothing to draw.</summary>
    public static PivotSeries? Of(Pivot pivot, Language language)
    {
        if (pivot.Show == PivotShow.Rank)
            return null;
        var isExchanged = pivot.Columns.Of == PivotQuery.OfPeriods;
        var (along, across) = isExchanged ? (pivot.Columns, pivot.Rows) : (pivot.Rows, pivot.Columns);
        // Whatever is the sum of the others would dwarf them.
        var places = Shown(along);
        var lines = Shown(across);
        // One axis of amounts has one unit.
        var unit = pivot.Unit ?? UnitOf(pivot, along, places) ?? UnitOf(pivot, across, lines) ?? pivot.Measures[0].Unit;
        lines = [.. lines.Where(line => across.Lines[line].Unit is null || across.Lines[line].Unit == unit)];
        places = [.. places.Where(place => along.Lines[place].Unit is null || along.Lines[place].Unit == unit)];
        var series = lines.Select(line => new YearSeries(across.Lines[line].Name.In(language), [.. places.Select(place => isExchanged ? pivot.Cells[line][place].Amount : pivot.Cells[place][line].Amount)])).ToList();
        var drawn = series.Where(one => one.Amounts.Any(amount => amount is not null)).OrderByDescending(one => one.Amounts.LastOrDefault(amount => amount is not null)).Take(Most).ToList();
        return drawn.Count == 0 ? null : new PivotSeries([.. places.Select(place => along.Lines[place].Name.In(language))], [.. series.Where(drawn.Contains)], along.Of == PivotQuery.OfPeriods, unit.Symbol, series.Count - drawn.Count);
    }

    private static List<int> Shown(PivotAxis axis) => [.. Enumerable.Range(0, axis.Lines.Count).Where(line => axis.Lines[line].Kind != PivotLineKind.Whole || axis.Lines.Count == 1)];

    private static Unit? UnitOf(Pivot pivot, PivotAxis axis, List<int> lines) => axis.Of == PivotQuery.OfMeasures && lines.Count > 0 ? axis.Lines[lines[0]].Unit ?? pivot.Measures[0].Unit : null;
}
