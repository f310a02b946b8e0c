using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>A key as it is shown.</summary>
public sealed record ApiKeyView(Guid Id, string Owner, string Name, string Prefix, Text Role, string Organisation, IReadOnlyList<string> Permissions, DateTimeOffset CreatedAt, DateOnly LastDay, DateOnly? UsedOn);

/// <summary>Keys that work.</summary>
public sealed record ApiKeyList(IReadOnlyList<ApiKeyView> Keys);

/// <summary>Lists one's own keys that work.</summary>
public sealed record ListOwnApiKeys : IRequest<ApiKeyList>;

/// <summary>Lists everybody's keys that work.</summary>
public sealed record ListApiKeys : IRequest<ApiKeyList>;

/// <summary>Ends one of one's own keys at once.</summary>
public sealed record RevokeOwnApiKey(Guid Key) : IRequest<Done>;

/// <summary>Ends anybody's key at once.</summary>
public sealed record RevokeApiKey(Guid Key) : IRequest<Done>;

internal sealed class ListOwnApiKeysSlice(ApiKeys keys, CurrentCaller caller) : Slice<ListOwnApiKeys, ApiKeyList>
{
    public override Permission Permission { get; } = new("account.api-keys", Changes: false, For: Audience.SignedIn);

    protected override async Task<Answer<ApiKeyList>> Handle(ListOwnApiKeys request, CancellationToken cancel) => await keys.Of(caller.Account, cancel);
}

internal sealed class ListApiKeysSlice(ApiKeys keys) : Slice<ListApiKeys, ApiKeyList>
{
    public override Permission Permission { get; } = new("api-keys.manage", Changes: false, Recorded: true);

    protected override async Task<Answer<ApiKeyList>> Handle(ListApiKeys request, CancellationToken cancel) => await keys.Of(null, cancel);
}

internal sealed class RevokeOwnApiKeySlice(ApiKeys keys, CurrentCaller caller) : Slice<RevokeOwnApiKey, Done>
{
    public override Permission Permission { get; } = new("account.api-keys", Changes: true, For: Audience.SignedIn);

    protected override Task<Answer<Done>> Handle(RevokeOwnApiKey request, CancellationToken cancel) => keys.Revoke(request.Key, caller.Account, cancel);
}

internal sealed class RevokeApiKeySlice(ApiKeys keys) : Slice<RevokeApiKey, Done>
{
    public override Permission Permission { get; } = new("api-keys.manage", Changes: true);

    protected override Task<Answer<Done>> Handle(RevokeApiKey request, CancellationToken cancel) => keys.Revoke(request.Key, owner: null, cancel);
}

/// <summary>Reads and ends keys, of one owner or of everybody.</summary>
internal sealed class ApiKeys(LianzhangDb db, TimeProvider time)
{
    public async Task<ApiKeyList> Of(Guid? owner, CancellationToken cancel)
    {
        var today = time.Today();
        var found = await (
            from key in db.Set<ApiKey>().AsNoTracking()
            join account in db.Set<Account>().IgnoreQueryFilters() on key.AccountId equals account.Id
            join membership in db.Set<Membership>().IgnoreQueryFilters() on key.MembershipId equals membership.Id
            join role in db.Set<Role>() on membership.Role equals role.Code
            join organisation in db.Set<Organisation>().IgnoreQueryFilters() on membership.OrganisationId equals organisation.Id
            where key.RevokedAt == null && key.LastDay >= today && (owner == null || key.AccountId == owner)
            orderby key.Id
            select new { key, account.DisplayName, role, Organisation = organisation.Name }).ToListAsync(cancel);
        return new ApiKeyList([.. found.Select(one => new ApiKeyView(
            one.key.Id, one.DisplayName, one.key.Name, one.key.Prefix, one.role.Title, one.Organisation, one.key.Permissions, one.key.CreatedAt, one.key.LastDay, one.key.UsedOn))]);
    }

    public async Task<Answer<Done>> Revoke(Guid id, Guid? owner, CancellationToken cancel)
    {
        if (await db.Set<ApiKey>().SingleOrDefaultAsync(key => key.Id == id && key.RevokedAt == null && (owner == null || key.AccountId == owner), cancel) is not { } found)
            return Problem.NotFound(("没有这个密钥，或已经停用。", "There is no such key, or it was revoked."));
        found.RevokedAt = time.GetUtcNow();
        return Done.It;
    }
}
