using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Exploring;

/// <summary>Makes the table of a query, or says why not.</summary>
public static class ComputePivot
{
    // Each cell of a sum may go through all units of its region.
    private const long MostVisits = 5_000_000;

    /// <param name="programme">What codes mean.</param>
    /// <param name="facts">Published figures and what units reported.</param>
    /// <param name="asOf">The day up to which periods are sought where the query names none.</param>
    /// <param name="query">What is wanted.</param>
    public static Outcome<Pivot> Of(Programme programme, FactTable facts, DateOnly asOf, PivotQuery query)
    {
        if (CheckPivot.Check(programme, query) is { Count: > 0 } faults)
            return Outcome<Pivot>.Failed(faults);
        var region = query.Region ?? programme.Head.Region;
        var periods = PivotPeriods.Of(query, programme, facts, region, asOf);
        if (periods.Count == 0)
            return Outcome<Pivot>.Failed(CheckPivot.NoPeriod);
        var axes = new PivotAxes(programme, facts, query, region, periods);
        var (rows, columns) = (axes.Of(query.Rows), axes.Of(query.Columns));
        var cells = rows.Lines.Count * columns.Lines.Count;
        if (cells > CheckPivot.MostCells)
            return Outcome<Pivot>.Failed(CheckPivot.TooMany(cells));
        var units = query.Measures.Any(measure => measure.Source == PivotSource.Item) ? facts.Units(region, programme.Catalogue.Attributes[PivotQuery.OfRegions].Values, periods[^1]).Count : 0;
        if ((long)cells * units > MostVisits)
            return Outcome<Pivot>.Failed(CheckPivot.TooMuch(units));
        return Outcome<Pivot>.Of(new PivotTable(programme, facts, query, region, periods, rows, columns).Build());
    }
}
