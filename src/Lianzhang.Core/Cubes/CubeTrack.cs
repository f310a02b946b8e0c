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
    public void Build(ReadOnlySpan<CubePlacement> placements, FactArrays facts, int nodes, IReadOnlyList<(int From, int Into)> steps)
    {
        Cells.Clear(nodes);
        if (aggregate.Item is not { } item)
            AddPresent(placements);
        else if (facts.Item(item.Code) is { } reported && kind == PeriodKind.Month && reported.Months is { } months)
            AddMonths(placements, months);
        else if (facts.Item(item.Code) is { } others)
            AddAnswers(placements, others, item.Kind);
        foreach (var (from, into) in steps)
            Cells.AddNode(from, into);
    }

    private void AddPresent(ReadOnlySpan<CubePlacement> placements)
    {
        foreach (ref readonly var place in placements)
        {
            if (place.Member.Counts(aggregate))
                Cells.Add(place.Leaf, Present, place.From, place.To);
        }
    }

    private void AddMonths(ReadOnlySpan<CubePlacement> placements, FactBlocks months)
    {
        var rows = new FactBlocks.Reader(months);
        var isOfAll = aggregate.Filter == CubeDefinition.All;
        foreach (ref readonly var place in placements)
        {
            if (place.Unit >= 0 && (isOfAll || place.Member.Counts(aggregate)))
                Cells.Add(place.Leaf, rows.Row(place.Unit), place.From, place.To);
        }
    }

    private void AddAnswers(ReadOnlySpan<CubePlacement> placements, ItemFacts reported, ItemKind item)
    {
        Span<long> buffer = stackalloc long[FactBlocks.Slots];
        var unit = -1;
        scoped ReadOnlySpan<long> row = default;
        foreach (ref readonly var place in placements)
        {
            if (place.Unit < 0 || !place.Member.Counts(aggregate))
                continue;
            if (place.Unit != unit)
            {
                row = reported.Answers(place.Unit, item, kind, buffer);
                unit = place.Unit;
            }

            Cells.Add(place.Leaf, row, place.From, place.To);
        }
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

    private ReadOnlySpan<long> Row(CubeUnit unit, ItemFacts? reported, Span<long> buffer)
    {
        if (aggregate.Item is not { } item)
            return Present;
        return unit.Index is { } index && reported is not null ? reported.Answers(index, item.Kind, kind, buffer) : default;
    }
}
