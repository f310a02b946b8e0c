using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Normalising;

/// <summary>How the distance to a unit is told.</summary>
public enum DistanceForm
{
    /// <summary>x / r.</summary>
    Ratio,

    /// <summary>(x − r) / r.</summary>
    Relative,

    /// <summary>1 − (r − x) / (r − worst), of values turned by their direction.</summary>
    Range,
}

/// <summary>
/// The distance to a unit of reference with value r: the ratio x / r, the relative difference (x − r) / r, or in the range from the worst
/// to r. The first two are of values as they are and are meant for indicators of which more is better; where less is, they are r / x and
/// (r − x) / r. Missing stays missing, and all are where the unit's own value is; refused where the divisor is zero.
/// Source: OECD/JRC Handbook (2008), step 5 (distance to a reference country); COINr n_dist2ref for range.
/// </summary>
public sealed record DistanceToUnit(
    string Step,
    [property: Description("The unit of reference.")] string Unit,
    [property: Description("How the distance is told.")] DistanceForm Form = DistanceForm.Ratio,
    IReadOnlyList<string>? Columns = null) : ColumnStep(Step, Columns)
{
    internal override bool Turns => true;

    internal override double?[] Apply(ColumnInput column)
    {
        var row = column.State.Table.Units.ToList().IndexOf(Unit);
        if (row < 0)
            throw new ScoringException(($"数据中没有单位 {Unit}", $"the data has no unit {Unit}"), "unit");
        if (column.Values[row] is not { } reference)
            return column.Map(_ => null);
        var worst = column.Turned().Min();
        var divisor = Form == DistanceForm.Range ? (reference * column.Sign) - worst : reference;
        if (divisor == 0)
            throw column.Refuse(row, ("不能作为除数", "it cannot be divided by"));
        return [.. column.Values.Select((value, at) => value is { } there ? (double?)Of(column, at, there, reference, divisor) : null)];
    }

    private double Of(ColumnInput column, int row, double value, double reference, double divisor) => Form switch
    {
        DistanceForm.Range => 1 - (((reference - value) * column.Sign) / divisor),
        DistanceForm.Relative => (value - reference) * column.Sign / divisor,
        _ when column.Sign > 0 => value / divisor,
        _ when value == 0 => throw column.Refuse(row, ("不能以零为除数", "it cannot be divided by")),
        _ => reference / value,
    };
}
