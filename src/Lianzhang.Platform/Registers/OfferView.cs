using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>One step of an offer: what was done, when and by whom.</summary>
public sealed record OfferStep(Text What, DateTimeOffset? At, DateOnly? On, string? By, string? Reason);

/// <summary>An instrument offered to an enterprise, with its steps so far.</summary>
public sealed record OfferView(
    long Id, string Policy, string PolicyName, PolicyDelivery Delivery, string Unit, string Name, bool IsGenerated, string Region, Text RegionName,
    OfferState State, decimal? Amount, DateOnly Due, string? Documents, IReadOnlyList<OfferStep> Steps);

/// <summary>A page of offers.</summary>
public sealed record OfferPage(IReadOnlyList<OfferView> Offers, int Total, int Page, int PageSize);

/// <summary>Lists the offers of an instrument, latest first.</summary>
public sealed record ListOffers(string Code, OfferState? State = null, int Page = 1, int PageSize = 50) : IRequest<OfferPage>;

/// <summary>Writes them to Excel: what <see cref="ListOffers"/> pages through.</summary>
public sealed record ExportOffers(Language Language, string Code, OfferState? State = null) : IRequest<RegisterWorkbook>;

/// <summary>Reads one offer.</summary>
public sealed record GetOffer(long Id) : IRequest<OfferView>;

/// <summary>What one's own enterprise was offered, latest first.</summary>
public sealed record OwnOffers(IReadOnlyList<OfferView> Offers);

/// <summary>Lists what one's own enterprise was offered.</summary>
public sealed record ListOwnOffers : IRequest<OwnOffers>;

internal sealed class ListOffersSlice(FindOffers offers) : Slice<ListOffers, OfferPage>
{
    private const int MostOnPage = 200;

    public override Permission Permission { get; } = new("policies.read", Changes: false);

    protected override Problem? Validate(ListOffers request) => Paging.Check(request.Page, request.PageSize, MostOnPage);

    protected override async Task<Answer<OfferPage>> Handle(ListOffers request, CancellationToken cancel)
    {
        var found = FindOffers.Of(offers.All(), request.Code, request.State);
        return new OfferPage(await offers.Views(found.Skip((request.Page - 1) * request.PageSize).Take(request.PageSize), cancel), await found.CountAsync(cancel), request.Page, request.PageSize);
    }
}

internal sealed class GetOfferSlice(FindOffers offers) : Slice<GetOffer, OfferView>
{
    public override Permission Permission { get; } = new("policies.read", Changes: false);

    protected override async Task<Answer<OfferView>> Handle(GetOffer request, CancellationToken cancel) =>
        await offers.Views(offers.All().Where(row => row.Offer.Id == request.Id), cancel) is [var found] ? found : OfferSteps.NoOffer;
}

internal sealed class ListOwnOffersSlice(FindOffers offers) : Slice<ListOwnOffers, OwnOffers>
{
    private const int Most = 200;

    public override Permission Permission { get; } = new("offers.answer", Changes: false);

    protected override async Task<Answer<OwnOffers>> Handle(ListOwnOffers request, CancellationToken cancel) =>
        new OwnOffers(await offers.Views(offers.All().OrderByDescending(row => row.Offer.Id).Take(Most), cancel));
}

internal sealed class ExportOffersSlice(FindOffers offers, TimeProvider time) : Slice<ExportOffers, RegisterWorkbook>
{
    public override Permission Permission { get; } = new("policies.read", Changes: false);

