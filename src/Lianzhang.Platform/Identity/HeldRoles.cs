using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>Reads which roles accounts hold, and where.</summary>
internal sealed class HeldRoles(LianzhangDb db)
{
    public async Task<ILookup<Guid, HeldRole>> Of(IReadOnlyCollection<Guid> accounts, CancellationToken cancel)
    {
        var held = await (
            from membership in db.Set<Membership>().AsNoTracking()
            join organisation in db.Set<Organisation>().IgnoreQueryFilters() on membership.OrganisationId equals organisation.Id
            join role in db.Set<Role>() on membership.Role equals role.Code
            where accounts.Contains(membership.AccountId)
            orderby membership.Id
            select new { membership, organisation.Name, role }).ToListAsync(cancel);
        return held.ToLookup(
            one => one.membership.AccountId,
            one => new HeldRole(one.membership.Id, one.role.Code, one.role.Title, one.role.Kind, one.Name, one.membership.Industry, one.membership.From, one.membership.To));
    }
}
