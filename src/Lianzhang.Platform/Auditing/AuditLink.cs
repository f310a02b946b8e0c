using System.Security.Cryptography;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Auditing;

/// <summary>A link of the chain over all entries: the hash of an entry together with the hash of the link before.</summary>
internal sealed class AuditLink
{
    /// <summary>1, 2, 3 … without a gap.</summary>
    public required long Sequence { get; init; }

    public required Guid Entry { get; init; }

    public required byte[] Hash { get; init; }

    public static byte[] Next(byte[] before, AuditEntry entry) => SHA256.HashData([.. before, .. SHA256.HashData(entry.Canonical())]);

    /// <summary>What stands before the first link.</summary>
    public static byte[] Start { get; } = new byte[SHA256.HashSizeInBytes];
}

/// <summary>The head of the chain when some links had been added, signed.</summary>
internal sealed class AuditSeal
{
    /// <summary>The last link that it covers.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>No entry up to this one of the store's numbers is still to be linked.</summary>
    public required long UpToEntry { get; init; }

    public required byte[] Hash { get; init; }

    public required byte[] Signature { get; init; }
}

internal sealed class AuditLinkTables : IEntityTypeConfiguration<AuditLink>, IEntityTypeConfiguration<AuditSeal>
{
    public void Configure(EntityTypeBuilder<AuditLink> builder)
    {
        builder.ToTable("auditing_link");
        builder.HasKey(link => link.Sequence);
        builder.Property(link => link.Sequence).ValueGeneratedNever();
        builder.HasIndex(link => link.Entry).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AuditSeal> builder)
    {
        builder.ToTable("auditing_seal");
        builder.HasKey(seal => seal.Sequence);
        builder.Property(seal => seal.Sequence).ValueGeneratedNever();
    }
}
