using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Treating;

/// <summary>
/// The natural logarithm: ln(x + shift). Keeps the order of the values; missing stays missing; refused where x + shift is not positive.
/// Source: OECD/JRC Handbook (2008), step 5.
/// </summary>
public sealed record Log(
    string Step,
    [property: Description("What is added first, to make all values positive.")] double Shift = 0,
    IReadOnlyList<string>? Columns = null) : ColumnStep(Step, Columns)
{
    internal override double?[] Apply(ColumnInput column) => [.. column.Values.Select((value, row) => value + Shift <= 0
        ? throw column.Refuse(row, ("对数要求正值，可用 shift 平移", "a logarithm takes positive values; shift may help"))
        : value is { } there ? (double?)Math.Log(there + Shift) : null)];
}
