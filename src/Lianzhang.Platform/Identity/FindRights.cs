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

/// <summary>What an account may do now. Each time the account itself is looked at; what follows from its roles is kept.</summary>
internal sealed class FindRights(LianzhangDb db, RightsCache cache, TimeProvider time)
{
    public static Task<Rights?> Of(IServiceProvider services, Caller caller, CancellationToken cancel) =>
        services.GetRequiredService<FindRights>().Find(caller, cancel);

    private async Task<Rights?> Find(Caller caller, CancellationToken cancel)
    {
        if (caller.Account is not { } id)
            return Rights.OfNobody;
        var account = await db.Set<Account>().AsNoTracking()
            .Where(account => account.Id == id)
            .Select(account => new { account.SecurityStamp, account.IsDisabled, account.MustChangePassword, Epoch = db.Set<AccessEpoch>().Single().Value })
            .SingleOrDefaultAsync(cancel);
        if (account is null || account.IsDisabled || account.SecurityStamp != caller.Stamp)
            return null;
        if (account.MustChangePassword)
            return new Rights(isSignedIn: true, []);
        if (cache.Known.TryGetValue(id, out var known) && known.Epoch == account.Epoch)
            return known.Rights;
        var rights = new Rights(isSignedIn: true, await Grants(id, cancel));
        cache.Known[id] = (account.Epoch, rights);
        return rights;
    }

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
            .. held.Where(one => one.Membership.AccountId == id).Select(one => one.Grant(regions, one.Membership.From, one.Membership.To, onBehalfOf: null)),
            .. from deputyship in deputyships
               from one in held
               // An administrator's rights are not passed on: the three stay apart.
               where one.Membership.AccountId == deputyship.AbsentId && (deputyship.MembershipId is null || deputyship.MembershipId == one.Membership.Id) && (one.Role.Kind is RoleKind.Business or RoleKind.Enterprise)
               select one.Grant(regions, Later(one.Membership.From, deputyship.From), Earlier(one.Membership.To, deputyship.To), one.Person),
        ];
    }

    private static DateOnly Later(DateOnly? one, DateOnly other) => one > other ? one.Value : other;

    private static DateOnly Earlier(DateOnly? one, DateOnly other) => one < other ? one.Value : other;

    private sealed record Held(Membership Membership, Organisation Organisation, Role Role, string Person)
    {
        public Grant Grant(RegionTree regions, DateOnly? from, DateOnly? to, string? onBehalfOf) => new(
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
            from,
            to,
            onBehalfOf);
    }
}
