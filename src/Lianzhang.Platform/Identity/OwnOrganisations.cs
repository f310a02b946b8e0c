using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>An organisation in which the caller holds a role, by itself or for somebody on leave.</summary>
public sealed record OwnOrganisation(string Code, string Name, OrganisationKind Kind, string Region);

/// <summary>For whom the caller acts, whatever else a right may reach.</summary>
internal sealed class OwnOrganisations(LianzhangDb db, CurrentCaller caller, TimeProvider time)
{
    /// <summary>The organisations in which the caller holds a right today.</summary>
    public async Task<IReadOnlyList<OwnOrganisation>> With(string permission, CancellationToken cancel)
    {
        var today = time.Today();
        var memberships = caller.Rights.Grants.Where(grant => grant.Permissions.Contains(permission) && grant.IsValid(today)).Select(grant => grant.Membership).ToList();
        if (memberships.Count == 0)
            return [];
        var held = db.Set<Membership>().IgnoreQueryFilters().Where(membership => memberships.Contains(membership.Id)).Select(membership => membership.OrganisationId);
        return await db.Set<Organisation>().IgnoreQueryFilters().Where(organisation => held.Contains(organisation.Id)).OrderBy(organisation => organisation.Code)
            .Select(organisation => new OwnOrganisation(organisation.Code, organisation.Name, organisation.Kind, organisation.Region)).ToListAsync(cancel);
    }
}
