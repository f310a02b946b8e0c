using Lianzhang.Core.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Facts;

/// <summary>Where facts come from.</summary>
public enum FactOrigin
{
    /// <summary>A file that was imported.</summary>
    File,

    /// <summary>A report that was accepted.</summary>
    Report,

    /// <summary>Counted from a register.</summary>
    Register,

    /// <summary>Made up for trial; every screen and file says so.</summary>
    Generated,
}

/// <summary>What was appended at once: one accepted report, one file. Batches are numbered in the order in which they count.</summary>
internal sealed class FactBatch
{
    public long Id { get; init; }

    public required FactOrigin Origin { get; init; }

    /// <summary>By which the source knows it; the same one twice is the same batch.</summary>
    public required string SourceId { get; init; }

    public required string Title { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required int Reports { get; init; }

    public required int Values { get; init; }
}

/// <summary>A unit or an item by the number under which reports are kept.</summary>
internal sealed class FactCode
{
    public int Id { get; init; }

    public required FactCodeKind Kind { get; init; }

    public required string Code { get; init; }
}

internal enum FactCodeKind
{
    Unit,
    Item,
}

/// <summary>
/// One report of a unit for a period with all its values packed: reading a row for each value would take several times as long. What
/// a later report says of the same item takes the place of what an earlier one said; rows are never changed.
/// </summary>
internal sealed class StoredReport
{
    public long Id { get; init; }

    public required long BatchId { get; init; }

    public required int Unit { get; init; }

    /// <summary>Year, first month and number of months as one number: 20250112 is the year 2025.</summary>
    public required int Period { get; init; }

    /// <summary>As <see cref="ReportPayload"/> packs it.</summary>
    public required byte[] Payload { get; init; }
}

internal sealed class ReportTables : IEntityTypeConfiguration<FactBatch>, IEntityTypeConfiguration<FactCode>, IEntityTypeConfiguration<StoredReport>
{
    public void Configure(EntityTypeBuilder<FactBatch> builder)
    {
        builder.ToTable("facts_batch");
        builder.HasIndex(batch => batch.SourceId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<FactCode> builder)
    {
        builder.ToTable("facts_code");
        builder.HasIndex(code => new { code.Kind, code.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<StoredReport> builder)
    {
        builder.ToTable("facts_report");
        builder.HasIndex(report => new { report.Unit, report.Period });
        builder.HasIndex(report => report.BatchId);
    }
}
