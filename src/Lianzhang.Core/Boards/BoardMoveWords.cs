using Lianzhang.Core.Values;

namespace Lianzhang.Core.Boards;

/// <summary>The words for what becomes of a row by other definitions.</summary>
public static class BoardMoveWords
{
    public static Text Kind(BoardMove move) => move switch
    {
        { Appears: true } => ("新增", "appears"),
        { Vanishes: true } => ("取消", "vanishes"),
        _ => ("调整", "moves"),
    };

    /// <summary>Why it moves; null where that is not plain.</summary>
    public static Text? Reasons(BoardMove move) => Text.Join([.. move.Reasons.Select(MoveReasonWords.Of)]);
}
