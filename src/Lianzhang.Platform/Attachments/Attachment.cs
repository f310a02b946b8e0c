using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Attachments;

/// <summary>A file that somebody handed in; its content lies under its hash in the folder of files.</summary>
internal sealed class Attachment
{
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the content, in small hexadecimal digits.</summary>
    public required string Hash { get; init; }

    public required string Name { get; init; }

    public required FileKind Kind { get; init; }

    public required int Bytes { get; init; }

    /// <summary>The account that handed it in; none where the product itself did.</summary>
    public required Guid? Account { get; init; }

    public required string AddedBy { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>What it belongs to, such as order/8f2c…; empty until something claims it.</summary>
    public string? Subject { get; set; }
}

internal sealed class AttachmentTable : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("attachments_attachment");
        builder.Property(attachment => attachment.Id).ValueGeneratedNever();
        builder.HasIndex(attachment => attachment.Hash);
        builder.HasIndex(attachment => attachment.Subject);
    }
}
