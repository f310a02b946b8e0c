using Lianzhang.Core.Appeals;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Appeals;

/// <summary>A step in the timeline of an appeal; only ever added.</summary>
internal sealed class AppealEvent
{
    public long Id { get; init; }

    public required Guid AppealId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required AppealStep Step { get; init; }

    public required string By { get; init; }

    public Guid? Account { get; init; }

    /// <summary>Name of the organisation for which it was done; empty for the product.</summary>
    public required string Organisation { get; init; }

    [Secret]
    public required string Words { get; init; }

    /// <summary>Name of the organisation that got it.</summary>
    public string? To { get; init; }

    public AppealRating? Rating { get; init; }

    /// <summary>By when the next step is to be taken, after this one.</summary>
    public DateOnly? Due { get; init; }
}

internal sealed class AppealTables : IEntityTypeConfiguration<Appeal>, IEntityTypeConfiguration<AppealEvent>
{
    public void Configure(EntityTypeBuilder<Appeal> builder)
    {
        builder.ToTable("appeals_appeal");
        builder.Property(appeal => appeal.Id).ValueGeneratedNever();
        builder.Ignore(appeal => appeal.Standing);
        builder.Ignore(appeal => appeal.Stage);
        builder.Ignore(appeal => appeal.Reference);
        builder.HasIndex(appeal => new { appeal.Year, appeal.Number }).IsUnique();
        builder.HasIndex(appeal => appeal.Asker);
        builder.HasIndex(appeal => appeal.Handler);
        builder.HasIndex(appeal => new { appeal.State, appeal.ActBy });
    }

    public void Configure(EntityTypeBuilder<AppealEvent> builder)
    {
        builder.ToTable("appeals_event");
        builder.HasIndex(entry => entry.AppealId);
        builder.HasOne<Appeal>().WithMany().HasForeignKey(entry => entry.AppealId).OnDelete(DeleteBehavior.Restrict);
    }
}
