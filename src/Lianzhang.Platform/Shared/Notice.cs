using Lianzhang.Core.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Shared;

/// <summary>Something that one person is told: a line, and the page where it can be seen.</summary>
public sealed class Notice
{
    public required Guid Id { get; init; }

    public required Guid Account { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Title { get; init; }

    public required string TitleEn { get; init; }

    /// <summary>A page of the product.</summary>
    public required string Href { get; init; }

    public DateTimeOffset? ReadAt { get; set; }

    public Text Text => (Title, TitleEn);
}

/// <summary>A notice on its way out by one channel. It is written with the notice, so that neither is lost without the other.</summary>
public sealed class NoticeDelivery
{
    public required Guid Id { get; init; }

    public required Guid Notice { get; init; }

    public required string Channel { get; init; }

    /// <summary>When it is tried next; null once it has been sent or given up.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Why the last attempt failed.</summary>
    public string? Failure { get; set; }
}

internal sealed class NoticeTables : IEntityTypeConfiguration<Notice>, IEntityTypeConfiguration<NoticeDelivery>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("shared_notice");
        builder.Property(notice => notice.Id).ValueGeneratedNever();
        builder.HasIndex(notice => new { notice.Account, notice.ReadAt });
        builder.Ignore(notice => notice.Text);
    }

    public void Configure(EntityTypeBuilder<NoticeDelivery> builder)
    {
        builder.ToTable("shared_delivery");
        builder.Property(delivery => delivery.Id).ValueGeneratedNever();
        builder.HasIndex(delivery => delivery.DueAt);
    }
}
