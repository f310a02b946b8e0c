using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Supervision;

/// <summary>Who answers for orders, who acts on them, and who is to be told of them.</summary>
internal sealed class OrderPeople(LianzhangDb db, CurrentCaller caller, RightHolders holders, HoldingOffices offices, TellAccounts tell, TimeProvider time)
{
    public const string Handle = "orders.handle";
    public const string Verify = "orders.verify";
    public const string Manage = "orders.manage";
    public const string Decide = "orders.decide";

    /// <summary>The organisation that answers for a matter; null where there is none in the store.</summary>
    /// <param name="code">Its code where the programme names it; otherwise the region's government does.</param>
    /// <param name="region">Code of the region.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<Organisation?> OwnerOf(string? code, string region, CancellationToken cancel)
    {
        var today = time.Today();
        var there = db.Set<Organisation>().IgnoreQueryFilters().AsNoTracking().Where(organisation => organisation.To == null || organisation.To >= today);
        if (code is not null && await there.SingleOrDefaultAsync(organisation => organisation.Code == code, cancel) is { } named)
            return named;
        var kind = code is null ? OrganisationKind.CountyGovernment : OrganisationKind.Commission;
        var ofRegion = there.Where(organisation => organisation.Region == region && organisation.Kind == kind).OrderBy(organisation => organisation.Code);
        // A county may have an organisation of its own for reporting alone: the one whose people handle orders goes before.
        var handling = (await offices.All(Handle, cancel)).Select(office => office.Id).ToHashSet();
        var known = await ofRegion.ToListAsync(cancel);
        return known.Find(organisation => handling.Contains(organisation.Id)) ?? known.FirstOrDefault();
    }

    /// <summary>An organisation that an order can be given to: no enterprise, for which orders with their targets are not.</summary>
    public Task<Organisation?> FindBody(Guid organisation, CancellationToken cancel) =>
        db.Set<Organisation>().IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(one => one.Id == organisation && one.Kind != OrganisationKind.Enterprise, cancel);

    /// <summary>The caller as an order sees it.</summary>
    public async Task<OrderActor> Actor(Order order, CancellationToken cancel)
    {
        if (caller.Caller == Caller.Product)
            return OrderActor.Product;
        var today = time.Today();
        var grants = caller.Rights.Grants.Where(grant => grant.IsValid(today)).ToList();
        var isOwner = order.Owner is { } owner && await IsWithin(owner, grants, cancel);
        return new OrderActor(caller.Account, isOwner, Holds(Handle), Holds(Verify), Holds(Manage), Holds(Decide));

        bool Holds(string permission) => grants.Exists(grant => grant.Permissions.Contains(permission));
    }

    /// <summary>Tells the people of an organisation who handle orders, those whose right reaches it through another one left out.</summary>
    public async Task TellOwner(Order order, Text what, CancellationToken cancel)
    {
        if (order.Owner is not { } owner)
            return;
        TellAll($"/supervision/{order.Id}", what, (await offices.All(Handle, cancel)).FirstOrDefault(office => office.Id == owner)?.People ?? []);
    }

    /// <summary>Tells those who hold a right that reaches the order.</summary>
    public async Task TellHolders(Order order, string permission, Text what, CancellationToken cancel)
    {
        var subject = new Subject(Region: order.Region);
        TellAll($"/supervision/{order.Id}", what, (await holders.Of(permission, cancel)).Where(holder => holder.Reaches(subject)).Select(holder => holder.Account).Distinct());
    }

    /// <summary>Tells those who manage orders, once, that some wait to be assigned.</summary>
    public async Task TellUnassigned(int count, CancellationToken cancel) => TellAll(
        "/supervision",
        ($"{count} 件新督办单没有责任单位，待交办。", $"{count} new orders have no organisation that answers for them."),
        (await holders.Of(Manage, cancel)).Select(holder => holder.Account).Distinct());

    private void TellAll(string href, Text what, IEnumerable<Guid> people)
    {
        foreach (var person in people.Where(person => person != caller.Caller.Account))
            tell.Tell(person, what, href);
    }

    private async Task<bool> IsWithin(Guid organisation, IEnumerable<Grant> grants, CancellationToken cancel)
    {
        var memberships = grants.Select(grant => grant.Membership).ToList();
        return await db.Set<Membership>().IgnoreQueryFilters().AnyAsync(membership => membership.OrganisationId == organisation && memberships.Contains(membership.Id), cancel);
    }
}
