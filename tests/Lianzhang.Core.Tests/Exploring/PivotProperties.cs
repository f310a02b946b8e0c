using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianzhang.Core.Exploring;

namespace Lianzhang.Core.Tests.Exploring;

public sealed class PivotProperties
{
    private const string Revenue = "m=item.firm_revenue&by=month&from=2025-01&to=2025-02";
    private static readonly string[] Axes = ["region", "industry", "period", "measure", "cluster"];

    [Property(MaxTest = 200)]
    public Property Rows_and_columns_of_an_item_add_up_to_the_whole() => Prop.ForAll(
        (from ground in PivotGenerator.Grounds(owing: false) from isTransposed in Gen.Elements(true, false) select (ground, isTransposed)).ToArbitrary(),
        sample =>
        {
            var (rows, columns) = sample.isTransposed ? ("industry", "region") : ("region", "industry");
            var pivot = sample.ground.Table($"{Revenue}&rows={rows}&cols={columns}");
            return (AddsUp(pivot) && AddsUp(Exchanged(pivot))).Label(PivotGround.Text(pivot));
        });

    [Property(MaxTest = 200)]
    public Property Exchanging_rows_and_columns_exchanges_the_result() => Prop.ForAll(
        (from ground in PivotGenerator.Grounds(owing: true)
         from axes in Gen.Shuffle(Axes)
         from show in Gen.Elements("value", "priorGrowth", "yearChange")
         from gaps in Gen.Elements("", "reported")
         select (ground, query: $"{Revenue}&rows={axes[0]}&cols={axes[1]}&show={show}&gaps={gaps}")).ToArbitrary(),
        sample =>
        {
            var query = PivotQuery.Parse(sample.query, out _);
            var (one, other) = (sample.ground.Table(sample.query), sample.ground.Table(query.Transposed().ToString()));
            return (PivotGround.Text(Exchanged(one)) == PivotGround.Text(other) && Exchanged(one).Cells.SelectMany(row => row).SequenceEqual(other.Cells.SelectMany(row => row))).Label(sample.query);
        });

    [Property(MaxTest = 200)]
    public Property Shares_come_to_a_hundred_and_a_higher_amount_never_ranks_behind() => Prop.ForAll(PivotGenerator.Grounds(owing: true).ToArbitrary(), ground =>
    {
        var (values, shares, ranks) = (ground.Table($"{Revenue}&cols=measure&gaps=reported"), ground.Table($"{Revenue}&cols=measure&gaps=reported&show=share"), ground.Table($"{Revenue}&cols=measure&gaps=reported&show=rank"));
        var known = values.Rows.Lines.Select((row, at) => (row.Key, row.Kind, values.Cells[at][0].Amount)).Where(row => row is { Kind: PivotLineKind.Member, Amount: not null }).ToList();
        var places = ranks.Rows.Lines.Select((row, at) => (row.Key, ranks.Cells[at][0].Amount)).ToDictionary(row => row.Key, row => row.Amount);
        var parts = shares.Rows.Lines.Select((row, at) => (row.Kind, shares.Cells[at][0])).Where(row => row.Kind != PivotLineKind.Whole).ToList();
        return (parts.TrueForAll(part => part.Item2.State is PivotState.Value or PivotState.None) is false || parts.TrueForAll(part => part.Item2.State == PivotState.None) || Math.Abs(parts.Sum(part => part.Item2.Amount ?? 0) - 100) < 0.001m)
            && known.TrueForAll(one => known.TrueForAll(other => one.Amount > other.Amount ? places[one.Key] < places[other.Key] : one.Amount < other.Amount || places[one.Key] == places[other.Key]));
    });

    [Property(MaxTest = 100)]
    public Property Kept_sums_give_the_same_table_as_asking_each_unit() => Prop.ForAll(
        (from ground in PivotGenerator.Grounds(owing: true)
         from columns in Gen.Elements("period", "measure", "industry")
         from show in Gen.Elements("value", "priorGrowth", "rank")
         from gaps in Gen.Elements("", "reported")
         select (ground, query: $"{Revenue}&cols={columns}&show={show}&gaps={gaps}")).ToArbitrary(),
        sample =>
        {
            var query = PivotQuery.Parse(sample.query, out _);
            Pivot Of(bool areKept) => ComputePivot.Of(PivotGround.Programme, sample.ground.Facts(areKept), new DateOnly(2026, 6, 30), query).Value!;
            return Of(areKept: true).Cells.SelectMany(row => row).SequenceEqual(Of(areKept: false).Cells.SelectMany(row => row)).Label(sample.query);
        });

    private static bool AddsUp(Pivot pivot)
    {
        var whole = pivot.Rows.Lines.ToList().FindIndex(row => row.Kind == PivotLineKind.Whole);
        return Enumerable.Range(0, pivot.Columns.Lines.Count).All(column => (pivot.Cells[whole][column].Amount ?? 0) == pivot.Cells.Where((_, row) => row != whole).Sum(row => row[column].Amount ?? 0));
    }

    private static Pivot Exchanged(Pivot pivot) => pivot with
    {
        Rows = pivot.Columns,
        Columns = pivot.Rows,
        Cells = [.. pivot.Columns.Lines.Select((_, column) => (IReadOnlyList<PivotCell>)[.. pivot.Cells.Select(row => row[column])])],
    };
}
