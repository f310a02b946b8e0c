using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Measures;

/// <summary>What was reported of a measure for a month. It is never changed: who corrects it adds a version.</summary>
internal sealed class MeasureReport
{
    public required Guid Id { get; init; }

    /// <summary>Code of the programme.</summary>
    public required string Programme { get; init; }

    public required string Measure { get; init; }

    /// <summary>The month as one number, as periods are kept.</summary>
    public required int Month { get; init; }

    public required int Version { get; init; }

    /// <summary>How much of the work is done, from 0 to 100.</summary>
    public required decimal Percent { get; init; }

    public required string Words { get; init; }

    /// <summary>Codes of the milestones that are reached by then.</summary>
    public required List<string> Milestones { get; init; }

    /// <summary>Name of the organisation that reported.</summary>
    public required string Organisation { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class MeasureReportTable : IEntityTypeConfiguration<MeasureReport>
{
    public void Configure(EntityTypeBuilder<MeasureReport> builder)
    {
        builder.ToTable("measures_report");
        builder.Property(report => report.Id).ValueGeneratedNever();
        builder.HasIndex(report => new { report.Programme, report.Measure, report.Month, report.Version }).IsUnique();
    }
}
