namespace Lianzhang.Platform.Shared;

/// <summary>A table into which many rows are written at once, past the tracking of single entities.</summary>
/// <param name="Name">The table.</param>
/// <param name="Columns">The columns that are written, in the order of each row's values; the store fills in the others.</param>
public sealed record BulkTable(string Name, params IReadOnlyList<string> Columns);
