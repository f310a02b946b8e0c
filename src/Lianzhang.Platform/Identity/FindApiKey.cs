using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Identity;

/// <summary>Whose key a secret is, and what it may do now.</summary>
public sealed record ApiKeyOwner(Guid Account, string Name, CallerKey Key, Rights Rights);

/// <summary>Recognises a key by the secret that a machine shows; null when there is no such key, or it is over.</summary>
public delegate Task<ApiKeyOwner?> RecogniseApiKey(IServiceProvider services, string secret, CancellationToken cancel);

/// <summary>Finds a key by its secret when a machine shows it, and with the same question what it may do.</summary>
internal sealed class FindApiKey(LianzhangDb db, FindRights rights, TimeProvider time)
{
    private static readonly CompiledQuery<Func<LianzhangDb, string, DateOnly, CancellationToken, Task<Shown?>>> Valid = new(() => EF.CompileAsyncQuery((LianzhangDb db, string hash, DateOnly today, CancellationToken _) => (
        from key in db.Set<ApiKey>().AsNoTracking()
        join account in db.Set<Account>().IgnoreQueryFilters() on key.AccountId equals account.Id
        from epoch in db.Set<AccessEpoch>()
        where key.Hash == hash && key.RevokedAt == null && key.LastDay >= today && !account.IsDisabled
        select new Shown(account.DisplayName, new KnownAccount(account.SecurityStamp, account.IsDisabled, account.MustChangePassword, epoch.Value, key))).SingleOrDefault()));

    public static Task<ApiKeyOwner?> Of(IServiceProvider services, string secret, CancellationToken cancel) => services.GetRequiredService<FindApiKey>().Find(secret, cancel);

    public async Task<ApiKeyOwner?> Find(string secret, CancellationToken cancel)
    {
        var (hash, today) = (ApiKey.HashOf(secret), time.Today());
        if (await Valid.In(db)(db, hash, today, cancel) is not { Account: { Key: { } key } account } shown)
            return null;
        if (key.UsedOn != today)
            await db.Set<ApiKey>().Where(own => own.Id == key.Id).ExecuteUpdateAsync(set => set.SetProperty(own => own.UsedOn, today), cancel);
        return new ApiKeyOwner(key.AccountId, shown.Owner, new CallerKey(key.Id, key.Title), await rights.Of(key.AccountId, account, cancel));
    }

    private sealed record Shown(string Owner, KnownAccount Account);
}
