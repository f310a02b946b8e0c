using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Supervision;
using Lianzhang.Platform.Tests.Registers;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Tests.Evaluation;

/// <summary>
/// The invented county with four towns, whose monthly revenue is each to be held at 1,000: of two of them it falls in June, so that orders open, and
/// the other two stand at 950 all the time.
/// </summary>
internal static class FourTowns
{
    public const string Turned = Firms.Hedong;
    public const string Rebounded = Firms.Hexi;

    private const string Rules = """
        levels:
          - {code: yellow, name: 预警, name_en: warning, colour: yellow, days: 5}
          - {code: red, name: 督办, name_en: order, colour: red, days: 3}
        rules:
          - {code: critical, name: 严重滞后, name_en: far behind, when: target_status, statuses: [critical], level: yellow, indicators: [monthly]}
        sources:
          - {code: note, name: 领导批示, name_en: Leader's note, days: 15, count: calendar}
        """;

    private static readonly Dictionary<string, decimal[]> Revenues = new()
    {
        // From March to September.
        [Turned] = [1000, 900, 800, 600, 700, 850, 1000],
        [Rebounded] = [1000, 1000, 1000, 500, 1000, 1000, 1000],
        ["990101003"] = [950, 950, 950, 950, 950, 950, 950],
        ["990101004"] = [950, 950, 950, 950, 950, 950, 950],
    };

    /// <summary>On 5 October, after orders opened in July; that of the first town was put right and closed on that day.</summary>
    public static async Task<Store> Open(StoreKind kind, PostgresCluster cluster)
    {
        var store = await Store.OpenWithQinghe(kind, cluster);
        At(store, 7, 3);
        await store.Do(new PublishProgramme(Programme(), "evaluation"));
        foreach (var region in Revenues.Keys)
            await Firms.Add(store, $"F{region[^1]}", region);
        await Say(store, 3, 4);
        await store.Do(new OpenOrders());
        At(store, 9, 4);
        await Say(store, 7, 2);
        // What is said a second time does not count.
        await Append(store, Turned, 7, 2000);
        At(store, 10, 5);
        await Say(store, 9, 1);
        await CloseTurned(store);
        return store;
    }

    public static void At(Store store, int month, int day) => store.Time.SetUtcNow(new DateTimeOffset(2026, month, day, 1, 0, 0, TimeSpan.Zero));

    private static async Task CloseTurned(Store store)
    {
        var order = await store.InDb(db => db.Set<Order>().Where(order => order.Region == Turned).Select(order => order.Id).SingleAsync());
        var (county, verifier) = (await store.As("county"), await store.As("verifier"));
        await store.Do(new AnswerOrder(order, OrderAction.Sign, new()), county);
        await store.Do(new AnswerOrder(order, OrderAction.Report, new("已帮助企业复产", "现场照片 3 张")), county);
        await store.Do(new JudgeOrder(order, OrderAction.Verify, new("现场核查属实")), verifier);
        await store.Do(new JudgeOrder(order, OrderAction.Close, new("同意销号")), verifier);
    }

    private static async Task Say(Store store, int first, int months)
    {
        foreach (var (region, revenues) in Revenues)
        {
            for (var month = first; month < first + months; month++)
                await Append(store, region, month, revenues[month - 3]);
        }
    }

    private static Task Append(Store store, string region, int month, decimal revenue) => store.Do(new AppendFacts(
        FactOrigin.Report, $"{region} {month} {revenue}", "月报", [new UnitReport($"F{region[^1]}", Period.OfMonth(2026, month), [ReportedValue.Of("firm_revenue", revenue)])]));

    private static IReadOnlyList<SourceFile> Programme() => [.. Store.Qinghe.Select(file => file.Name switch
    {
        "regions.yaml" => file with { Text = file.Text.Replace("places:", string.Concat(new[] { ("3", "河南镇"), ("4", "河北镇") }.Select(town =>
            $"  - {{code: \"99010100{town.Item1}\", name: {town.Item2}, name_en: Town {town.Item1}, kind: town, parent: \"990101\", code_system: invented, tile: {{column: {town.Item1}, row: 2}}}}\n")) + "places:", StringComparison.Ordinal) },
        "indicators.yaml" => file with { Text = file.Text.TrimEnd() + "\n  - {code: monthly, name: 月度营收, name_en: Monthly revenue, owner: county_stats, unit: 万元, formula: sum(firm_revenue), basis: date, frequency: month, grace_months: 6}\n" },
        "targets.yaml" => file with { Text = file.Text.TrimEnd() + string.Concat(Revenues.Keys.Select(region =>
            $"\n  - {{indicator: monthly, year: 2026, region: \"{region}\", qualifier: at_least, value: 1000, path: steps, steps: [{{at: 2026-01-01, value: 1000}}], cite: {{document: plan, section: 分解目标}}, baseline: {{period: 2025, value: 0, source: 年报}}}}")) + "\n" },
        "supervision.yaml" => file with { Text = Rules },
        _ => file,
    })];
}