    protected override async Task<Answer<RegisterWorkbook>> Handle(ExportOffers request, CancellationToken cancel)
    {
        var rows = await offers.Views(FindOffers.Of(offers.All(), request.Code, request.State), cancel);
        var columns = new WorkbookColumns<OfferView>()
            .Text(("企业", "enterprise"), 34, row => row.Name)
            .Text(("统一社会信用代码", "code"), 22, row => row.Unit)
            .Text(("地区", "region"), 14, row => row.RegionName)
            .Text(("状态", "state"), 12, row => PolicyWords.Of(row.State))
            .Number(("金额（万元）", "amount, 万元"), row => row.Amount)
            .Date(("确认期限", "confirm by"), row => row.Due)
            .Text(("办理过程", "steps"), 60, row => string.Join("；", row.Steps.Select(step => $"{step.What.In(request.Language)} {step.On?.ToString("yyyy-MM-dd") ?? step.At?.ToLocalTime().ToString("yyyy-MM-dd HH:mm")} {step.By} {step.Reason}".Trim())))
            .Text(("数据性质", "nature"), 9, row => GeneratedWords.MarkOf(row.IsGenerated));
        var table = new WorkbookTable<OfferView>(("政策兑现", "Offers"), new Text(rows.Count > 0 ? rows[0].PolicyName : request.Code), time.Today(), columns, rows) { Remark = GeneratedWords.LineOf(rows.Any(row => row.IsGenerated)) };
        return new RegisterWorkbook($"offers-{request.Code}-{table.AsOf:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(table, request.Language));
    }
}

/// <summary>An offer with its enterprise and instrument.</summary>
internal sealed class OfferRow
{
    public required PolicyOffer Offer { get; init; }

    public required RegisteredUnit Unit { get; init; }

    public required PolicyInstrument Policy { get; init; }
}

/// <summary>Finds offers within the caller's sight.</summary>
internal sealed class FindOffers(LianzhangDb db, PublishedProgrammes programmes)
{
    public IQueryable<OfferRow> All() =>
        from offer in db.Set<PolicyOffer>()
        join unit in db.Set<RegisteredUnit>() on offer.UnitId equals unit.Id
        join policy in db.Set<PolicyInstrument>() on offer.Policy equals policy.Code
        select new OfferRow { Offer = offer, Unit = unit, Policy = policy };

    public static IQueryable<OfferRow> Of(IQueryable<OfferRow> all, string policy, OfferState? state) =>
        all.Where(row => row.Offer.Policy == policy && (state == null || row.Offer.State == state)).OrderByDescending(row => row.Offer.Id);

    public async Task<IReadOnlyList<OfferView>> Views(IQueryable<OfferRow> rows, CancellationToken cancel)
    {
        var programme = (await programmes.Find(null, cancel))?.Programme;
        return [.. (await rows.AsNoTracking().ToListAsync(cancel)).Select(row => View(row, programme))];
    }

    private static OfferView View(OfferRow row, Programme? programme) => new(
        row.Offer.Id, row.Policy.Code, row.Policy.Name, row.Policy.Delivery, row.Unit.Code, row.Unit.Name, row.Unit.Generated, row.Unit.Region, programme?.PlaceName(row.Unit.Region) ?? new Text(row.Unit.Region),
        row.Offer.State, row.Offer.DeliveredAmount ?? row.Offer.Amount, row.Offer.Due, row.Policy.Documents, [.. Steps(row.Offer)]);

    private static IEnumerable<OfferStep> Steps(PolicyOffer offer)
    {
        yield return new OfferStep(("推送", "offered"), offer.OfferedAt, null, offer.OfferedBy, null);
        if (offer.AnsweredAt is { } answered)
            yield return new OfferStep(offer.State == OfferState.Declined ? ("放弃", "declined") : ("确认", "confirmed"), answered, null, offer.AnsweredBy, offer.AnswerReason);
        if (offer.DecidedAt is { } decided)
            yield return new OfferStep(offer.State == OfferState.Refused ? ("审定未通过", "refused") : ("审定通过", "approved"), decided, null, offer.DecidedBy, offer.DecisionReason);
        if (offer.DeliveredOn is { } delivered)
            yield return new OfferStep(("兑现", "delivered"), null, delivered, offer.DeliveredBy, null);
        if (offer.State == OfferState.Expired)
            yield return new OfferStep(("逾期未确认", "expired"), null, offer.Due, null, null);
    }
}
