using Lianzhang.Core.Boards;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Tests.Registers;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests.Indicators;

/// <summary>Changed definitions are seen before they are in force, come into force at once, and leave what was published as it was.</summary>
public sealed class PreviewDefinitionsTests(PostgresCluster cluster)
{
    private const string Visitors = "formula: value(visitors)";

    private static readonly DateOnly June = new(2026, 6, 30);

    private static readonly (string File, string Sound, string Changed) Doubled = ("indicators.yaml", Visitors, $"{Visitors} * 2");

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_preview_says_what_would_move_and_touches_nothing(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var officer = await store.As("officer");
        var before = await Board(store);
        var preview = await store.Do(new PreviewDefinitions(await Draft(store, Doubled)), officer);

        Assert.Equal((1, 2, 13), (preview.InForce, preview.Draft.Number, preview.Targets));
        Assert.Equal([("visitors", 2025), ("visitors", 2026)], preview.Moves.Select(move => (move.Row.Indicator, move.Row.Year!.Value)).Order());
        Assert.All(preview.Moves, move => Assert.Equal((move.Before!.Actual!.Value, MoveReason.Formula), (move.Actual!.Value, move.Reasons.Single())));
        Assert.Equal((2, 0, 0), (preview.Values, preview.Appearing, preview.Vanishing));
        Assert.Equal(preview.Moves.Count(move => move.ChangesLight), preview.Lights);
        Assert.Equal(("indicators", "visitors"), (Assert.Single(preview.Changes).List, preview.Changes[0].Key));
        Assert.Equal(before, await Board(store));
        Assert.Single((await store.Do(new ListProgrammeVersions())).Versions);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_moves_most_comes_first_and_the_list_is_exported_as_it_is_shown(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var draft = await Draft(store, Doubled, ("indicators.yaml", "formula: value(cold_storage)", "formula: value(cold_storage) * 1.5"), ("targets.yaml", "value: 38,", "value: 80,"), ("indicators.yaml", "formula: value(model_parks)", "formula: value(model_parks) * 10"));
        var preview = await store.Do(new PreviewDefinitions(draft), await store.As("officer"));
        Assert.Equal("model_parks", preview.Moves[0].Row.Indicator);
        Assert.Equal("990101001", preview.Moves[^1].Region.Code);
        Assert.True(preview.Moves[^1].ChangesLight);

        var workbook = await store.Do(new ExportDefinitionPreview(Language.Chinese, draft), await store.As("officer"));
        using var sheet = new Sheet(workbook.Content);
        Assert.Empty(sheet.Faults);
        Assert.Equal(preview.Moves.Select(move => (move.Region.Name.Zh, move.Row.Name.Zh)), sheet.List.Select(row => (row[0], row[1])));
        Assert.Equal("目标调整", sheet.List[^1][14]);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_board_is_of_the_old_definitions_before_and_of_the_new_after(StoreKind kind)
    {
        await using var store = await WithFirms(kind);
        var officer = await store.As("officer");
        var published = await store.Do(new PublishBoard(AsOf: June), officer);
        store.Time.Advance(TimeSpan.FromMinutes(1));
        var before = await Board(store);
        var draft = await Draft(store, ("indicators.yaml", "sum(firm_revenue)", "sum(firm_revenue where not region = 990101002)"));
        var move = Assert.Single((await store.Do(new PreviewDefinitions(draft, June), officer)).Moves);
        Assert.Equal((-102m, MoveReason.Formula), (move.Actual, move.Reasons.Single()));
        Assert.Equal(before, await Board(store));

        var seen = new HashSet<string>();
        var reading = Task.WhenAll(Enumerable.Range(0, 10).Select(async _ => await Board(store)));
        Assert.Equal(3, (await store.Do(new PublishDraft(draft), officer)).Number);
        seen.UnionWith(await reading);
        var after = await Board(store);
        Assert.NotEqual(before, after);
        Assert.Subset(new HashSet<string> { before, after }, seen);
        Assert.Equal(move.After!.Actual!.Value, Revenue(await store.Do(new GetBoard(June))));
        await using (var started = Store.At(store.Address))
            Assert.Equal(after, await Board(started));

        store.Time.Advance(TimeSpan.FromMinutes(1));
        var again = await store.Do(new GetPublishedBoard(published.Id), officer);
        Assert.True(again is { IsSame: true, Line.Version: 2 });
        Assert.Equal(before, SealBoard.Result(again.Board!));
        Assert.Equal([3, 2, 1], (await store.Do(new ListProgrammeVersions())).Versions.Select(version => version.Number));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_reported_between_preview_and_publication_counts(StoreKind kind)
    {
        await using var store = await WithFirms(kind);
        var officer = await store.As("officer");
        var draft = await Draft(store, ("indicators.yaml", "sum(firm_revenue)", "sum(firm_revenue) * 2"));
        await store.Do(new PreviewDefinitions(draft, June), officer);
        await store.Do(new AppendFacts(FactOrigin.Report, "later", "年报", [new UnitReport(Codes.Of(1), Period.OfYear(2025), [ReportedValue.Of("firm_revenue", 1000)])]));
        Assert.Equal(1000 + 102, Revenue(await store.Do(new GetBoard(June))));
        await Firms.Move(store, Codes.Of(2), Firms.Hedong, new DateOnly(2025, 1, 1));
        await store.Do(new PublishDraft(draft), officer);

        Assert.Equal(2 * (1000 + 102), Revenue(await store.Do(new GetBoard(June))));
        await using var started = Store.At(store.Address);
        Assert.Equal(await Board(started), await Board(store));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_item_in_another_unit_is_read_anew_for_the_preview_alone(StoreKind kind)
    {
        await using var store = await WithFirms(kind);
        var officer = await store.As("officer");
        var items = Store.Qinghe.Single(file => file.Name == "items.yaml").Text;
        var line = items.Split('\n').Single(text => text.Contains("code: firm_revenue,", StringComparison.Ordinal));
        var draft = await Draft(store, ("items.yaml", line, line.Replace("unit: 万元", "unit: 元", StringComparison.Ordinal)));
        var before = await Board(store);
        var move = Assert.Single((await store.Do(new PreviewDefinitions(draft, June), officer)).Moves);
        Assert.Equal([MoveReason.Items], move.Reasons);
        Assert.Equal(before, await Board(store));
        await store.Do(new PublishDraft(draft), officer);
        Assert.Equal(move.After!.Actual!.Value, Revenue(await store.Do(new GetBoard(June))));
    }

    private static decimal Revenue(Board board) => board.Targets.Single(row => row.Indicator == "revenue").Actual!.Value;

    private static async Task<string> Board(Store store) => SealBoard.Result(await store.Do(new GetBoard(June)));

    private static async Task<Guid> Draft(Store store, params (string File, string Sound, string Changed)[] edits)
    {
        var inForce = (await store.Do(new ListProgrammeVersions())).Versions[0].Number == 1 ? Store.Qinghe : WithRevenue;
        var files = edits.GroupBy(edit => edit.File).Select(group =>
        {
            var file = inForce.Single(one => one.Name == group.Key);
            Assert.All(group, edit => Assert.Contains(edit.Sound, file.Text, StringComparison.Ordinal));
            return group.Aggregate(file, (text, edit) => text with { Text = text.Text.Replace(edit.Sound, edit.Changed, StringComparison.Ordinal) });
        });
        return (await store.Do(new DraftProgramme([.. files], "调整"), await store.As("officer"))).Id;
    }

    private static IReadOnlyList<SourceFile> WithRevenue { get; } = [.. Store.Qinghe.Select(file => file.Name switch
    {
        "indicators.yaml" => file with { Text = file.Text.TrimEnd() + "\n  - {code: revenue, name: 营业收入, name_en: Revenue, owner: county_stats, unit: 万元, formula: \"sum(firm_revenue)\", basis: year}\n" },
        "targets.yaml" => file with { Text = file.Text.TrimEnd() + "\n  - {indicator: revenue, year: 2026, qualifier: at_least, value: 300, cite: {document: plan, section: 主要目标}}\n" },
        _ => file,
    })];

    // Two firms, one in each town, and a target on what they earn.
    private async Task<Store> WithFirms(StoreKind kind)
    {
        var store = await Store.OpenWithQinghe(kind, cluster);
        await store.Do(new PublishProgramme(WithRevenue, "revenue"));
        foreach (var (number, town) in new[] { (1, Firms.Hedong), (2, Firms.Hexi) })
        {
            await Firms.Add(store, Codes.Of(number), town);
            await Firms.Report(store, Codes.Of(number), revenue: 100 + number);
        }

        store.Time.Advance(TimeSpan.FromMinutes(1));
        return store;
    }
}
