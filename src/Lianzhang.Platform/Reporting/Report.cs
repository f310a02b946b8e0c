using Lianzhang.Core.Reporting;
using Lianzhang.Platform.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Reporting;

/// <summary>A form that is asked for one period, of all units that it applied to at the end of it.</summary>
internal sealed class ReportRound
{
    public required Guid Id { get; init; }

    /// <summary>Code of the form.</summary>
    public required string Form { get; init; }

    /// <summary>The version of the programme whose form is filled in, whatever is published later.</summary>
    public required int ProgrammeVersion { get; init; }

    /// <summary>Year, first month and number of months, as facts keep it.</summary>
    public required int Period { get; init; }

    public required DateOnly Due { get; set; }

    /// <summary>The last day on which it can be sent without an exception.</summary>
    public required DateOnly Lock { get; set; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required string OpenedBy { get; init; }
}

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

    /// <summary>Rises whenever anything changes that counts of reports rest on, so that who keeps such counts knows whether they still hold.</summary>
    public int Revision { get; set; }

    public ReportStanding Standing
    {
        get => new(State, Version, Level, AcceptedVersion);
        set => (State, Version, Level, AcceptedVersion, Revision) = (value.State, value.Version, value.Level, value.Accepted, Revision + 1);
    }
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

    /// <summary>Why it was sent back: reasons by cell, and one for the whole under an empty key.</summary>
    public string? ReturnReasons { get; set; }
}

/// <summary>A signed and sealed page, scanned.</summary>
internal sealed class ReportScan
{
    public required Guid Id { get; init; }

    public required Guid ReportId { get; init; }

    public required string FileName { get; init; }

    public required string ContentType { get; init; }

    public required byte[] Content { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }
}

/// <summary>That somebody was reminded of a report; each kind but once, by hand once a day.</summary>
internal sealed class ReportReminder
{
    public required Guid ReportId { get; init; }

    public required ReminderKind Kind { get; init; }

    /// <summary>When; the last time, for one that is asked by hand.</summary>
    public required DateTimeOffset At { get; set; }
}

internal enum ReminderKind
{
    Opened,
    BeforeDue,
    AfterDue,
    AskedByHand,
}

/// <summary>A workbook with the reports of many units, taken in bit by bit in the background.</summary>
internal sealed class ReportUpload
{
    public required Guid Id { get; init; }

    public required Guid RoundId { get; init; }

    public required string FileName { get; init; }

    public required byte[] Content { get; init; }

    public required Guid Account { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public int Total { get; set; }

    public int Taken { get; set; }

    public int Refused { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>What was wrong, sheet by sheet.</summary>
    public string Faults { get; set; } = string.Empty;
}

internal sealed class ReportTables :
    IEntityTypeConfiguration<ReportRound>, IEntityTypeConfiguration<Report>, IEntityTypeConfiguration<ReportVersion>, IEntityTypeConfiguration<ReportScan>, IEntityTypeConfiguration<ReportReminder>, IEntityTypeConfiguration<ReportUpload>
{
    public void Configure(EntityTypeBuilder<ReportRound> builder)
    {
        builder.ToTable("reporting_round");
        builder.Property(round => round.Id).ValueGeneratedNever();
        builder.HasIndex(round => new { round.Form, round.Period }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("reporting_report");
        builder.Property(report => report.Id).ValueGeneratedNever();
        builder.Ignore(report => report.Standing);
        builder.HasIndex(report => new { report.RoundId, report.Unit }).IsUnique();
        builder.HasIndex(report => report.Unit);
        builder.HasIndex(report => new { report.State, report.Region });
        builder.HasIndex(report => report.Revision);
    }

    public void Configure(EntityTypeBuilder<ReportVersion> builder)
    {
        builder.ToTable("reporting_version");
        builder.Property(version => version.Id).ValueGeneratedNever();
        builder.HasIndex(version => new { version.ReportId, version.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ReportScan> builder)
    {
        builder.ToTable("reporting_scan");
        builder.Property(scan => scan.Id).ValueGeneratedNever();
        builder.HasIndex(scan => scan.ReportId);
    }

    public void Configure(EntityTypeBuilder<ReportReminder> builder)
    {
        builder.ToTable("reporting_reminder");
        builder.HasKey(reminder => new { reminder.ReportId, reminder.Kind });
    }

    public void Configure(EntityTypeBuilder<ReportUpload> builder)
    {
        builder.ToTable("reporting_upload");
        builder.Property(upload => upload.Id).ValueGeneratedNever();
        builder.HasIndex(upload => upload.RoundId);
    }
}
