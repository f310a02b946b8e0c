using System.ComponentModel;
using Lianzhang.Core.Judgement;

namespace Lianzhang.Core.Scoring.Normalising;

/// <summary>How a share of the best is taken where less is better.</summary>
public enum FractionDown
{
    /// <summary>min / x: the lowest gets 1 and the others less.</summary>
    Inverse,

    /// <summary>(−x) / max(−x), which is x / min: the lowest gets 1 and the others more, as COINr has it.</summary>
    Negated,
}

/// <summary>
/// The share of the best: x / max where more is better. Where less is better, min / x, or by <c>down: negated</c> what COINr computes.
/// Range (0, 1] for positive values; equal values get equal scores; missing stays missing; refused where the divisor is zero.
/// Source: OECD/JRC Handbook (2008), step 5 (distance to the leader as a ratio); COINr n_fracmax.
/// </summary>
public sealed record FractionOfMaximum(
    string Step,
    [property: Description("How it is taken where less is better.")] FractionDown Down = FractionDown.Inverse,
    IReadOnlyList<string>? Columns = null) : ColumnStep(Step, Columns)
{
    internal override bool Turns => true;

    internal override double?[] Apply(ColumnInput column)
    {
        if (column.Turned() is not { Length: > 0 } present)
            return [.. column.Values];
        var best = present.Max() * column.Sign;
        if (column.Direction == Direction.Down && Down == FractionDown.Inverse)
            return [.. column.Values.Select((value, row) => value is 0 ? throw column.Refuse(row, ("不能以零为除数", "it cannot be divided by")) : best / value)];
        return best == 0
            ? throw new ScoringException(($"列 {column.Code} 的最优值为零", $"the best value of {column.Code} is zero"))
            : column.Map(value => value / best);
    }
}
