using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Cubes;

/// <summary>One aggregate over the periods of one kind.</summary>
internal sealed class CubeTrack(CubeAggregate aggregate, PeriodKind kind)
{
    private const int MostTogether = 64;

    // What a unit counts for in each month in which it is there.
    private static readonly FactRow Present = new(new int[FactBlocks.Slots], null, 0);

    public CubeAggregate Aggregate => aggregate;

    public PeriodKind Kind => kind;

    public CubeCells Cells { get; } = new();

    /// <summary>Counts all units where they lie themselves, and adds the nodes up.</summary>
    public void Build(CubeRegion[] regions, FactArrays facts, int nodes)
    {
        Cells.Begin(nodes);
        var reported = aggregate.Item is { } item ? facts.Item(item.Code) : null;
        var rows = kind == PeriodKind.Month && reported?.Months is { } months ? new FactBlocks.Reader(months) : default;
        var together = new FactRow[MostTogether];
        foreach (var region in regions)
            Build(region, reported, ref rows, together);
    }

    // A region is done before its neighbour is begun, so that its cells are near at hand all the while.
    private void Build(CubeRegion region, ItemFacts? reported, ref FactBlocks.Reader rows, FactRow[] together)
    {
        foreach (var leaf in region.Leaves)
            AddUnits(leaf, reported, ref rows, together);
        foreach (var sum in region.Industries)
            Cells.Put(sum);
        foreach (var within in region.Within)
            Build(within, reported, ref rows, together);
        foreach (var sum in region.Regions)
            Cells.Put(sum);
    }

    // Units are added together, as far as they can be.
    private void AddUnits(CubeLeaf leaf, ItemFacts? reported, ref FactBlocks.Reader rows, FactRow[] together)
    {
        Cells.Clear(leaf.Node);
        if (aggregate.Item is not null && reported is null)
            return;
        // To look at a unit that need not be told apart takes longer than to add what it said.
        var (count, isOfAll) = (0, aggregate.Filter == CubeDefinition.All && aggregate.Item is not null);
        foreach (ref readonly var place in leaf.Placements.AsSpan())
        {
            if ((reported is not null && place.Unit < 0) || !(isOfAll || place.Member.Counts(aggregate)))
                continue;
            var row = reported is null ? Present : rows.HasRows ? rows.Row(place.Unit) : reported.Answers(place.Unit, aggregate.Item!.Kind, kind);
            if (place.To - place.From < FactBlocks.Slots || row.Narrow is null)
            {
                Cells.Add(leaf.Node, row, place.From, place.To);
                continue;
            }

            if (count == together.Length)
            {
                Cells.AddRows(leaf.Node, together);
                count = 0;
            }

            together[count++] = row;
        }

        if (count > 0)
            Cells.AddRows(leaf.Node, together.AsSpan(0, count));
    }

    /// <summary>Adds all of one unit to every node in which it counts, or takes it away.</summary>
    public void Add(CubeUnit unit, FactArrays facts, int sign)
    {
        var reported = aggregate.Item is { } item ? facts.Item(item.Code) : null;
        if (aggregate.Item is not null && (reported is null || unit.Index is null))
            return;
        var row = aggregate.Item is null ? Present : reported!.Answers(unit.Index!.Value, aggregate.Item.Kind, kind);
        foreach (var span in unit.Spans)
        {
            if (!span.Member.Counts(aggregate))
                continue;
            for (var slot = span.From; slot < span.To; slot++)
            {
                foreach (var node in span.Member.Nodes)
                    Cells.Add(node, slot, row[slot], sign);
            }
        }
    }

    /// <summary>Puts what a unit says later of a year in place of what it said before.</summary>
    public void Change(CubeUnit unit, in TouchedFact touched, FactArrays before, FactArrays after)
    {
        var (item, index) = (aggregate.Item!, touched.Unit);
        var (was, now) = (before.Item(item.Code)!, after.Item(item.Code)!);
        var first = (touched.Year - after.Window.FirstYear) * 12;
        var (start, end) = (Math.Max(first, 0), Math.Min(first + 12, FactBlocks.Slots));
        if (kind == PeriodKind.Month && was.Months is { } old && now.Months is { } months)
        {
            var said = old.Row(index);
            var says = months.Row(index);
            for (var slot = start; slot < end; slot++)
                Replace(unit, slot, said[slot], says[slot]);
            return;
        }

        for (var slot = start; slot < end; slot++)
        {
            if (after.Window.PeriodOf(kind, slot) is { } period)
                Replace(unit, slot, was.Answer(index, item.Kind, period), now.Answer(index, item.Kind, period));
        }
    }

    private void Replace(CubeUnit unit, int slot, long was, long now)
    {
        if (was == now || unit.At(slot) is not { } member || !member.Counts(aggregate))
            return;
        foreach (var node in member.Nodes)
            Cells.Replace(node, slot, was, now);
    }
}
