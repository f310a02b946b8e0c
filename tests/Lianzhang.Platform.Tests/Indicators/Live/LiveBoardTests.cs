using System.Text.Json;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Tests.Registers;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests.Indicators.Live;

/// <summary>Whatever happens, the board of a server that has been running is the board of one that has just been started.</summary>
public sealed class LiveBoardTests(PostgresCluster cluster)
{
    private static readonly Period May = Period.OfMonth(2026, 5);

    private static readonly (string Code, string Unit, string Formula)[] Indicators =
    [
        ("revenue", "万元", "sum(firm_revenue)"),
        ("revenue_so_far", "万元", "ytd(sum(default(firm_revenue, 0) where industry in crafts))"),
        ("houses", "家", "count(units where title = craft_house)"),
        ("staffed", "人", "avg(firm_staff where not region = 990101002)"),
        ("clusters_at_work", "家", "count(clusters where sum(default(firm_revenue, 0)) > 100 万元)"),
    ];

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_board_that_went_along_is_the_board_made_anew(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await store.Do(new PublishProgramme(Programme("sum(firm_revenue)"), "units"));
        var officer = await store.As("officer");
        for (var number = 1; number <= 4; number++)
            await store.Do(new AddEnterprise(Codes.Of(number), $"青禾第{number}工坊", number % 2 == 0 ? Firms.Hexi : Firms.Hedong, new(2024, 1, 1), Industry: number == 3 ? "textiles" : "baking", DespiteLikeness: true), officer);
        var seen = new HashSet<string>(StringComparer.Ordinal);

        var steps = new (string Name, Func<Task> Do)[]
        {
            ("reported", () => Say(store, 1, May, 100)),
            ("by another", () => Say(store, 2, May, 40)),
            ("revised", () => Say(store, 1, May, 70)),
            ("late", () => Say(store, 1, Period.OfMonth(2026, 3), 30)),
            ("a quarter", () => Say(store, 3, Period.OfQuarter(2026, 1), 900)),
            ("for the first time", () => Say(store, 4, May, 11)),
            ("moved", () => store.Do(new EditEnterprise(Codes.Of(1), new(2026, 5, 10), [new(UnitAttributes.Region, Firms.Hexi)]), officer)),
            ("reclassified", () => store.Do(new EditEnterprise(Codes.Of(3), new(2026, 1, 1), [new(UnitAttributes.Industry, "food")]), officer)),
            ("titled", () => store.Do(new GrantTitle(Codes.Of(2), "craft_house", new(new(2026, 2, 1), new DateOnly(2027, 1, 31))), officer)),
            ("merged", () => store.Do(new MergeEnterprises(Codes.Of(4), Codes.Of(2), new(2026, 6, 1)), officer)),
            ("of a later year", () => Say(store, 2, Period.OfMonth(2027, 6), 5)),
            ("by another formula", () => store.Do(new PublishProgramme(Programme("sum(default(firm_revenue, 0))"), "formula"))),
            ("after that", () => Say(store, 1, Period.OfMonth(2026, 4), 8)),
        };
        foreach (var (name, act) in steps)
        {
            await act();
            await using var started = Store.At(store.Address);
            foreach (var region in new[] { null, Firms.Hexi })
            {
                var board = Told(await store.Do(new GetBoard(new(2026, 12, 31), region)));
                Assert.True(board == Told(await started.Do(new GetBoard(new(2026, 12, 31), region))), $"{name}, {region}: {board}");
                seen.Add(board);
            }
        }

        // Not because nothing ever moved.
        Assert.True(seen.Count >= 12, $"{seen.Count} different boards");
    }

    private static Task Say(Store store, int number, Period period, decimal revenue) => store.Do(new AppendFacts(
        FactOrigin.Report, $"{number} {period} {revenue}", "月报", [new UnitReport(Codes.Of(number), period, [ReportedValue.Of("firm_revenue", revenue), ReportedValue.Of("firm_staff", revenue / 2)])]));

    private static string Told(Core.Boards.Board board) => JsonSerializer.Serialize(board.Targets.Where(row => Indicators.Any(indicator => indicator.Code == row.Indicator)).Select(row => new { row.Indicator, row.Region, row.Actual?.Value, Period = row.Actual?.Period.ToString(), Missing = row.Missing.Select(missing => missing.Name.Zh) }));

    // Each indicator with a target of the county and of the western town.
    private static IReadOnlyList<Core.Programmes.SourceFile> Programme(string revenue) => [.. Store.Qinghe.Select(file =>
        file.Name == "indicators.yaml" ? file with { Text = file.Text.TrimEnd() + string.Concat(Indicators.Select(indicator => $"\n  - {{code: {indicator.Code}, name: 指标{indicator.Code}, name_en: {indicator.Code}, owner: county_stats, unit: {indicator.Unit}, formula: \"{(indicator.Code == "revenue" ? revenue : indicator.Formula)}\", basis: date, frequency: month}}")) + "\n" }
        : file.Name == "targets.yaml" ? file with { Text = file.Text.TrimEnd() + string.Concat(Indicators.SelectMany(indicator => new[] { "990101", Firms.Hexi }, (indicator, region) => $"\n  - {{indicator: {indicator.Code}, region: \"{region}\", year: 2026, qualifier: at_least, value: 98, cite: {{document: plan, section: 主要目标}}}}")) + "\n" }
        : file)];
}
