using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>An organisation is seen by those whose rights reach its region or itself; a person, by those who see an organisation of the person's.</summary>
internal sealed class PeopleFilters : ScopeFilters
{
    public override void Apply(ModelBuilder model, LianzhangDb db)
    {
        model.Entity<Organisation>().HasQueryFilter(organisation =>
            db.Sight.IsUnlimited || db.Sight.Regions.Contains(organisation.Region) || db.Sight.Organisations.Contains(organisation.Id));
        model.Entity<Membership>().HasQueryFilter(membership =>
            db.Sight.IsUnlimited || db.Set<Organisation>().Any(organisation => organisation.Id == membership.OrganisationId));
        model.Entity<Account>().HasQueryFilter(account =>
            db.Sight.IsUnlimited || db.Set<Membership>().Any(membership => membership.AccountId == account.Id));
    }
}
