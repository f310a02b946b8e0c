using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Cubes;

/// <summary>One aggregate over the periods of one kind.</summary>
internal sealed class CubeTrack(CubeAggregate aggregate, PeriodKind kind)
{
    // What a unit counts for in each month in which it is there.
    private static readonly long[] Present = new long[FactBlocks.Slots];

    public CubeAggregate Aggregate => aggregate;

    public PeriodKind Kind => kind;

    public CubeCells Cells { get; } = new();

    /// <summary>Counts all units where they lie themselves, and adds the nodes up.</summary>
    public void Build(IReadOnlyCollection<CubeUnit> units, FactArrays facts, int nodes, IReadOnlyList<(int From, int Into)> steps)
    {
        Cells.Reach(nodes);
        var reported = aggregate.Item is { } item ? facts.Item(item.Code) : null;
        Span<long> buffer = stackalloc long[FactBlocks.Slots];
        foreach (var unit in units)
        {
            var row = Row(unit, reported, buffer);
            if (row.IsEmpty)
                continue;
            foreach (var span in unit.Spans)
            {
                if (!span.Member.Counts(aggregate))
                    continue;
                foreach (var leaf in span.Member.Leaves)
                    Cells.Add(leaf, row, span.From, span.To);
            }
        }

        foreach (var (from, into) in steps)
            Cells.AddNode(from, into);
    }

    /// <summary>Adds all of one unit to every node in which it counts, or takes it away.</summary>
    public void Add(CubeUnit unit, FactArrays facts, int sign)
    {
        Span<long> buffer = stackalloc long[FactBlocks.Slots];
        var row = Row(unit, aggregate.Item is { } item ? facts.Item(item.Code) : null, buffer);
        if (row.IsEmpty)
            return;
        foreach (var span in unit.Spans)
        {
            if (!span.Member.Counts(aggregate))
                continue;
            for (var slot = span.From; slot < span.To; slot++)
                AddToAll(span.Member.Nodes, slot, row[slot], sign);
        }
    }

    /// <summary>Puts what a unit says later of a year in place of what it said before.</summary>
    public void Change(CubeUnit unit, in TouchedFact touched, FactArrays before, FactArrays after)
    {
        var (item, index) = (aggregate.Item!, touched.Unit);
        var (was, now) = (before.Item(item.Code)!, after.Item(item.Code)!);
        var first = (touched.Year - after.Window.FirstYear) * 12;
        for (var slot = Math.Max(first, 0); slot < Math.Min(first + 12, FactBlocks.Slots); slot++)
        {
            if (after.Window.PeriodOf(kind, slot) is not { } period)
                continue;
            var (old, answer) = (was.Answer(index, item.Kind, period), now.Answer(index, item.Kind, period));
            if (old == answer || unit.At(slot) is not { } member || !member.Counts(aggregate))
                continue;
            AddToAll(member.Nodes, slot, old, -1);
            AddToAll(member.Nodes, slot, answer, 1);
        }
    }

    private void AddToAll(int[] nodes, int slot, long answer, int sign)
    {
        foreach (var node in nodes)
            Cells.Add(node, slot, answer, sign);
    }

    private ReadOnlySpan<long> Row(CubeUnit unit, ItemFacts? reported, Span<long> buffer)
    {
        if (aggregate.Item is not { } item)
            return Present;
        return unit.Index is { } index && reported is not null ? reported.Answers(index, item.Kind, kind, buffer) : default;
    }
}
