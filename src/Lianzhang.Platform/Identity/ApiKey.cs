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

/// <summary>Whose key a secret is.</summary>
public sealed record ApiKeyOwner(Guid Account, string Name, CallerKey Key);

/// <summary>Finds a key by its secret when a machine shows it. What it may do is looked up by <see cref="FindRights"/>.</summary>
public sealed class RecogniseApiKey(LianzhangDb db, TimeProvider time)
{
    private static readonly CompiledQuery<Func<LianzhangDb, string, DateOnly, CancellationToken, Task<Shown?>>> Valid = new(() => EF.CompileAsyncQuery((LianzhangDb db, string hash, DateOnly today, CancellationToken _) => (
        from key in db.Set<ApiKey>().AsNoTracking()
        join account in db.Set<Account>().IgnoreQueryFilters() on key.AccountId equals account.Id
        where key.Hash == hash && key.RevokedAt == null && key.LastDay >= today && !account.IsDisabled
        select new Shown(key, account.DisplayName)).SingleOrDefault()));

    /// <summary>Null when there is no such key, or it is over.</summary>
    public async Task<ApiKeyOwner?> Find(string secret, CancellationToken cancel)
    {
        var (hash, today) = (ApiKey.HashOf(secret), time.Today());
        if (await Valid.In(db)(db, hash, today, cancel) is not var (key, name))
            return null;
        if (key.UsedOn != today)
            await db.Set<ApiKey>().Where(own => own.Id == key.Id).ExecuteUpdateAsync(set => set.SetProperty(own => own.UsedOn, today), cancel);
        return new ApiKeyOwner(key.AccountId, name, new CallerKey(key.Id, key.Title));
    }

    private sealed record Shown(ApiKey Key, string Owner);
}
