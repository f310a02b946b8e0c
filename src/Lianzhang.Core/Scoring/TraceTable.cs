namespace Lianzhang.Core.Scoring;

/// <summary>A row of a printed table.</summary>
/// <param name="Name">The unit; of weights, the node.</param>
/// <param name="Values">As many as there are columns; null where one is missing.</param>
public sealed record TraceRow(string Name, IReadOnlyList<double?> Values);

/// <summary>What a step left behind.</summary>
/// <param name="Step">Name of the step.</param>
/// <param name="Method">Its method.</param>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">The rows.</param>
public sealed record TraceTable(string Step, string Method, IReadOnlyList<string> Columns, IReadOnlyList<TraceRow> Rows);
