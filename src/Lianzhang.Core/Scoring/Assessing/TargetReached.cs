using System.ComponentModel;
using Lianzhang.Core.Judgement;

namespace Lianzhang.Core.Scoring.Assessing;

/// <summary>
/// Full points where the indicator's <c>target</c> is reached (x ≥ target, or x ≤ target where less is better), else none. Missing stays
/// missing. Source: county assessments, "target reached = full, else none".
/// </summary>
public sealed record TargetReached(
    string Step,
    [property: Description("Points where it is reached.")] double Full = 100,
    IReadOnlyList<string>? Columns = null) : ColumnStep(Step, Columns)
{
    internal override bool Turns => true;

    internal override double?[] Apply(ColumnInput column) => column.Map(value => IsReached(column, value) ? Full : 0);

    internal static bool IsReached(ColumnInput column, double value)
    {
        var target = column.Need(column.Indicator.Target, "target");
        return column.Direction == Direction.Down ? value <= target : value >= target;
    }
}
