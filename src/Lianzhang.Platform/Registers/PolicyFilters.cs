using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>An offer is seen by those who see its enterprise. Instruments themselves are public.</summary>
internal sealed class PolicyFilters : ScopeFilters
{
    public override void Apply(ModelBuilder model, LianzhangDb db) =>
        model.Entity<PolicyOffer>().HasQueryFilter(offer => db.Sight.IsUnlimited || db.Set<RegisteredUnit>().Select(unit => unit.Id).Contains(offer.UnitId));
}
