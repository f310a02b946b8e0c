namespace Lianzhang.Platform.Reporting;

/// <summary>A report as it was sent. Nothing of what was sent is ever changed; only what became of it is added.</summary>
internal sealed class ReportVersion
{
    public required Guid Id { get; init; }

    public required Guid ReportId { get; init; }

    public required int Number { get; init; }

    /// <summary>Cells and explanations, as <see cref="ReportJson"/> writes them.</summary>
    public required string Content { get; init; }

    /// <summary>What the checks found when it was sent.</summary>
    public required string Findings { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public required string SubmittedBy { get; init; }

    public required Guid Account { get; init; }

    public required ReportWay Way { get; init; }

    /// <summary>Why it corrects an accepted one.</summary>
    public string? Reason { get; init; }

    /// <summary>By which a program that sends it again is answered the same.</summary>
    public string? IdempotencyKey { get; init; }

    public required VersionOutcome Outcome { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? DecidedBy { get; set; }

    /// <summary>The account of who decided.</summary>
    public Guid? Decider { get; set; }

    /// <summary>Why it was sent back: reasons by cell, and one for the whole under an empty key.</summary>
    public string? ReturnReasons { get; set; }
}

/// <summary>By which way a report came.</summary>
public enum ReportWay
{
    Page,
    Workbook,
    Api,
}

/// <summary>What became of a version.</summary>
public enum VersionOutcome
{
    InReview,
    Accepted,
    Returned,
    Withdrawn,
}
