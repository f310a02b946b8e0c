using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>An organisation with the people in it whose roles there hold a right.</summary>
internal sealed record HoldingOffice(Guid Id, string Code, string Name, string Region, IReadOnlyList<Guid> People, OrganisationKind Kind);

/// <summary>Finds the organisations in which a right is held, whatever its scope: where work of one organisation is handed to another.</summary>
internal sealed class HoldingOffices(LianzhangDb db, CurrentCaller caller, TimeProvider time)
{
    /// <summary>Every organisation in which somebody holds the right today, by name.</summary>
    public async Task<IReadOnlyList<HoldingOffice>> All(string permission, CancellationToken cancel)
    {
        var today = time.Today();
        var roles = (await db.Set<Role>().AsNoTracking().ToListAsync(cancel)).Where(role => role.Permissions.Contains(permission)).Select(role => role.Code).ToList();
        var held = await (
            from membership in db.Set<Membership>().IgnoreQueryFilters()
            join account in db.Set<Account>().IgnoreQueryFilters() on membership.AccountId equals account.Id
            join organisation in db.Set<Organisation>().IgnoreQueryFilters() on membership.OrganisationId equals organisation.Id
            where roles.Contains(membership.Role) && !account.IsDisabled
                && (membership.From == null || membership.From <= today) && (membership.To == null || membership.To >= today)
                && (organisation.To == null || organisation.To >= today)
            select new { account.Id, Organisation = organisation }).AsNoTracking().ToListAsync(cancel);
        return [.. held.GroupBy(one => one.Organisation.Id).Select(group => Office(group.First().Organisation, [.. group.Select(one => one.Id).Distinct()])).OrderBy(office => office.Name, StringComparer.Ordinal).ThenBy(office => office.Code, StringComparer.Ordinal)];
    }

    /// <summary>The organisations in which the caller holds the right today, as itself or as a deputy.</summary>
    public async Task<IReadOnlyList<HoldingOffice>> OfCaller(string permission, CancellationToken cancel)
    {
        var today = time.Today();
        var memberships = caller.Rights.Grants.Where(grant => grant.Permissions.Contains(permission) && grant.IsValid(today)).Select(grant => grant.Membership).ToList();
        var offices = await db.Set<Organisation>().IgnoreQueryFilters().AsNoTracking()
            .Where(organisation => db.Set<Membership>().IgnoreQueryFilters().Any(membership => memberships.Contains(membership.Id) && membership.OrganisationId == organisation.Id))
            .OrderBy(organisation => organisation.Name).ToListAsync(cancel);
        return [.. offices.Select(organisation => Office(organisation, caller.Caller.Account is { } own ? [own] : []))];
    }

    private static HoldingOffice Office(Organisation organisation, IReadOnlyList<Guid> people) => new(organisation.Id, organisation.Code, organisation.Name, organisation.Region, people, organisation.Kind);
}
