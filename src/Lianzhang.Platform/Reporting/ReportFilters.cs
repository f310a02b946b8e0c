using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>A report is seen by those whose rights reach the region of its unit, and by the people of the organisation that has the unit's code.</summary>
internal sealed class ReportFilters : ScopeFilters
{
    public override void Apply(ModelBuilder model, LianzhangDb db)
    {
        model.Entity<Report>().HasQueryFilter(report => db.Sight.IsUnlimited || db.Sight.Regions.Contains(report.Region)
            || db.Set<Organisation>().Where(organisation => db.Sight.Organisations.Contains(organisation.Id)).Select(organisation => organisation.Code).Contains(report.Unit));
        model.Entity<ReportVersion>().HasQueryFilter(version => db.Sight.IsUnlimited || db.Set<Report>().Select(report => report.Id).Contains(version.ReportId));
        model.Entity<ReportScan>().HasQueryFilter(scan => db.Sight.IsUnlimited || db.Set<Report>().Select(report => report.Id).Contains(scan.ReportId));
    }
}
