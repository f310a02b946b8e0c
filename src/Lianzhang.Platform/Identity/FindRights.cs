using System.Collections.Concurrent;
using System.Collections.Frozen;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Identity;

/// <summary>Rights that were read, for as long as neither the account nor anything that rights follow from has changed.</summary>
internal sealed class RightsCache
{
    public ConcurrentDictionary<Guid, (long Epoch, Rights Rights)> Known { get; } = new();
}

/// <summary>An account as it stands, with the state of all that rights follow from and the key that was shown, where it is valid.</summary>
internal sealed record KnownAccount(string? SecurityStamp, bool IsDisabled, bool MustChangePassword, long Epoch, ApiKey? Key);

/// <summary>What an account may do now. Each time the account itself is looked at; what follows from its roles is kept.</summary>
internal sealed class FindRights(LianzhangDb db, RightsCache cache, TimeProvider time)
{
    // The account with the key that is shown, where that is valid. Whoever asks has no rights yet that could limit what it sees.
    private static readonly CompiledQuery<Func<LianzhangDb, Guid, Guid?, DateOnly, CancellationToken, Task<KnownAccount?>>> Account = new(() => EF.CompileAsyncQuery((LianzhangDb db, Guid id, Guid? key, DateOnly today, CancellationToken _) => (
        from one in db.Set<Account>().IgnoreQueryFilters().AsNoTracking()
        from epoch in db.Set<AccessEpoch>()
        from held in db.Set<ApiKey>().Where(own => own.Id == key && own.RevokedAt == null && own.LastDay >= today && own.AccountId == one.Id).DefaultIfEmpty()
        where one.Id == id
        select new KnownAccount(one.SecurityStamp, one.IsDisabled, one.MustChangePassword, epoch.Value, held)).SingleOrDefault()));

    public static Task<Rights?> Of(IServiceProvider services, Caller caller, CancellationToken cancel) =>
        services.GetRequiredService<FindRights>().Find(caller, cancel);

    private async Task<Rights?> Find(Caller caller, CancellationToken cancel)
    {
        if (caller.Rights is { } told)
            return told;
        if (caller.Account is not { } id)
            return Rights.OfNobody;
        var key = caller.Key?.Id;
        var account = await Account.In(db)(db, id, key, time.Today(), cancel);
        if (account is null || account.IsDisabled || (key is null ? account.SecurityStamp != caller.Stamp : account.Key is null))
            return null;
        return await Of(id, account, cancel);
    }

    /// <summary>What an account may do that was just looked at, and of that what the key may do where one was shown.</summary>
    public async Task<Rights> Of(Guid id, KnownAccount account, CancellationToken cancel)
    {
        if (account.MustChangePassword)
            return new Rights(isSignedIn: true, []);
        if (!cache.Known.TryGetValue(id, out var known) || known.Epoch != account.Epoch)
            cache.Known[id] = known = (account.Epoch, new Rights(isSignedIn: true, await Grants(id, cancel)));
        return account.Key is { } shown ? OfKey(shown, known.Rights) : known.Rights;
    }

    // The role that the key was made for, as far as its owner still holds it, and of it what the key may do. It is no sign-in.
    private static Rights OfKey(ApiKey key, Rights rights) => new(isSignedIn: false, [.. rights.Grants
        .Where(grant => grant.OnBehalfOf is null && grant.Membership == key.MembershipId)
        .Select(grant => grant with { Permissions = grant.Permissions.Intersect(key.Permissions).ToFrozenSet() })]);

    private async Task<IReadOnlyList<Grant>> Grants(Guid id, CancellationToken cancel)
    {
        var today = time.Today();
        var deputyships = await db.Set<Deputyship>().AsNoTracking().Where(deputyship => deputyship.DeputyId == id && deputyship.To >= today).ToListAsync(cancel);
        var people = deputyships.Select(deputyship => deputyship.AbsentId).Append(id).ToList();
        var held = await (
            from membership in db.Set<Membership>().IgnoreQueryFilters()
            join organisation in db.Set<Organisation>().IgnoreQueryFilters() on membership.OrganisationId equals organisation.Id
            join role in db.Set<Role>() on membership.Role equals role.Code
            join account in db.Set<Account>().IgnoreQueryFilters() on membership.AccountId equals account.Id
            where people.Contains(membership.AccountId) && !account.IsDisabled
            orderby membership.Id
            select new Held(membership, organisation, role, account.DisplayName)).AsNoTracking().ToListAsync(cancel);
        // Who has become an administrator since stands in for nobody.
        if (held.Any(one => one.Membership.AccountId == id && one.Role.IsAdministrator && (one.Membership.To is null || one.Membership.To >= today)))
            deputyships = [];
        var regions = RegionTree.Of(await db.Set<RegionNode>().AsNoTracking().ToListAsync(cancel));
        return
        [
            .. held.Where(one => one.Membership.AccountId == id).Select(one => one.Grant(regions, DateOnly.MinValue, DateOnly.MaxValue, onBehalfOf: null)),
            .. from deputyship in deputyships
               from one in held
               // An administrator's rights are not passed on: the three stay apart.
               where one.Membership.AccountId == deputyship.AbsentId && (deputyship.MembershipId is null || deputyship.MembershipId == one.Membership.Id) && (one.Role.Kind is RoleKind.Business or RoleKind.Enterprise)
               select one.Grant(regions, deputyship.From, deputyship.To, one.Person),
        ];
    }

    private static DateOnly Later(DateOnly? one, DateOnly other) => one > other ? one.Value : other;

    private static DateOnly Earlier(DateOnly? one, DateOnly other) => one < other ? one.Value : other;

    private sealed record Held(Membership Membership, Organisation Organisation, Role Role, string Person)
    {
        // For as long as the role is given and the organisation is there.
        public Grant Grant(RegionTree regions, DateOnly from, DateOnly to, string? onBehalfOf) => new(
            Role.Code,
            Organisation.Name,
            Role.Permissions.ToFrozenSet(),
            Role.Scope switch
            {
                RoleScope.Programme => Scope.Everything,
                RoleScope.Region => new Scope(Regions: regions.Below(Organisation.Region)),
                RoleScope.Industry => new Scope(Industries: Membership.Industry is { } industry ? [industry] : []),
                RoleScope.Organisation => new Scope(Organisation: Organisation.Id),
            },
            Later(Organisation.From, Later(Membership.From, from)),
            Earlier(Organisation.To, Earlier(Membership.To, to)),
            onBehalfOf,
            Membership.Id);
    }
}
