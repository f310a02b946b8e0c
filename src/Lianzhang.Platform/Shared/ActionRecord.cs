using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Shared;

/// <summary>A change that was made: when, by whom, through which right.</summary>
internal sealed class ActionRecord
{
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public required string Permission { get; init; }

    /// <summary>The request in one line, without what it carries.</summary>
    public required string Request { get; init; }
}

internal sealed class ActionRecordTable : IEntityTypeConfiguration<ActionRecord>
{
    public void Configure(EntityTypeBuilder<ActionRecord> builder) => builder.ToTable("shared_action");
}
