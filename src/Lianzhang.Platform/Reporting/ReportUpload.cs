namespace Lianzhang.Platform.Reporting;

/// <summary>A workbook with the reports of many units, taken in bit by bit in the background.</summary>
internal sealed class ReportUpload
{
    public required Guid Id { get; init; }

    public required Guid RoundId { get; init; }

    public required string FileName { get; init; }

    /// <summary>The file; empty once all of it was taken.</summary>
    public required byte[] Content { get; set; }

    public required Guid Account { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public int Total { get; set; }

    /// <summary>How many units got a draft from it.</summary>
    public int Taken { get; set; }

    /// <summary>How many units it leaves as they are; with those that were taken, how far it is.</summary>
    public int Refused { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>What was wrong, sheet by sheet.</summary>
    public string Faults { get; set; } = string.Empty;
}
