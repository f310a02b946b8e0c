using System.ComponentModel;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring.Assessing;

/// <summary>
/// Level and growth by efficacy coefficients: level_share × efficacy(x) + (1 − level_share) × efficacy(growth), each
/// base + (v − worst) / (best − worst) × (full − base) between the ends that are observed. Growth in per cent is the indicator's <c>growth</c>
/// column, or (x / previous − 1) × 100 by its <c>previous</c> column. Range [base, full]; directions hold for both parts; missing where either
/// part is. Source: county assessments, base 60, level 40 %, growth 60 %.
/// </summary>
public sealed record LevelGrowth(
    string Step,
    [property: Description("The share of the level.")] double LevelShare = 0.4,
    [property: Description("Points of the worst.")] double Base = 60,
    [property: Description("Points of the best.")] double Full = 100,
    [property: Description("What becomes of a part whose values are all equal.")] ConstantColumn Constant = ConstantColumn.Refuse,
    IReadOnlyList<string>? Columns = null) : ColumnStep(Step, Columns)
{
    internal override bool Turns => true;

    internal override IEnumerable<(string Key, Text Message)> Check(ScoreTree tree)
    {
        if (LevelShare is < 0 or > 1)
            yield return ("level_share", ("level_share 须在 0 与 1 之间", "level_share lies between 0 and 1"));
    }

    internal override double?[] Apply(ColumnInput column)
    {
        var level = Part(column);
        var growth = Part(column with { Values = Growth(column) });
        return [.. level.Zip(growth, (one, other) => (LevelShare * one) + ((1 - LevelShare) * other))];
    }

    private double?[] Part(ColumnInput column)
    {
        if (column.IsConstant())
            return Constant.Score(column, Base, Full);
        var (worst, best) = (column.Turned().Min(), column.Turned().Max());
        return column.Map(value => Base + (((value * column.Sign) - worst) / (best - worst) * (Full - Base)));
    }

    private static IReadOnlyList<double?> Growth(ColumnInput column)
    {
        if (column.Indicator.Growth is { } growth)
            return column.Other(growth, "growth");
        var previous = column.Other(column.Indicator.Previous, "previous");
        return [.. column.Values.Select((value, row) => previous[row] is 0
            ? throw column.Refuse(row, ("上期为零，无法计算增速", "the period before is zero, so that there is no growth"))
            : ((value / previous[row]) - 1) * 100)];
    }
}
