using System.Security.Cryptography;
using System.Text;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Identity;

/// <summary>A secret by which a machine acts as an account, within one of its roles. The secret itself is not stored.</summary>
internal sealed class ApiKey
{
    public const string Mark = "lz_";

    /// <summary>How much of a secret is shown, to tell keys apart.</summary>
    public const int PrefixLength = 11;

    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>The role within which it acts.</summary>
    public required Guid MembershipId { get; init; }

    public required string Name { get; init; }

    public required string Prefix { get; init; }

    /// <summary>SHA-256 of the secret, which is long and random, so that no slow hash is needed.</summary>
    [Secret]
    public required string Hash { get; init; }

    public required List<string> Permissions { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateOnly LastDay { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>The last day on which it was used; a day is exact enough and costs one write.</summary>
    public DateOnly? UsedOn { get; set; }

    public string Title => $"{Name} ({Prefix}…)";

    public static string NewSecret() => Mark + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

internal sealed class ApiKeyTable : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("identity_key");
        builder.Property(key => key.Id).ValueGeneratedNever();
        builder.Ignore(key => key.Title);
        builder.HasIndex(key => key.Hash).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(key => key.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Membership>().WithMany().HasForeignKey(key => key.MembershipId).OnDelete(DeleteBehavior.Restrict);
    }
}
