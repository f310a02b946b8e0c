using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Appeals;

/// <summary>An appeal is seen by those whose rights reach the region or the organisation of who asks or of who deals with it; <see cref="AppealBook"/> narrows it further.</summary>
internal sealed class AppealFilters : ScopeFilters
{
    public override void Apply(ModelBuilder model, LianzhangDb db)
    {
        model.Entity<Appeal>().HasQueryFilter(appeal => db.Sight.IsUnlimited
            || db.Sight.Regions.Contains(appeal.Region) || (appeal.HandlerRegion != null && db.Sight.Regions.Contains(appeal.HandlerRegion))
            || db.Sight.Organisations.Contains(appeal.Asker) || (appeal.Handler != null && db.Sight.Organisations.Contains(appeal.Handler.Value)));
        model.Entity<AppealEvent>().HasQueryFilter(entry => db.Sight.IsUnlimited || db.Set<Appeal>().Select(appeal => appeal.Id).Contains(entry.AppealId));
    }
}
