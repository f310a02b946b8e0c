using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>Finds the people who act for enterprises: those of the organisation that has an enterprise's code.</summary>
internal sealed class EnterpriseClerks(LianzhangDb db, RightHolders holders)
{
    /// <summary>The accounts that answer offers, by the code of their enterprise.</summary>
    public async Task<ILookup<string, Guid>> ByEnterprise(CancellationToken cancel)
    {
        var held = (await holders.Of("offers.answer", cancel)).Where(holder => holder.Scope.Organisation is not null).Select(holder => (holder.Account, Organisation: holder.Scope.Organisation!.Value)).Distinct().ToList();
        var organisations = held.Select(holder => holder.Organisation).Distinct().ToList();
        var codes = await db.Set<Organisation>().IgnoreQueryFilters().AsNoTracking().Where(organisation => organisations.Contains(organisation.Id)).ToDictionaryAsync(organisation => organisation.Id, organisation => organisation.Code, cancel);
        return held.ToLookup(holder => codes[holder.Organisation], holder => holder.Account);
    }
}
