using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>A unit is seen by those whose rights reach the region where it is today, and by the people of the organisation that has its code.</summary>
internal sealed class UnitFilters : ScopeFilters
{
    public override void Apply(ModelBuilder model, LianzhangDb db) =>
        model.Entity<RegisteredUnit>().HasQueryFilter(unit => db.Sight.IsUnlimited || db.Sight.Regions.Contains(unit.Region)
            || db.Set<Organisation>().Where(organisation => db.Sight.Organisations.Contains(organisation.Id)).Select(organisation => organisation.Code).Contains(unit.Code));
}
