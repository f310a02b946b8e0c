using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>A unit is seen by those whose rights reach the region where it is today, or the organisation that reports for it.</summary>
internal sealed class UnitFilters : ScopeFilters
{
    public override void Apply(ModelBuilder model, LianzhangDb db) =>
        model.Entity<RegisteredUnit>().HasQueryFilter(unit =>
            db.Sight.IsUnlimited || db.Sight.Regions.Contains(unit.Region) || (unit.Organisation != null && db.Sight.Organisations.Contains(unit.Organisation.Value)));
}
