using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>What one's own enterprise has to confirm, and what it waits for.</summary>
public sealed record FeedOwnOffers : IRequest<WorkItems>;

/// <summary>Offers that wait for a decision.</summary>
public sealed record FeedDecisions : IRequest<WorkItems>;

/// <summary>Offers that wait to be paid or delivered.</summary>
public sealed record FeedDeliveries : IRequest<WorkItems>;

internal sealed class FeedOwnOffersSlice(FindOffers offers) : Slice<FeedOwnOffers, WorkItems>
{
    public override Permission Permission { get; } = new("offers.answer", Changes: false);

    protected override async Task<Answer<WorkItems>> Handle(FeedOwnOffers request, CancellationToken cancel)
    {
        var open = await offers.All().Where(row => row.Offer.State == OfferState.Offered || row.Offer.State == OfferState.Confirmed || row.Offer.State == OfferState.Approved)
            .OrderBy(row => row.Offer.Due).Take(WorkItems.Most).AsNoTracking().ToListAsync(cancel);
        return new WorkItems([.. open.Select(row => row.Offer.State == OfferState.Offered
            ? new WorkItem(WorkColumn.ToDo, ($"确认惠企政策“{row.Policy.Name}”", $"Confirm “{row.Policy.Name}”"), "/offers", row.Offer.OfferedAt, row.Offer.Due)
            : new WorkItem(WorkColumn.Waiting, ($"惠企政策“{row.Policy.Name}”{PolicyWords.Of(row.Offer.State).Zh}", $"“{row.Policy.Name}” {PolicyWords.Of(row.Offer.State).En}"), "/offers", row.Offer.AnsweredAt))]);
    }
}

internal sealed class FeedDecisionsSlice(WaitingOffers waiting) : Slice<FeedDecisions, WorkItems>
{
    public override Permission Permission { get; } = new("policies.decide", Changes: false);

    protected override async Task<Answer<WorkItems>> Handle(FeedDecisions request, CancellationToken cancel) =>
        await waiting.At(OfferState.Confirmed, ("家企业待审定", "to be decided"), cancel);
}

internal sealed class FeedDeliveriesSlice(WaitingOffers waiting) : Slice<FeedDeliveries, WorkItems>
{
    public override Permission Permission { get; } = new("policies.manage", Changes: false);

    protected override async Task<Answer<WorkItems>> Handle(FeedDeliveries request, CancellationToken cancel) =>
        await waiting.At(OfferState.Approved, ("家企业待兑现", "to be delivered"), cancel);
}

/// <summary>Counts offers that wait at a step, a line for each instrument.</summary>
internal sealed class WaitingOffers(FindOffers offers)
{
    public async Task<WorkItems> At(OfferState state, Text what, CancellationToken cancel)
    {
        var counted = await offers.All().Where(row => row.Offer.State == state).GroupBy(row => new { row.Policy.Code, row.Policy.Name })
            .Select(group => new { group.Key.Code, group.Key.Name, Count = group.Count() }).OrderByDescending(one => one.Count).Take(WorkItems.Most).ToListAsync(cancel);
        return new WorkItems([.. counted.Select(one => new WorkItem(WorkColumn.ToDo, ($"惠企政策“{one.Name}”有 {one.Count} {what.Zh}", $"“{one.Name}”: {one.Count} {what.En}"), $"/policies/{one.Code}?view=offers&state={state}"))]);
    }
}
