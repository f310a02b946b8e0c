using Lianzhang.Core.Values;

namespace Lianzhang.Core.Boards;

/// <summary>A row of a board that stands elsewhere by other definitions.</summary>
/// <param name="Region">The region of the target.</param>
/// <param name="Before">The row as it is; null where it appears.</param>
/// <param name="After">The row as it would be; null where it vanishes.</param>
/// <param name="Actual">By how much the actual value moves, in the unit it would have; null where there is none on either side, or the units cannot be compared.</param>
/// <param name="Expected">By how much the expected value moves, likewise.</param>
/// <param name="Goal">By how much the target's number moves, likewise.</param>
/// <param name="Reasons">Which definitions it rests on were changed; none where that is not plain.</param>
public sealed record BoardMove(
    BoardPlace Region,
    BoardRow? Before,
    BoardRow? After,
    decimal? Actual,
    decimal? Expected,
    decimal? Goal,
    IReadOnlyList<MoveReason> Reasons)
{
    /// <summary>The row as it would be, or as it was where it vanishes.</summary>
    public BoardRow Row => After ?? Before!;

    /// <summary>The unit of the differences.</summary>
    public Unit? Unit => Row.Target.Unit ?? Row.Actual?.Unit;

    public bool Appears => Before is null;

    public bool Vanishes => After is null;

    /// <summary>Whether it has another light; what appears or vanishes has no other.</summary>
    public bool ChangesLight => Before is { } old && After is { } current && (old.Status, old.Colour) != (current.Status, current.Colour);

    /// <summary>How much the actual value moves for what it was, whatever its unit; more than anything else where a target appears or vanishes, or values cannot be compared.</summary>
    public decimal Weight => (Actual, Before?.Actual?.Value, After?.Actual?.Value) switch
    {
        _ when Appears || Vanishes => decimal.MaxValue,
        (0, _, _) => 0,
        ({ } moved, { } old and not 0, _) => Share(moved, old),
        (null, null, null) => 0,
        _ => decimal.MaxValue,
    };

    // What is tiny may have become huge.
    private static decimal Share(decimal moved, decimal old)
    {
        var (top, bottom) = (Math.Abs(moved), Math.Abs(old));
        return bottom < 1 && top > decimal.MaxValue * bottom ? decimal.MaxValue : top / bottom;
    }
}
