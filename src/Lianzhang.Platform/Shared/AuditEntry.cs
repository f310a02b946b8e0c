using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Shared;

/// <summary>
/// What somebody did, written in the same transaction as the doing and never changed afterwards. The mark proves that the
/// product wrote it; the chain over all entries is made afterwards, so that writers do not wait for each other.
/// </summary>
public sealed class AuditEntry
{
    public long Id { get; init; }

    /// <summary>Tells the entry apart from a copy of it.</summary>
    public required Guid Uid { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid? Account { get; init; }

    public required string By { get; init; }

    /// <summary>The role that gave the right, and the organisation in which it is held.</summary>
    public required string Role { get; init; }

    /// <summary>Whose role it is, when it was used as a deputy; else empty.</summary>
    public required string OnBehalfOf { get; init; }

    /// <summary>The API key by which a machine did it; else empty.</summary>
    public required string Key { get; init; }

    public required string Permission { get; init; }

    /// <summary>The region, industry or organisation that it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>The request in one line, without secrets and without what it carries.</summary>
    public required string Request { get; init; }

    /// <summary>What changed, before and after, as JSON.</summary>
    public required string Changes { get; init; }

    public required string Address { get; init; }

    public byte[] Mark { get; internal set; } = [];

    /// <summary>The bytes that mark and chain stand for: every field but the store's own number.</summary>
    // What was added later stands behind its name and only where there is any, so that marks of earlier entries still hold.
    public byte[] Canonical() => JsonSerializer.SerializeToUtf8Bytes((string[])
    [
        Uid.ToString(), At.UtcTicks.ToString(CultureInfo.InvariantCulture), Account?.ToString() ?? string.Empty, By, Role, Permission, Subject, Request, Changes, Address,
        .. Key.Length > 0 ? [$"{nameof(Key)} {Key}"] : Array.Empty<string>(),
        .. OnBehalfOf.Length > 0 ? [$"{nameof(OnBehalfOf)} {OnBehalfOf}"] : Array.Empty<string>(),
    ]);

    internal void MarkWith(AuditKey key) => Mark = key.Mark(Canonical());

    internal bool IsMarkedWith(AuditKey key) => CryptographicOperations.FixedTimeEquals(Mark, key.Mark(Canonical()));
}

internal sealed class AuditEntryTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("shared_audit");
        builder.Property(entry => entry.Key).HasDefaultValue(string.Empty);
        builder.Property(entry => entry.OnBehalfOf).HasDefaultValue(string.Empty);
        builder.HasIndex(entry => entry.Uid).IsUnique();
        builder.HasIndex(entry => entry.At);
        builder.HasIndex(entry => entry.Account);
    }
}
