using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Assessing;

/// <summary>
/// Full points less some for every point short of the indicator's <c>target</c>: max(0, full − points × short / per), with short = target − x, or
/// x − target where less is better, and nothing off where it is reached. Missing stays missing.
/// Source: project assessments, "year investment 25: each point short −0.1".
/// </summary>
public sealed record Shortfall(
    string Step,
    [property: Description("Points where the target is reached.")] double Full = 100,
    [property: Description("Points taken off for each step short of it.")] double Points = 0.1,
    [property: Description("How long a step is, in the unit of the indicator.")] double Per = 1,
    IReadOnlyList<string>? Columns = null) : ColumnStep(Step, Columns)
{
    internal override bool Turns => true;

    internal override double?[] Apply(ColumnInput column)
    {
        var target = column.Need(column.Indicator.Target, "target");
        return column.Map(value => Math.Max(0, Full - (Points * Math.Max(0, (target - value) * column.Sign) / Per)));
    }
}
