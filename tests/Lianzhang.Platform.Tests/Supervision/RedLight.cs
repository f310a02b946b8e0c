using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Supervision;
using Lianzhang.Platform.Tests.Registers;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Tests.Supervision;

/// <summary>The invented county's eastern town, whose monthly revenue is to come to 1,200 by the end of 2026, from 0 a year before: 100 more each month.</summary>
internal static class RedLight
{
    public const string Firm = "F1";

    private const string Rules = """
        levels:
          - {code: yellow, name: 预警, name_en: warning, colour: yellow, days: 5}
          - {code: red, name: 督办, name_en: order, colour: red, days: 3}
        rules:
          - {code: critical, name: 严重滞后, name_en: far behind, when: target_status, statuses: [critical], level: yellow, indicators: [monthly], relapse: 2}
          - {code: overdue, name: 逾期, name_en: overdue, when: report_overdue, forms: [firm_month], level: yellow, days: 2}
        sources:
          - {code: note, name: 领导批示, name_en: Leader's note, days: 15, count: calendar}
          - {code: decision, name: 会议决定, name_en: Decision, days: 30, level: red}
        consequences:
          - {level: red, name: 约谈, name_en: talk, points: -2}
        """;

    /// <summary>The county on a day in the first half of July, when that is published, with an enterprise that nobody heard of yet.</summary>
    public static async Task<Store> Open(StoreKind kind, PostgresCluster cluster, string rules = Rules)
    {
        var store = await Store.OpenWithQinghe(kind, cluster);
        await At(store, 2026, 7, 3);
        await Firms.Add(store, Firm);
        await store.Do(new PublishProgramme(Programme(rules), "supervision"));
        return store;
    }

    /// <summary>The same where one rule alone watches.</summary>
    public static Task<Store> OpenWithRule(StoreKind kind, PostgresCluster cluster, string when) => Open(kind, cluster, $$"""
        levels: [{code: yellow, name: 预警, name_en: warning, colour: yellow, days: 5}]
        rules: [{code: work, name: 逾期, name_en: late, when: {{when}}, level: yellow}]
        sources: []
        """);

    /// <summary>The same after a revenue of 100 in June, where 600 were expected, opened an order.</summary>
    public static async Task<(Store Store, Guid Order)> Lit(StoreKind kind, PostgresCluster cluster)
    {
        var store = await Open(kind, cluster);
        await Say(store, 6, 100);
        Assert.Equal(new OpenedOrders(1, 0), await store.Do(new OpenOrders()));
        return (store, await Only(store));
    }

    public static Task At(Store store, int year, int month, int day)
    {
        store.Time.SetUtcNow(new DateTimeOffset(year, month, day, 1, 0, 0, TimeSpan.Zero));
        return Task.CompletedTask;
    }

    /// <summary>The enterprise's revenue of a month, as if its report had been accepted.</summary>
    public static Task Say(Store store, int month, decimal revenue, string? source = null) => store.Do(new AppendFacts(
        FactOrigin.Report, source ?? $"{month} {revenue} {store.Time.GetUtcNow()}", "月报", [new UnitReport(Firm, Period.OfMonth(2026, month), [ReportedValue.Of("firm_revenue", revenue)])]));

    public static Task<Guid> Only(Store store) => store.InDb(db => db.Set<Order>().Select(order => order.Id).SingleAsync());

    /// <summary>The county signs for it and reports, and the verifier finds that true: all that is left is to close it.</summary>
    public static async Task Verify(Store store, Guid order)
    {
        var county = await store.As("county");
        await store.Do(new AnswerOrder(order, OrderAction.Sign, new()), county);
        await store.Do(new AnswerOrder(order, OrderAction.Report, new("已帮助企业复产", "现场照片 3 张")), county);
        await store.Do(new JudgeOrder(order, OrderAction.Verify, new("现场核查属实")), await store.As("verifier"));
    }

    public static async Task<Problem?> Close(Store store, Guid order) => (await store.Ask(new JudgeOrder(order, OrderAction.Close, new("同意销号")), await store.As("verifier"))).Problem;

    public static async Task<OrderView> See(Store store, Guid order, string who = "officer") => await store.Do(new GetOrder(order), await store.As(who));

    private static IReadOnlyList<SourceFile> Programme(string rules) => [.. Store.Qinghe.Select(file => file.Name switch
    {
        "indicators.yaml" => file with { Text = file.Text.TrimEnd() + "\n  - {code: monthly, name: 月度营收, name_en: Monthly revenue, owner: county_stats, unit: 万元, formula: sum(firm_revenue), basis: date, frequency: month, grace_months: 6}\n" },
        "targets.yaml" => file with { Text = file.Text.TrimEnd() + $"\n  - {{indicator: monthly, year: 2026, region: \"{Firms.Hedong}\", qualifier: at_least, value: 1200, cite: {{document: plan, section: 分解目标}}, baseline: {{period: 2025, value: 0, source: 年报}}}}\n" },
        "supervision.yaml" => file with { Text = rules },
        _ => file,
    })];
}
