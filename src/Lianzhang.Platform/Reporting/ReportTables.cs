using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Reporting;

internal sealed class ReportTables :
    IEntityTypeConfiguration<ReportRound>, IEntityTypeConfiguration<Report>, IEntityTypeConfiguration<ReportMove>, IEntityTypeConfiguration<ReportVersion>, IEntityTypeConfiguration<ReportScan>, IEntityTypeConfiguration<ReportReminder>, IEntityTypeConfiguration<ReportUpload>
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
        builder.Ignore(report => report.IsUntouched);
        builder.HasIndex(report => new { report.RoundId, report.Unit }).IsUnique();
        builder.HasIndex(report => report.Unit);
        builder.HasIndex(report => new { report.State, report.Region });
        // All that counts of a round rest on, in the order in which it is counted.
        builder.HasIndex(report => new { report.RoundId, report.Region, report.State, report.Due, report.FirstSubmittedOn, report.AcceptedVersion, report.ExemptReason }).HasDatabaseName("IX_reporting_report_counts");
    }

    public void Configure(EntityTypeBuilder<ReportMove> builder)
    {
        builder.ToTable("reporting_move");
        builder.HasIndex(move => move.Stamp);
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
