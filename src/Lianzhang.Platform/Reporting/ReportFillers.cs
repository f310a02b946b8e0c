using Lianzhang.Core.Values;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>Tells the people who fill in a unit's reports: those of the organisation that has the unit's code.</summary>
internal sealed class ReportFillers(LianzhangDb db, RightHolders holders, TellAccounts tell)
{
    private ILookup<string, Guid>? byUnit;

    public async Task Tell(OpenReport open, Text what, CancellationToken cancel)
    {
        byUnit ??= await ByUnit(cancel);
        foreach (var account in byUnit[open.Report.Unit])
            tell.Tell(account, what, $"/reports/{open.Report.Id}");
    }

    /// <summary>The accounts that fill in reports, by the code of their unit.</summary>
    private async Task<ILookup<string, Guid>> ByUnit(CancellationToken cancel)
    {
        var held = (await holders.Of("reports.fill", cancel)).Where(holder => holder.Scope.Organisation is not null).Select(holder => (holder.Account, Organisation: holder.Scope.Organisation!.Value)).Distinct().ToList();
        var organisations = held.Select(holder => holder.Organisation).Distinct().ToList();
        var codes = await db.Set<Organisation>().IgnoreQueryFilters().AsNoTracking().Where(organisation => organisations.Contains(organisation.Id)).ToDictionaryAsync(organisation => organisation.Id, organisation => organisation.Code, cancel);
        return held.ToLookup(holder => codes[holder.Organisation], holder => holder.Account);
    }
}
