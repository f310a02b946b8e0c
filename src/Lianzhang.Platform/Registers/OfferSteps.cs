using Lianzhang.Core.Values;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>Confirms, for one's own enterprise, that it wants what it was offered and fulfils the conditions.</summary>
public sealed record ConfirmOffer(long Id) : IRequest<Done>;

/// <summary>Says, for one's own enterprise, that it does not want what it was offered.</summary>
public sealed record DeclineOffer(long Id, string? Reason = null) : IRequest<Done>;

/// <summary>Decides a confirmed offer; whoever offered it may not.</summary>
public sealed record DecideOffer(long Id, bool Approves, string? Reason = null) : IRequest<Done>;

/// <summary>Records that what was decided was paid or delivered.</summary>
/// <param name="Id">The offer.</param>
/// <param name="On">The day.</param>
/// <param name="Amount">How much, in 万元; what was offered if left out.</param>
public sealed record DeliverOffer(long Id, DateOnly On, decimal? Amount = null) : IRequest<Done>;

/// <summary>How many offers were let pass.</summary>
public sealed record ExpiredOffers(int Count);

/// <summary>Ends the offers whose day to confirm has passed.</summary>
public sealed record ExpireOffers : IRequest<ExpiredOffers>;

internal sealed class ConfirmOfferSlice(OfferSteps steps, CurrentCaller caller, TimeProvider time) : Slice<ConfirmOffer, Done>
{
    public override Permission Permission { get; } = new("offers.answer", Changes: true);

    protected override async Task<Answer<Done>> Handle(ConfirmOffer request, CancellationToken cancel)
    {
        var found = await steps.Find(request.Id, OfferState.Offered, cancel);
        if (!found.Succeeded(out var row))
            return found.Problem!;
        if (row.Offer.Due < time.Today())
            return Problem.Conflict(($"确认期限 {row.Offer.Due:yyyy-MM-dd} 已过。", $"It was to be confirmed by {row.Offer.Due:yyyy-MM-dd}."));
        (row.Offer.State, row.Offer.AnsweredAt, row.Offer.AnsweredBy) = (OfferState.Confirmed, time.GetUtcNow(), caller.Caller.Name);
        steps.Note(row, ("确认惠企政策", "confirmed"));
        return Done.It;
    }
}

internal sealed class DeclineOfferSlice(OfferSteps steps, CurrentCaller caller, TimeProvider time) : Slice<DeclineOffer, Done>
{
    public override Permission Permission { get; } = new("offers.answer", Changes: true);

    protected override Problem? Validate(DeclineOffer request) => TitleBook.Check(request.Reason);

    protected override async Task<Answer<Done>> Handle(DeclineOffer request, CancellationToken cancel)
    {
        var found = await steps.Find(request.Id, OfferState.Offered, cancel);
        if (!found.Succeeded(out var row))
            return found.Problem!;
        (row.Offer.State, row.Offer.AnsweredAt, row.Offer.AnsweredBy, row.Offer.AnswerReason) = (OfferState.Declined, time.GetUtcNow(), caller.Caller.Name, OfferSteps.Given(request.Reason));
        steps.Note(row, ("放弃惠企政策", "declined"));
        return Done.It;
    }
}

internal sealed class DecideOfferSlice(OfferSteps steps, CurrentCaller caller, TimeProvider time) : Slice<DecideOffer, Done>
{
    public override Permission Permission { get; } = new("policies.decide", Changes: true);

    protected override Problem? Validate(DecideOffer request) => request.Approves ? TitleBook.Check(request.Reason) : EndTitleSlice.CheckReason(request.Reason ?? string.Empty);

    protected override async Task<Answer<Done>> Handle(DecideOffer request, CancellationToken cancel)
    {
        var found = await steps.Find(request.Id, OfferState.Confirmed, cancel);
        if (!found.Succeeded(out var row))
            return found.Problem!;
        if (row.Offer.OfferedByAccount == caller.Caller.Account)
            return Problem.Invalid(("推送人不能审定自己推送的政策，请由另一人审定。", "Whoever offered it may not decide it; another person does."));
        row.Offer.State = request.Approves ? OfferState.Approved : OfferState.Refused;
        (row.Offer.DecidedAt, row.Offer.DecidedBy, row.Offer.DecisionReason) = (time.GetUtcNow(), caller.Caller.Name, OfferSteps.Given(request.Reason));
        steps.Note(row, request.Approves ? ("审定通过惠企政策", "approved") : ("审定未通过惠企政策", "refused"));
        await steps.TellEnterprise(row, request.Approves
            ? ($"惠企政策“{row.Policy.Name}”已审定通过。", $"“{row.Policy.Name}” was approved.")
            : ($"惠企政策“{row.Policy.Name}”未通过审定：{request.Reason}", $"“{row.Policy.Name}” was refused: {request.Reason}"), cancel);
        return Done.It;
    }
}

