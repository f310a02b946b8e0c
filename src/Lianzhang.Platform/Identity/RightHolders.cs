using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>A person whose role holds a right, and how far it reaches.</summary>
internal sealed record RightHolder(Guid Account, Scope Scope)
{
    public bool Reaches(Subject subject) => Scope.Covers(subject);
}

/// <summary>Finds who is to be told of something: the people whose roles hold a right that reaches it.</summary>
internal sealed class RightHolders(LianzhangDb db, TimeProvider time)
{
    private static readonly CompiledQuery<Func<LianzhangDb, string, DateOnly, IAsyncEnumerable<InOrganisation>>> InOne = new(() => EF.CompileAsyncQuery((LianzhangDb db, string code, DateOnly today) =>
        from membership in db.Set<Membership>().IgnoreQueryFilters()
        join role in db.Set<Role>() on membership.Role equals role.Code
        join account in db.Set<Account>() on membership.AccountId equals account.Id
        join organisation in db.Set<Organisation>() on membership.OrganisationId equals organisation.Id
        where organisation.Code == code && role.Scope == RoleScope.Organisation && !account.IsDisabled
            && (membership.From == null || membership.From <= today) && (membership.To == null || membership.To >= today)
        orderby membership.Id
        select new InOrganisation(account.Id, role.Permissions)));

    /// <summary>The people who hold a right for an organisation of theirs alone, by its code, which is the code of the enterprise, park or county that they act for.</summary>
    public async Task<ILookup<string, Guid>> ByOrganisation(string permission, CancellationToken cancel)
    {
        var held = (await Of(permission, cancel)).Where(holder => holder.Scope.Organisation is not null).Select(holder => (holder.Account, Organisation: holder.Scope.Organisation!.Value)).Distinct().ToList();
        var codes = await db.Set<Organisation>().IgnoreQueryFilters().AsNoTracking().Select(organisation => new { organisation.Id, organisation.Code }).ToDictionaryAsync(organisation => organisation.Id, organisation => organisation.Code, cancel);
        return held.ToLookup(holder => codes[holder.Organisation], holder => holder.Account);
    }

    /// <summary>The people who hold a right for the one organisation that has the code.</summary>
    public async Task<IReadOnlyList<Guid>> OfOrganisation(string permission, string code, CancellationToken cancel)
    {
        var held = await InOne.In(db)(db, code, time.Today()).ToListAsync(cancel);
        return [.. held.Where(one => one.Permissions.Contains(permission)).Select(one => one.Account).Distinct()];
    }

    public async Task<IReadOnlyList<RightHolder>> Of(string permission, CancellationToken cancel)
    {
        var roles = (await db.Set<Role>().AsNoTracking().ToListAsync(cancel)).Where(role => role.Permissions.Contains(permission)).ToDictionary(role => role.Code);
        var (codes, today) = (roles.Keys.ToList(), time.Today());
        var held = await (
            from membership in db.Set<Membership>().IgnoreQueryFilters().AsNoTracking()
            join account in db.Set<Account>().IgnoreQueryFilters() on membership.AccountId equals account.Id
            join organisation in db.Set<Organisation>().IgnoreQueryFilters() on membership.OrganisationId equals organisation.Id
            where codes.Contains(membership.Role) && !account.IsDisabled
                && (membership.From == null || membership.From <= today) && (membership.To == null || membership.To >= today)
            orderby membership.Id
            select new { account.Id, membership.Role, membership.Industry, Organisation = organisation.Id, organisation.Region }).ToListAsync(cancel);
        var regions = RegionTree.Of(await db.Set<RegionNode>().AsNoTracking().ToListAsync(cancel));
        return [.. held.Select(one => new RightHolder(one.Id, roles[one.Role].Scope switch
        {
            RoleScope.Programme => Scope.Everything,
            RoleScope.Region => new Scope(Regions: regions.Below(one.Region)),
            RoleScope.Industry => new Scope(Industries: one.Industry is { } industry ? [industry] : []),
            RoleScope.Organisation => new Scope(Organisation: one.Organisation),
        }))];
    }

    private sealed record InOrganisation(Guid Account, List<string> Permissions);
}
