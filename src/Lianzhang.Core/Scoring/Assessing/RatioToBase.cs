using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Assessing;

/// <summary>
/// The value over a base: x / base, with the indicator's own <c>base</c> or else <c>times</c> the mean of the units. Where less is better,
/// base / x. Never below 0, nor above <c>cap</c> where one is given; missing stays missing and is filled by a later step (impute with mean
/// gives the mean score). Refused where the divisor is zero. Source: provincial rules for the evaluation of results per mu (亩均效益评价),
/// where the base is about twice last year's mean.
/// </summary>
public sealed record RatioToBase(
    string Step,
    [property: Description("How many times the mean the base is, for indicators that state none.")] double Times = 2,
    [property: Description("The highest ratio that counts.")] double? Cap = null,
    IReadOnlyList<string>? Columns = null) : ColumnStep(Step, Columns)
{
    internal override bool Turns => true;

    internal override double?[] Apply(ColumnInput column)
    {
        var present = Statistics.Present(column.Values);
        if (present.Length == 0)
            return [.. column.Values];
        var basis = column.Indicator.Base ?? (Times * Statistics.Mean(present));
        if (basis == 0)
            throw new ScoringException(($"指标 {column.Code} 的基准值为零", $"the base of {column.Code} is zero"));
        return [.. column.Values.Select((value, row) => value is { } there ? (double?)Limit.Between(Ratio(column, row, there, basis), 0, Cap) : null)];
    }

    private static double Ratio(ColumnInput column, int row, double value, double basis) => column.Sign > 0
        ? value / basis
        : value == 0 ? throw column.Refuse(row, ("不能以零为除数", "it cannot be divided by")) : basis / value;
}