internal sealed class DeliverOfferSlice(OfferSteps steps, CurrentCaller caller, TimeProvider time) : Slice<DeliverOffer, Done>
{
    public override Permission Permission { get; } = new("policies.manage", Changes: true);

    protected override async Task<Answer<Done>> Handle(DeliverOffer request, CancellationToken cancel)
    {
        var found = await steps.Find(request.Id, OfferState.Approved, cancel);
        if (!found.Succeeded(out var row))
            return found.Problem!;
        if (request.On > time.Today() || request.On < DateOnly.FromDateTime(row.Offer.DecidedAt!.Value.ToLocalTime().Date))
            return Problem.Invalid(("兑现日期应在审定之后、今天之前。", "The day lies between the decision and today."));
        var amount = request.Amount ?? row.Offer.Amount;
        if (amount is <= 0 || (amount is { } value && !Conventions.CanStore(value)))
            return Problem.Invalid(($"金额须大于零，最多 {Conventions.Decimals} 位小数。", $"The amount is above zero and has at most {Conventions.Decimals} decimals."));
        if (amount > row.Offer.Amount)
            return Problem.Invalid(($"金额超出应兑现的 {Quantity.Number(row.Offer.Amount!.Value)} 万元，多 {Quantity.Number((amount - row.Offer.Amount)!.Value)} 万元。", $"The amount exceeds what was decided by {Quantity.Number((amount - row.Offer.Amount)!.Value)} 万元."));
        (row.Offer.State, row.Offer.DeliveredOn, row.Offer.DeliveredAmount, row.Offer.DeliveredBy) = (OfferState.Delivered, request.On, amount, caller.Caller.Name);
        steps.Note(row, ("兑现惠企政策", "delivered"));
        await steps.TellEnterprise(row, ($"惠企政策“{row.Policy.Name}”已兑现。", $"“{row.Policy.Name}” was delivered."), cancel);
        return Done.It;
    }
}

internal sealed class ExpireOffersSlice(OfferSteps steps) : Slice<ExpireOffers, ExpiredOffers>
{
    public override Permission Permission { get; } = new("offers.expire", Changes: true, For: Audience.Product);

    protected override async Task<Answer<ExpiredOffers>> Handle(ExpireOffers request, CancellationToken cancel)
    {
        var passed = await steps.Passed().ToListAsync(cancel);
        foreach (var row in passed)
        {
            row.Offer.State = OfferState.Expired;
            steps.Note(row, ("逾期未确认惠企政策", "not confirmed in time"));
        }

        return new ExpiredOffers(passed.Count);
    }
}

/// <summary>What every step of an offer has in common.</summary>
internal sealed class OfferSteps(FindOffers offers, RightHolders holders, TellAccounts tell, UnitBook book, TimeProvider time)
{
    public static Problem NoOffer { get; } = Problem.NotFound(("没有这项政策推送，或不在您的权限范围内。", "There is no such offer within your rights."));

    /// <summary>The offer, where it stands at the step before.</summary>
    public async Task<Answer<OfferRow>> Find(long id, OfferState state, CancellationToken cancel)
    {
        if (await offers.All().SingleOrDefaultAsync(row => row.Offer.Id == id, cancel) is not { } row)
            return NoOffer;
        return row.Offer.State == state ? row : Problem.Conflict(($"当前状态为“{PolicyWords.Of(row.Offer.State).Zh}”，不能这样办理。", $"It is {PolicyWords.Of(row.Offer.State).En}; that cannot be done now."));
    }

    /// <summary>The offers that were not confirmed in time.</summary>
    public IQueryable<OfferRow> Passed()
    {
        var today = time.Today();
        return offers.All().Where(row => row.Offer.State == OfferState.Offered && row.Offer.Due < today);
    }

    public void Note(OfferRow row, Text what) => book.Note(row.Unit.Id, ($"{what.Zh}：{row.Policy.Name}", $"{what.En}: {row.Policy.Name}"));

    public async Task TellEnterprise(OfferRow row, Text what, CancellationToken cancel)
    {
        foreach (var clerk in await holders.OfOrganisation(OfferPolicySlice.Answering, row.Unit.Code, cancel))
            tell.Tell(clerk, what, "/offers");
    }

    public static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
