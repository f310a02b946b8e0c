using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring;

/// <summary>What becomes of a column in which all units have the same value.</summary>
public enum ConstantColumn
{
    /// <summary>The step refuses it.</summary>
    Refuse,

    /// <summary>Its values become missing.</summary>
    Missing,

    /// <summary>All get the lowest score of the method.</summary>
    Lowest,

    /// <summary>All get the score in the middle.</summary>
    Middle,

    /// <summary>All get the highest score.</summary>
    Highest,
}

/// <summary>Scores columns in which all units have the same value.</summary>
internal static class ConstantColumns
{
    /// <summary>Whether a column has no range, so that nothing can be divided by it; so has one with no values.</summary>
    public static bool IsConstant(this ColumnInput column) => column.Turned() is not { Length: > 0 } values || values.Min() == values.Max();

    public static double?[] Score(this ConstantColumn rule, ColumnInput column, double lowest, double highest) => rule switch
    {
        _ when column.Turned().Length == 0 => [.. column.Values],
        ConstantColumn.Missing => column.Map(_ => null),
        ConstantColumn.Lowest => column.Map(_ => lowest),
        ConstantColumn.Middle => column.Map(_ => (lowest + highest) / 2),
        ConstantColumn.Highest => column.Map(_ => highest),
        _ => throw new ScoringException(Message(column.Code), "constant"),
    };

    private static Text Message(string code) => (
        $"列 {code} 所有单位数值相同，无法区分；请用 constant 说明如何计分",
        $"all values of {code} are equal, so that nothing tells units apart; say by constant how to score them");
}
