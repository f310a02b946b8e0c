using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Notices;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Tests.Registers;

public sealed class PolicyTests(PostgresCluster cluster)
{
    private const string Conditions = "rules:\n  - {code: revenue, name: 收入 500 万元以上, formula: sum(firm_revenue), at_least: 500, unit: 万元}\n";

    private static readonly DateOnly Due = new(2026, 7, 31);

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    private static PolicyEntry Entry => new("技改补助", "县工业和信息化局", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), PolicyDelivery.Pay, ["food"], 45, 20, Conditions, "承诺书", "parks");

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Support_goes_from_the_offer_to_its_payment_with_a_date_at_each_step(StoreKind kind)
    {
        await using var store = await Prepared(kind);
        var (department, officer, clerk) = (await store.As("department"), await store.As("officer"), await store.As("clerk"));
        Assert.Equal(new OffersMade(1, 20, 0), await store.Do(new OfferPolicy("retrofit", ["own"], Due), department));
        Assert.Equal("可享受惠企政策“技改补助”，请于 2026-07-31 前确认。", Assert.Single((await store.Do(new ListNotices(), clerk)).Notices).Title.Zh);
        Assert.Equal(Due, Assert.Single((await store.Do(new FeedOwnOffers(), clerk)).Items).Due);
        var offer = Assert.Single((await store.Do(new ListOwnOffers(), clerk)).Offers);
        Assert.Equal((OfferState.Offered, 20m, "承诺书"), (offer.State, offer.Amount, offer.Documents));

        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new DecideOffer(offer.Id, Approves: true), officer)).Problem!.Kind);
        await store.Do(new ConfirmOffer(offer.Id), clerk);
        Assert.Equal("惠企政策“技改补助”有 1 家企业待审定", Assert.Single((await store.Do(new FeedDecisions(), officer)).Items).Title.Zh);
        await store.Do(new DecideOffer(offer.Id, Approves: true, "材料齐全"), officer);
        Assert.Single((await store.Do(new FeedDeliveries(), department)).Items);
        var tooMuch = (await store.Ask(new DeliverOffer(offer.Id, new DateOnly(2026, 6, 30), 20.5m), department)).Problem!;
        Assert.Equal("金额超出应兑现的 20 万元，多 0.5 万元。", tooMuch.Detail.Zh);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new DeliverOffer(offer.Id, new DateOnly(2026, 7, 1)), department)).Problem!.Kind);
        await store.Do(new DeliverOffer(offer.Id, new DateOnly(2026, 6, 30), 18), department);

        var done = await store.Do(new GetOffer(offer.Id), department);
        Assert.Equal((OfferState.Delivered, 18m), (done.State, done.Amount));
        Assert.Equal(["推送", "确认", "审定通过", "兑现"], done.Steps.Select(step => step.What.Zh));
        Assert.Equal(["示例·部门业务员", "示例·企业统计员", "示例·市方案管理员", "示例·部门业务员"], done.Steps.Select(step => step.By));
        var policy = Assert.Single((await store.Do(new ListPolicies("parks"), department)).Policies);
        Assert.Equal(new PolicyNumbers(1, 1, 1, 1, 0, 0, 0, 18, 18), policy.Numbers);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new DeliverOffer(offer.Id, new DateOnly(2026, 6, 30)), department)).Problem!.Kind);
        Assert.NotEmpty((await store.Do(new ExportOffers(Language.Chinese, "retrofit"), department)).Content);
        Assert.NotEmpty((await store.Do(new ExportPolicies(Language.Chinese), department)).Content);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Matching_enterprises_are_found_and_each_is_offered_once_within_the_budget(StoreKind kind)
    {
        await using var store = await Prepared(kind);
        var department = await store.As("department");
        var matched = await store.Do(new MatchPolicy("retrofit"), department);
        Assert.Equal((3, 1, 1), (matched.Meets, matched.FallsShort, matched.CannotTell));
        Assert.Equal("差 100 万元（400 万元，须达 500 万元）", Assert.Single((await store.Do(new MatchPolicy("retrofit", Readiness.FallsShort), department)).Enterprises).Rules[^1].Says.Zh);
        Assert.Equal(1, (await store.Do(new MatchPolicy("retrofit"), await store.As("county"))).Meets);

        var over = (await store.Ask(new OfferPolicy("retrofit", null, Due), department)).Problem!;
        Assert.Equal("预算 45 万元，已占用 0 万元，本次 3 家需 60 万元，超出 15 万元。", over.Detail.Zh);
        var unfit = (await store.Ask(new OfferPolicy("retrofit", ["own", "small"], Due), department)).Problem!;
        Assert.Equal("small不符合条件“收入 500 万元以上”：差 100 万元（400 万元，须达 500 万元）。", unfit.Detail.Zh);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new OfferPolicy("retrofit", ["nobody"], Due), department)).Problem!.Kind);

        Assert.Equal(new OffersMade(2, 40, 2), await store.Do(new OfferPolicy("retrofit", null, Due, Firms.Hexi), department));
        Assert.Equal("large-1已推送过本政策，每家企业只推送一次。", (await store.Ask(new OfferPolicy("retrofit", ["large-1"], Due), department)).Problem!.Detail.Zh);
        Assert.Equal(1, (await store.Do(new MatchPolicy("retrofit"), department)).Meets);
        Assert.Equal("预算 45 万元，已占用 40 万元，本次 1 家需 20 万元，超出 15 万元。", (await store.Ask(new OfferPolicy("retrofit", ["own"], Due), department)).Problem!.Detail.Zh);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new OfferPolicy("retrofit", null, Due, Firms.Hexi), department)).Problem!.Kind);
        Assert.NotEmpty((await store.Do(new ExportMatches(Language.Chinese, "retrofit"), department)).Content);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Nobody_decides_what_they_offered_and_a_clerk_sees_only_its_own(StoreKind kind)
    {
        await using var store = await Prepared(kind);
        var (officer, department, clerk) = (await store.As("officer"), await store.As("department"), await store.As("clerk"));
        await store.Do(new OfferPolicy("retrofit", ["own", "large-1"], Due), officer);
        var offers = (await store.Do(new ListOffers("retrofit"), officer)).Offers;
        var own = offers.Single(offer => offer.Unit == "own").Id;
        var other = offers.Single(offer => offer.Unit == "large-1").Id;
        Assert.Equal(["own"], (await store.Do(new ListOwnOffers(), clerk)).Offers.Select(offer => offer.Unit));
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ConfirmOffer(other), clerk)).Problem!.Kind);
        Assert.NotNull((await store.Ask(new ListPolicies(), clerk)).Problem);
        Assert.NotNull((await store.Ask(new ConfirmOffer(own), officer)).Problem);
        await store.Do(new ConfirmOffer(own), clerk);
        Assert.Equal("推送人不能审定自己推送的政策，请由另一人审定。", (await store.Ask(new DecideOffer(own, Approves: true), officer)).Problem!.Detail.Zh);
        Assert.NotNull((await store.Ask(new DecideOffer(own, Approves: true), department)).Problem);
        Assert.Equal(["own"], (await store.Do(new ListOffers("retrofit"), await store.As("county"))).Offers.Select(offer => offer.Unit));
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new ConfirmOffer(own), clerk)).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_declined_refused_or_let_pass_frees_the_budget(StoreKind kind)
    {
        await using var store = await Prepared(kind);
        var (department, officer, clerk) = (await store.As("department"), await store.As("officer"), await store.As("clerk"));
        await store.Do(new OfferPolicy("retrofit", ["own", "large-1"], Due), department);
        var own = (await store.Do(new ListOwnOffers(), clerk)).Offers[0].Id;
        await store.Do(new DeclineOffer(own, "今年不需要"), clerk);
        store.Time.Advance(TimeSpan.FromDays(32));
        await store.Provider.GetRequiredService<KeepRegisters>().Once(CancellationToken.None);
        var offers = (await store.Do(new ListOffers("retrofit"), officer)).Offers.ToDictionary(offer => offer.Unit);
        Assert.Equal((OfferState.Declined, OfferState.Expired), (offers["own"].State, offers["large-1"].State));
        Assert.Equal("今年不需要", offers["own"].Steps[1].Reason);
        Assert.Equal(new PolicyNumbers(2, 0, 0, 0, 2, 0, 0, 0, 0), (await store.Do(new GetPolicy("retrofit"), officer)).Policy.Numbers);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new ConfirmOffer(own), clerk)).Problem!.Kind);
        // Nothing left to do, nothing on record.
        var before = await store.InDb(db => db.Set<AuditEntry>().CountAsync());
        await store.Provider.GetRequiredService<KeepRegisters>().Once(CancellationToken.None);
        Assert.Equal(before, await store.InDb(db => db.Set<AuditEntry>().CountAsync()));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_refusal_needs_a_reason_and_reaches_the_enterprise(StoreKind kind)
    {
        await using var store = await Prepared(kind);
        var (officer, clerk) = (await store.As("officer"), await store.As("clerk"));
        await store.Do(new OfferPolicy("retrofit", ["own"], Due), await store.As("department"));
        var own = (await store.Do(new ListOwnOffers(), clerk)).Offers[0].Id;
        await store.Do(new ConfirmOffer(own), clerk);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new DecideOffer(own, Approves: false), officer)).Problem!.Kind);
        await store.Do(new DecideOffer(own, Approves: false, "材料不符"), officer);
        Assert.Contains((await store.Do(new ListNotices(), clerk)).Notices, notice => notice.Title.Zh == "惠企政策“技改补助”未通过审定：材料不符");
    }

    [Fact]
    public async Task Conditions_are_checked_when_saved_with_the_line_of_the_fault()
    {
        await using var store = await Prepared(StoreKind.Sqlite);
        var department = await store.As("department");
        var bad = (await store.Ask(new AddPolicy("bad", Entry with { Conditions = Conditions.Replace("firm_revenue", "firm_revenu", StringComparison.Ordinal) }), department)).Problem!;
        var fault = Assert.Single(bad.Faults!);
        Assert.Equal((2, "formula, character 5: no item firm_revenu; did you mean firm_revenue?"), (fault.At.Line, fault.Message.En));
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new AddPolicy("retrofit", Entry), department)).Problem!.Kind);
        foreach (var (code, entry) in new[]
        {
            ("Bad Code", Entry), ("bad", Entry with { Name = " " }), ("bad", Entry with { To = new DateOnly(2025, 1, 1) }), ("bad", Entry with { Amount = null }), ("bad", Entry with { Amount = 46 }),
            ("bad", Entry with { Budget = 0 }), ("bad", Entry with { Amount = 1.00001m }), ("bad", Entry with { Industries = ["no"] }), ("bad", Entry with { Measure = "no" }), ("bad", Entry with { Delivery = (PolicyDelivery)9 }), ("bad", Entry with { Documents = new string('长', 1_001) }),
        })
            Assert.Equal(ProblemKind.Invalid, (await store.Ask(new AddPolicy(code, entry), department)).Problem!.Kind);

        await store.Do(new EditPolicy("retrofit", Entry with { Name = "技改补助（修订）" }), department);
        var file = await store.Do(new GetPolicy("retrofit"), department);
        Assert.Equal(("技改补助（修订）", PolicyState.Open, "园区"), (file.Policy.Name, file.Policy.State, file.Policy.MeasureName?.Zh[..2]));
        Assert.Equal("上年度企业营业收入之和 ≥ 500 万元", Assert.Single(file.Conditions).Asks.Zh);
        await store.Do(new ClosePolicy("retrofit", "资金用完"), department);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new OfferPolicy("retrofit", null, Due), department)).Problem!.Kind);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new EditPolicy("retrofit", Entry), department)).Problem!.Kind);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new ClosePolicy("retrofit", "再次"), department)).Problem!.Kind);
    }

    // Three meet the conditions, one falls short and one has not reported; the demo's clerk acts for the first.
    private async Task<Store> Prepared(StoreKind kind)
    {
        var store = await Store.OpenWithQinghe(kind, cluster);
        await Firms.Add(store, "own", organisation: "demo-enterprise");
        foreach (var firm in new[] { "large-1", "large-2", "small", "silent" })
            await Firms.Add(store, firm, Firms.Hexi);
        foreach (var (firm, revenue) in new[] { ("own", 500m), ("large-1", 900m), ("large-2", 800m), ("small", 400m) })
            await Firms.Report(store, firm, revenue);
        await store.Do(new AddPolicy("retrofit", Entry), await store.As("department"));
        return store;
    }
}
