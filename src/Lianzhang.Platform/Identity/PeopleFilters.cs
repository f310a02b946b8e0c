using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>An organisation is seen by those whose rights reach its region or itself; a person, by those who see an organisation of the person's.</summary>
internal sealed class PeopleFilters : ScopeFilters
{
    // By sets of keys, which a store makes once for a query, where a question for each row would be asked a hundred thousand times.
    public override void Apply(ModelBuilder model, LianzhangDb db)
    {
        model.Entity<Organisation>().HasQueryFilter(organisation =>
            db.Sight.IsUnlimited || db.Sight.Regions.Contains(organisation.Region) || db.Sight.Organisations.Contains(organisation.Id));
        model.Entity<Membership>().HasQueryFilter(membership =>
            db.Sight.IsUnlimited || db.Set<Organisation>().Select(organisation => organisation.Id).Contains(membership.OrganisationId));
        model.Entity<Account>().HasQueryFilter(account =>
            db.Sight.IsUnlimited || db.Set<Membership>().Select(membership => membership.AccountId).Contains(account.Id));
    }
}
