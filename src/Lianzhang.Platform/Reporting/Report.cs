using Lianzhang.Core.Reporting;
using Lianzhang.Platform.Registers;

namespace Lianzhang.Platform.Reporting;

/// <summary>What one unit owes in a round: where it stands, and what the unit has typed so far.</summary>
internal sealed class Report
{
    public required Guid Id { get; init; }

    public required Guid RoundId { get; init; }

    /// <summary>Code of the unit.</summary>
    public required string Unit { get; init; }

    public required UnitKind Kind { get; init; }

    /// <summary>Name, region and industry of the unit at the end of the period.</summary>
    public required string Name { get; init; }

    public required string Region { get; init; }

    public string? Industry { get; init; }

    public required DateOnly Due { get; set; }

    public required DateOnly Lock { get; set; }

    /// <summary>Why the unit has more time than others.</summary>
    public string? ExtensionReason { get; set; }

    /// <summary>Why nothing is expected of the unit in this round after all.</summary>
    public string? ExemptReason { get; set; }

    /// <summary>Why nothing came, as it was found out.</summary>
    public string? MissingReason { get; set; }

    public required ReportState State { get; set; }

    /// <summary>The number of the version sent last; 0 before the first.</summary>
    public int Version { get; set; }

    public int Level { get; set; }

    /// <summary>The number of the version that counts; 0 when none does.</summary>
    public int AcceptedVersion { get; set; }

    /// <summary>What was typed and not sent yet, as <see cref="ReportJson"/> writes it.</summary>
    public string Draft { get; set; } = string.Empty;

    public DateTimeOffset? DraftAt { get; set; }

    /// <summary>When somebody delivered what stands in the draft on behalf of the unit; the same as <see cref="DraftAt"/> until the unit itself writes.</summary>
    public DateTimeOffset? DeliveredAt { get; set; }

    public string? DeliveredBy { get; set; }

    public string? CorrectionReason { get; set; }

    public DateTimeOffset? FirstSubmittedAt { get; set; }

    /// <summary>The day of it by the server's clock, which the store can compare with the day by which it was due.</summary>
    public DateOnly? FirstSubmittedOn { get; set; }

    public DateTimeOffset? SubmittedAt { get; set; }

    public DateTimeOffset? AcceptedAt { get; set; }

    /// <summary>How far out the version sent last is; the larger, the sooner it is looked at.</summary>
    public decimal Score { get; set; }

    /// <summary>How many findings of the version sent last are explained.</summary>
    public int Explained { get; set; }

    /// <summary>Rises with each step, and where something changes that a step rests on, so that both write the row when they meet.</summary>
    public int Revision { get; set; }

    /// <summary>Whether nothing was sent and the unit has written nothing itself, so that it can be delivered.</summary>
    public bool IsUntouched => State == ReportState.Open && Version == 0 && (Draft.Length == 0 || DeliveredAt == DraftAt);

    public ReportStanding Standing
    {
        get => new(State, Version, Level, AcceptedVersion);
        set => (State, Version, Level, AcceptedVersion, Revision) = (value.State, value.Version, value.Level, value.Accepted, Revision + 1);
    }
}
