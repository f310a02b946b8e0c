using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Normalising;

/// <summary>
/// Min-max: lower + (x − min) / (max − min) × (upper − lower), of x turned by its direction, so that the worst gets lower and the best upper.
/// Range [lower, upper]; equal values get equal scores; missing stays missing.
/// Source: OECD/JRC Handbook (2008), step 5; COINr n_minmax.
/// </summary>
public sealed record MinMax(
    string Step,
    [property: Description("The score of the worst.")] double Lower = 0,
    [property: Description("The score of the best.")] double Upper = 100,
    [property: Description("What becomes of a column whose values are all equal.")] ConstantColumn Constant = ConstantColumn.Refuse,
    IReadOnlyList<string>? Columns = null) : ColumnStep(Step, Columns)
{
    internal override bool Turns => true;

    internal override double?[] Apply(ColumnInput column)
    {
        if (column.IsConstant())
            return Constant.Score(column, Lower, Upper);
        var (least, most) = (column.Turned().Min(), column.Turned().Max());
        return column.Map(value => (((value * column.Sign) - least) / (most - least) * (Upper - Lower)) + Lower);
    }
}
