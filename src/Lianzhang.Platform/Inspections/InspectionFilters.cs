using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Inspections;

/// <summary>An inspection is seen by those whose rights reach the region of who is visited.</summary>
internal sealed class InspectionFilters : ScopeFilters
{
    public override void Apply(ModelBuilder model, LianzhangDb db)
    {
        model.Entity<Inspection>().HasQueryFilter(inspection => db.Sight.IsUnlimited || db.Sight.Regions.Contains(inspection.Region));
        model.Entity<InspectionFinding>().HasQueryFilter(finding => db.Sight.IsUnlimited || db.Set<Inspection>().Select(inspection => inspection.Id).Contains(finding.InspectionId));
    }
}
