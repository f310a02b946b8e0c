using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Assessing;

/// <summary>
/// Keeps a column between a floor and a cap: min(max(x, floor), cap). Missing stays missing. Those beyond an end become equal.
/// Source: county assessments, "base 80, cap 100".
/// </summary>
public sealed record Limit(
    string Step,
    [property: Description("The lowest value.")] double? Floor = null,
    [property: Description("The highest value.")] double? Cap = null,
    IReadOnlyList<string>? Columns = null) : ColumnStep(Step, Columns)
{
    internal override double?[] Apply(ColumnInput column) => column.Map(value => Between(value, Floor, Cap));

    internal static double Between(double value, double? floor, double? cap) => Math.Min(Math.Max(value, floor ?? double.NegativeInfinity), cap ?? double.PositiveInfinity);
}
