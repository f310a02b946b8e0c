using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Boards;

/// <summary>Says which rows of a board move by other definitions, by how much and why. Both boards are of the same region, day and facts.</summary>
public static class CompareBoards
{
    /// <summary>The moves, in the order of the later programme; what vanishes comes last. None where nothing moves.</summary>
    public static IReadOnlyList<BoardMove> Compare(Programme old, Board before, Programme current, Board after)
    {
        var reasons = new FindReasons(old, current);
        var (earlier, later) = (before.Targets.ToDictionary(Key), after.Targets.ToDictionary(Key));
        var rows = after.Targets.Select(row => (Before: earlier.GetValueOrDefault(Key(row)), After: (BoardRow?)row))
            .Concat(before.Targets.Where(row => !later.ContainsKey(Key(row))).Select(row => (Before: (BoardRow?)row, After: (BoardRow?)null)));
        var region = current.IsRegion(after.Region.Code) ? after.Region : before.Region;
        return [.. rows.Where(pair => Moves(pair.Before, pair.After)).Select(pair => Move(region, pair.Before, pair.After, reasons))];
    }

    private static (string Indicator, string Region, int? Year) Key(BoardRow row) => (row.Indicator, row.Region, row.Year);

    private static BoardMove Move(BoardPlace region, BoardRow? before, BoardRow? after, FindReasons reasons)
    {
        var (old, current) = (UnitOf(before), UnitOf(after));
        return new BoardMove(
            region,
            before,
            after,
            Difference(before?.Actual?.Value, before?.Actual?.Unit, after?.Actual?.Value, after?.Actual?.Unit),
            Difference(before?.Expected, old, after?.Expected, current),
            Difference(before?.Target.Value, old, after?.Target.Value, current),
            reasons.Of(before, after));
    }

    private static Unit? UnitOf(BoardRow? row) => row?.Target.Unit ?? row?.Actual?.Unit;

    // What was is stated in the unit in which it would be.
    private static decimal? Difference(decimal? before, Unit? old, decimal? after, Unit? current)
    {
        if (before is not { } was || after is not { } becomes || old is null || current is null || old.Dimension != current.Dimension)
            return null;
        return becomes - new Quantity(was, old).To(current).Amount;
    }

    private static bool Moves(BoardRow? before, BoardRow? after) => before is null || after is null || !Shown(before).Equals(Shown(after));

    private static object Shown(BoardRow row) => (
        (row.EveryYear, row.Target, row.Actual?.Value, row.Actual?.Unit, row.Actual?.Period),
        (row.Expected, row.ExpectedAt, row.Gap, row.RequiredGrowth, row.RequiredGrowthUnit),
        (row.Status, row.Colour, row.Word, row.Verdict));
}
