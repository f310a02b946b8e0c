using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Assessing;

/// <summary>
/// Efficacy coefficient (功效系数法): base + (x − worst) / (best − worst) × (full − base). Worst and best are the indicator's own <c>low</c> and
/// <c>high</c> (the other way round where less is better), or else those observed. Range [base, full] by observed ends; beyond stated ends it
/// goes on unless <c>cap</c>. Equal values get equal points; missing stays missing.
/// Source: efficacy coefficient of government performance assessment, base 60.
/// </summary>
public sealed record Efficacy(
    string Step,
    [property: Description("Points of the worst.")] double Base = 60,
    [property: Description("Points of the best.")] double Full = 100,
    [property: Description("Whether what lies beyond a stated end gets no other points than the end.")] bool Cap = true,
    [property: Description("What becomes of a column whose values are all equal.")] ConstantColumn Constant = ConstantColumn.Refuse,
    IReadOnlyList<string>? Columns = null) : ColumnStep(Step, Columns)
{
    internal override bool Turns => true;

    internal override double?[] Apply(ColumnInput column)
    {
        var (low, high) = (column.Indicator.Low, column.Indicator.High);
        if (column.Turned() is not { Length: > 0 } present)
            return [.. column.Values];
        var worst = ((column.Sign > 0 ? low : high) * column.Sign) ?? present.Min();
        var best = ((column.Sign > 0 ? high : low) * column.Sign) ?? present.Max();
        return Of(column, worst, best);
    }

    private double?[] Of(ColumnInput column, double worst, double best)
    {
        if (worst >= best)
            return Constant.Score(column, Base, Full);
        return column.Map(value =>
        {
            var way = ((value * column.Sign) - worst) / (best - worst);
            return Base + ((Cap ? Math.Clamp(way, 0, 1) : way) * (Full - Base));
        });
    }
}
