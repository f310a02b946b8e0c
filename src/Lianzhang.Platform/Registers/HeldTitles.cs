using System.Linq.Expressions;
using Lianzhang.Core.Facts;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>A grant with its enterprise, and the region where that lay on the day that is asked about.</summary>
internal sealed class GrantedTitle
{
    public required TitleGrant Grant { get; init; }

    public required RegisteredUnit Unit { get; init; }

    public required string Region { get; init; }
}

/// <summary>Asks the grants of titles as they stood on a day.</summary>
internal sealed class HeldTitles(LianzhangDb db)
{
    /// <summary>The grants that count, with their enterprises as far as these are seen.</summary>
    public IQueryable<GrantedTitle> On(DateOnly day) =>
        from grant in db.Set<TitleGrant>().AsNoTracking()
        join unit in db.Set<RegisteredUnit>() on grant.UnitId equals unit.Id
        join value in db.Set<UnitAttributeValue>().Where(value => value.Attribute == UnitAttributes.Region && value.RetiredAt == null && value.From <= day && (value.To == null || value.To >= day))
            on unit.Id equals value.UnitId into regions
        from region in regions.DefaultIfEmpty()
        where grant.RetiredAt == null
        select new GrantedTitle { Grant = grant, Unit = unit, Region = region == null ? unit.Region : region.Value };

    public IQueryable<GrantedTitle> Filtered(TitleFilter filter, DateOnly day)
    {
        var all = On(day);
        return filter switch
        {
            TitleFilter.Held => all.Where(Held(day)),
            TitleFilter.EndsIn12 or TitleFilter.EndsIn6 or TitleFilter.EndsIn3 => Ending(all.Where(Held(day)), day.AddMonths(TitleWords.Months(filter)!.Value)),
            TitleFilter.Expired => Expired(all, day),
            TitleFilter.Ended => all.Where(held => held.Grant.EndedOn < day && (held.Grant.ValidTo == null || held.Grant.EndedOn < held.Grant.ValidTo)),
            TitleFilter.All => all,
        };
    }

    public static Expression<Func<GrantedTitle, bool>> Held(DateOnly day) => held =>
        held.Grant.GrantedOn <= day && (held.Grant.ValidTo == null || held.Grant.ValidTo >= day) && (held.Grant.EndedOn == null || held.Grant.EndedOn >= day);

    /// <summary>A region with all that lies below it.</summary>
    public async Task<IReadOnlyCollection<string>> Below(string region, CancellationToken cancel) =>
        RegionTree.Of(await db.Set<RegionNode>().AsNoTracking().ToListAsync(cancel)).Below(region);

    // What was renewed does not end.
    private IQueryable<GrantedTitle> Ending(IQueryable<GrantedTitle> held, DateOnly last) => held.Where(one => one.Grant.ValidTo != null && one.Grant.ValidTo <= last
        && !db.Set<TitleGrant>().Any(other => other.UnitId == one.Grant.UnitId && other.Title == one.Grant.Title && other.RetiredAt == null && other.GrantedOn > one.Grant.GrantedOn));

    private IQueryable<GrantedTitle> Expired(IQueryable<GrantedTitle> all, DateOnly day) => all.Where(one => one.Grant.ValidTo < day && (one.Grant.EndedOn == null || one.Grant.EndedOn >= one.Grant.ValidTo)
        && !db.Set<TitleGrant>().Any(other => other.UnitId == one.Grant.UnitId && other.Title == one.Grant.Title && other.RetiredAt == null && other.GrantedOn > one.Grant.GrantedOn && other.GrantedOn <= day));
}
