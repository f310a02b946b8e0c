using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Exploring;

/// <summary>Fills the cells between rows and columns, and says what must be known to read them.</summary>
internal sealed class PivotTable(Programme programme, FactTable facts, PivotQuery query, string region, IReadOnlyList<Period> periods, PivotMembers rows, PivotMembers columns)
{
    private readonly PivotCells cells = new(programme, facts, query.OnlyReported);

    private PivotShown Shown => field ??= new PivotShown(programme, cells, query.Show);

    public Pivot Build()
    {
        var raw = rows.Lines.Select(row => columns.Lines.Select(column => Of(row, column)).ToList()).ToList();
        // What nobody belongs to is no line.
        var shownRows = Enumerable.Range(0, rows.Lines.Count).Where(row => IsShown(rows.Lines[row], raw[row], query.Show != PivotShow.Rank)).ToList();
        var shownColumns = Enumerable.Range(0, columns.Lines.Count).Where(column => IsShown(columns.Lines[column], [.. raw.Select(row => row[column])], true)).ToList();
        var table = Whole(raw);
        var order = InOrder(shownRows, table);
        var shown = order.Select(row => (IReadOnlyList<PivotCell>)[.. shownColumns.Select(column => Shown.Shown(table[row][column], MeasureOf(row, column)))]).ToList();
        return new Pivot(
            Axis(rows, order),
            Axis(columns, shownColumns),
            shown,
            [.. query.Measures.Select(measure => new PivotMeasureName(measure.ToString(), PivotNames.Of(programme, measure), Shown.UnitOf(measure)))],
            query.Show,
            Units() is [var only] ? only : null,
            programme.PlaceName(region),
            periods,
            Filters(),
            PivotNotes.Of(programme, query, rows, columns, [.. shown.SelectMany(row => row)]),
            [.. cells.Sources],
            UsesUnits,
            UsesUnits && facts.IsGenerated);
    }

    private bool UsesUnits => cells.UsesUnits || query.Measures.Any(measure => measure.Source == PivotSource.Item);

    private PivotPoint Base => new(query.Measures[0], region, periods[^1], Where());

    private Filter? Where()
    {
        var at = new PivotPoint(default, region, default, null);
        foreach (var group in query.Filters.GroupBy(filter => filter.Attribute))
            at = at.And(group.Key, FilterOperator.In, [.. group.Select(filter => filter.Code)]);
        return (query.Industry is { } industry ? at.And(PivotQuery.OfIndustries, FilterOperator.In, [industry]) : at).Where;
    }

    private PivotRaw Of(PivotMember row, PivotMember column)
    {
        // What is measured decides whether a line can be told at all.
        var (first, second) = query.Columns == PivotQuery.OfMeasures ? (column, row) : (row, column);
        return first.Of(Base) is { } half && second.Of(half) is { } point ? Shown.Of(point) : new PivotRaw(PivotState.None, Reason: ("不按此分列", "not known by this"));
    }

    private List<IReadOnlyList<PivotRaw>> Whole(List<List<PivotRaw>> raw)
    {
        if (query.Show is not (PivotShow.Share or PivotShow.Rank))
            return [.. raw];
        var done = columns.Lines.Select((column, at) =>
        {
            var cellsOf = raw.Select(row => row[at]).ToList();
            return query.Show == PivotShow.Share
                ? PivotShown.Shares(cellsOf, Of(new PivotMember(new PivotLine(string.Empty, default), point => point), column))
                : PivotShown.Ranks(cellsOf, [.. rows.Lines.Select(row => row.IsMember)], PivotNames.LowerIsBetter(programme, MeasureOf(0, at)));
        }).ToList();
        return [.. raw.Select((_, row) => (IReadOnlyList<PivotRaw>)[.. done.Select(column => column[row])])];
    }

    private PivotMeasure MeasureOf(int row, int column) =>
        query.Rows == PivotQuery.OfMeasures ? query.Measures[row] : query.Columns == PivotQuery.OfMeasures ? query.Measures[column] : query.Measures[0];

    private static bool IsShown(PivotMember line, List<PivotRaw> cells, bool withWhole) => line.Line.Kind switch
    {
        PivotLineKind.Rest => cells.Exists(cell => cell.State != PivotState.None),
        PivotLineKind.Whole => withWhole,
        _ => true,
    };

    // The rest and the whole stay below.
    private List<int> InOrder(List<int> shown, List<IReadOnlyList<PivotRaw>> table)
    {
        var column = query.Order is { } key ? columns.Lines.ToList().FindIndex(line => line.Line.Key == key) : -1;
        if (column < 0)
            return shown;
        // A place of one is more than a place of two.
        var ascending = query.Ascending != (query.Show == PivotShow.Rank);
        var members = shown.Where(row => rows.Lines[row].IsMember).OrderBy(row => table[row][column].HasValue ? 0 : 1);
        return [.. ascending ? members.ThenBy(row => table[row][column].Amount) : members.ThenByDescending(row => table[row][column].Amount), .. shown.Where(row => !rows.Lines[row].IsMember)];
    }

    private IReadOnlyList<Unit> Units() => [.. query.Measures.Select(Shown.UnitOf).Distinct()];

    private PivotAxis Axis(PivotMembers axis, List<int> shown) => new(axis.Of, axis.Name, [.. shown.Select(at => axis.Of == PivotQuery.OfMeasures ? axis.Lines[at].Line with { Unit = Shown.UnitOf(query.Measures[at]) } : axis.Lines[at].Line)]);

    private IReadOnlyList<Text> Filters() =>
    [
        .. query.Industry is { } industry ? [programme.NameOfCode(industry)] : Array.Empty<Text>(),
        .. query.Filters.Select(filter => (Text)(
            $"{programme.NameOfCode(filter.Attribute).Zh}：{programme.NameOfCode(filter.Code).Zh}",
            $"{programme.NameOfCode(filter.Attribute).In(Language.English)}: {programme.NameOfCode(filter.Code).In(Language.English)}")),
    ];
}
