using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Facts;

/// <summary>What an import would do with a row.</summary>
public enum ImportOutcome
{
    /// <summary>Nobody had said this before.</summary>
    Added,

    /// <summary>The same source said something else before; both versions are kept.</summary>
    Changed,

    /// <summary>It is recorded already.</summary>
    Same,

    /// <summary>It cannot be used, for the reason given.</summary>
    Rejected,
}

/// <summary>The words for what becomes of a row.</summary>
public static class ImportOutcomeWords
{
    public static Text Of(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Added => ("新增", "new"),
        ImportOutcome.Changed => ("修订", "changed"),
        ImportOutcome.Same => ("相同", "same"),
        ImportOutcome.Rejected => ("未采用", "rejected"),
    };
}

/// <summary>One row of a file and what would become of it.</summary>
public sealed record ImportRow(int Line, ImportOutcome Outcome, PublishedFigure? Figure, PublishedFigure? Before, Text Reason)
{
    /// <summary>What was recorded before, or why the row cannot be used.</summary>
    public Text? Remark => Before is { } before ? ($"原为 {before.Quantity}", $"was {before.Quantity}") : Outcome == ImportOutcome.Rejected ? Reason : null;
}

/// <summary>What an import would do, row by row.</summary>
/// <param name="Draft">By which it is confirmed.</param>
/// <param name="FileName">The file that was uploaded.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Names">The names of the items and places in it, by code.</param>
public sealed record ImportPreview(Guid Draft, string FileName, IReadOnlyList<ImportRow> Rows, IReadOnlyDictionary<string, Text> Names)
{
    public int Count(ImportOutcome outcome) => Rows.Count(row => row.Outcome == outcome);
}

/// <summary>What an import did.</summary>
public sealed record ImportResult(string FileName, int Added, int Changed, int Same, int Rejected);
