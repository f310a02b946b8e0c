using Lianzhang.Core.Values;

namespace Lianzhang.Core.Assessment;

/// <summary>What a figure is made of, such as an order or a published figure.</summary>
/// <param name="What">What it is.</param>
/// <param name="Amount">How much of the figure it is; null where parts do not add up.</param>
/// <param name="Href">Where it is shown; null where nowhere.</param>
public sealed record AssessedPart(string What, decimal? Amount = null, string? Href = null);

/// <summary>A figure by which somebody is assessed.</summary>
/// <param name="Column">Code of the column.</param>
/// <param name="Value">The figure; null where it is missing.</param>
/// <param name="Source">Where it comes from, or why it is missing.</param>
/// <param name="Parts">What it is made of.</param>
/// <param name="Corrected">Whether somebody put it in, with the reason as its source.</param>
public sealed record AssessedValue(string Column, decimal? Value, string Source, IReadOnlyList<AssessedPart>? Parts = null, bool Corrected = false);

/// <summary>A region or an organisation with the figures by which it is assessed.</summary>
public sealed record AssessedRow(string Code, string Name, string Group, IReadOnlyList<AssessedValue> Values)
{
    public AssessedValue? Find(string column) => Values.FirstOrDefault(value => value.Column == column);

    /// <summary>The row without what its figures are made of, which names single orders, firms and findings.</summary>
    public AssessedRow WithoutParts() => this with { Values = [.. Values.Select(value => value with { Parts = null })] };

    /// <summary>The row with a figure put right.</summary>
    public AssessedRow With(string column, decimal? value, string reason) =>
        this with { Values = [.. Values.Select(one => one.Column == column ? new AssessedValue(column, value, reason, Corrected: true) : one)] };
}

/// <summary>All that an assessment rests on: who is assessed, by which figures, and the plans as they were written.</summary>
/// <param name="Programme">Code of the programme.</param>
/// <param name="Version">Number of the programme's version.</param>
/// <param name="Plan">Code of the plan.</param>
/// <param name="Period">The assessed period.</param>
/// <param name="Rules">The file assessment.yaml.</param>
/// <param name="Rows">The figures.</param>
public sealed record AssessmentSheet(string Programme, int Version, string Plan, Period Period, string Rules, IReadOnlyList<AssessedRow> Rows)
{
    public AssessedRow? Find(string member) => Rows.FirstOrDefault(row => row.Code == member);

    /// <summary>The sheet with a figure put right.</summary>
    public AssessmentSheet With(string member, string column, decimal? value, string reason) =>
        this with { Rows = [.. Rows.Select(row => row.Code == member ? row.With(column, value, reason) : row)] };
}
