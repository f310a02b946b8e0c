using Lianzhang.Core.Inspections;
using Lianzhang.Core.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Inspections;

/// <summary>A visit of one enterprise, task or park for one theme.</summary>
internal sealed class Inspection
{
    public required Guid Id { get; init; }

    /// <summary>The draw that it belongs to.</summary>
    public required Guid Draw { get; init; }

    /// <summary>The version of the programme whose checklist is filled in.</summary>
    public required int ProgrammeVersion { get; init; }

    public required string Theme { get; init; }

    public required string ThemeName { get; init; }

    public required string? ThemeNameEn { get; init; }

    public required InspectionOf Of { get; init; }

    /// <summary>Code of who is visited, with its name and region when the visit was planned.</summary>
    public required string Unit { get; init; }

    public required string UnitName { get; init; }

    public required string Region { get; init; }

    public required DateOnly PlannedOn { get; init; }

    public required string PlannedBy { get; init; }

    public required DateOnly Due { get; init; }

    public required InspectionState State { get; set; }

    /// <summary>What was written into the checklist, by the code of the point, as JSON.</summary>
    public string Answers { get; set; } = string.Empty;

    public DateTimeOffset? AnsweredAt { get; set; }

    public DateOnly? FinishedOn { get; set; }

    public string? FinishedBy { get; set; }

    public string? CancelReason { get; set; }
}

/// <summary>Something that a visit found to be put right.</summary>
internal sealed class InspectionFinding
{
    public required Guid Id { get; init; }

    public required Guid InspectionId { get; init; }

    /// <summary>Code of the point of the checklist, or null for the visit as a whole.</summary>
    public required string? Item { get; init; }

    public required FindingLevel Level { get; init; }

    public required string Words { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    /// <summary>When it was found to be put right.</summary>
    public DateOnly? SettledOn { get; set; }
}

internal sealed class InspectionTables : IEntityTypeConfiguration<Inspection>, IEntityTypeConfiguration<InspectionFinding>
{
    public void Configure(EntityTypeBuilder<Inspection> builder)
    {
        builder.ToTable("inspections_inspection");
        builder.Property(inspection => inspection.Id).ValueGeneratedNever();
        builder.HasIndex(inspection => new { inspection.Theme, inspection.Unit });
        builder.HasIndex(inspection => new { inspection.State, inspection.Due });
    }

    public void Configure(EntityTypeBuilder<InspectionFinding> builder)
    {
        builder.ToTable("inspections_finding");
        builder.Property(finding => finding.Id).ValueGeneratedNever();
        builder.HasIndex(finding => finding.InspectionId);
        builder.HasOne<Inspection>().WithMany().HasForeignKey(finding => finding.InspectionId).OnDelete(DeleteBehavior.Restrict);
    }
}
