using System.Globalization;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests.Registers;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Tests.Indicators;

/// <summary>What was published comes out again, whatever is recorded afterwards, and what was altered is noticed.</summary>
public sealed class PublishedBoardTests(PostgresCluster cluster)
{
    private const int Revisions = 100;

    private static readonly DateOnly June = new(2026, 6, 30);

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_published_board_comes_out_the_same_after_a_hundred_revisions(StoreKind kind)
    {
        await using var store = await WithFirms(kind);
        var published = await Publish(store, new PublishBoard(AsOf: June));
        await Revise(store);

        var again = await store.Do(new GetPublishedBoard(published.Id), await store.As("leader"));
        Assert.True(again is { SameInputs: true, SameResult: true, IsSame: true });
        Assert.NotEqual(SealBoard.Result(again.Board!), SealBoard.Result(await store.Do(new GetBoard(June))));
        var later = await store.Do(new GetPublishedBoard((await Publish(store, new PublishBoard(AsOf: June))).Id));
        Assert.True(later.IsSame);
        Assert.NotEqual(again.Line.InputHash, later.Line.InputHash);
        Assert.NotEqual(again.Line.ResultHash, later.Line.ResultHash);
        Assert.Equal((1, 2), (again.Line.Version, later.Line.Version));
        Assert.Equal([later.Line.Id, again.Line.Id], (await store.Do(new ListPublishedBoards())).Boards.Select(board => board.Id));
        Assert.Equal([later.Line, again.Line], (await store.Do(new ListPublishedBoards("990101"))).Boards);
        Assert.Empty((await store.Do(new ListPublishedBoards("990101001"))).Boards);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_payload_that_was_altered_in_the_store_is_noticed(StoreKind kind)
    {
        await using var store = await WithFirms(kind);
        var published = await Publish(store, new PublishBoard(AsOf: June));
        Assert.True((await store.Do(new GetPublishedBoard(published.Id))).IsSame);
        await Alter(store, [1, 2, 3]);
        var again = await store.Do(new GetPublishedBoard(published.Id));
        Assert.True(again is { SameInputs: false, SameResult: false, IsSame: false, Board: null });
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_result_that_was_altered_in_the_store_is_noticed(StoreKind kind)
    {
        await using var store = await WithFirms(kind);
        var published = await Publish(store, new PublishBoard(AsOf: June));
        await store.InDb(db => db.Set<PublishedBoard>().ExecuteUpdateAsync(set => set.SetProperty(board => board.ResultHash, "0")));
        Assert.True((await store.Do(new GetPublishedBoard(published.Id))) is { SameInputs: true, SameResult: false, IsSame: false });
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_cannot_be_published_is_refused_with_the_reason(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var now = store.Time.GetUtcNow();
        Assert.Contains("将来", await Refused(store, new PublishBoard(At: now.AddSeconds(1))), StringComparison.Ordinal);
        Assert.Contains("晚于", await Refused(store, new PublishBoard(AsOf: June.AddDays(1))), StringComparison.Ordinal);
        Assert.Contains("000000", await Refused(store, new PublishBoard("000000")), StringComparison.Ordinal);
        Assert.Contains("还没有", await Refused(store, new PublishBoard(At: new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero))), StringComparison.Ordinal);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new PublishBoard(), await store.As("leader"))).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetPublishedBoard(1))).Problem!.Kind);
        Assert.Empty((await store.Do(new ListPublishedBoards())).Boards);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_published_board_of_another_region_is_not_there(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var published = await Publish(store, new PublishBoard());
        var county = await store.As("county");
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetPublishedBoard(published.Id), county)).Problem!.Kind);
        Assert.Empty((await store.Do(new ListPublishedBoards(), county)).Boards);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_board_of_a_programme_is_asked_by_its_code(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var now = store.Time.GetUtcNow();
        Assert.Equal(SealBoard.Result(await store.Do(new GetBoard(June))), SealBoard.Result(await store.Do(new GetProgrammeBoard("qinghe_crafts", now, June))));
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetProgrammeBoard("other", now))).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetProgrammeBoard("qinghe_crafts", now, Region: "000000"))).Problem!.Kind);
    }

    private static async Task<string> Refused(Store store, PublishBoard request) => (await store.Ask(request)).Problem!.Detail.Zh;

    private static async Task<PublishedBoardId> Publish(Store store, PublishBoard request)
    {
        store.Time.Advance(TimeSpan.FromMinutes(1));
        var published = await store.Do(request, await store.As("officer"));
        store.Time.Advance(TimeSpan.FromMinutes(1));
        return published;
    }

    private async Task<Store> WithFirms(StoreKind kind)
    {
        var store = await Store.OpenWithQinghe(kind, cluster);
        foreach (var number in new[] { 1, 2, 3 })
        {
            await Firms.Add(store, Codes.Of(number));
            await Firms.Report(store, Codes.Of(number), revenue: 100 + number, staff: 20);
        }

        return store;
    }

    private static Task<int> Alter(Store store, byte[] payload) => store.InDb(async db =>
    {
        var first = await db.Set<StoredReport>().MinAsync(report => report.Id);
        return await db.Set<StoredReport>().Where(report => report.Id == first).ExecuteUpdateAsync(set => set.SetProperty(report => report.Payload, payload));
    });

    private static async Task Revise(Store store)
    {
        var officer = await store.As("officer");
        foreach (var number in Enumerable.Range(1, Revisions))
        {
            var report = new UnitReport(Codes.Of((number % 3) + 1), Period.OfYear(2025), [ReportedValue.Of("firm_revenue", number)]);
            await store.Do(new AppendFacts(FactOrigin.Generated, $"revision {number.ToString(CultureInfo.InvariantCulture)}", "revision", [report]));
        }

        await Firms.Move(store, Codes.Of(1), Firms.Hexi, new DateOnly(2025, 1, 1));
        await store.Do(new GrantTitle(Codes.Of(2), "craft_house", new TitleEntry(new DateOnly(2026, 1, 1))), officer);
        await store.Do(new MergeEnterprises(Codes.Of(2), Codes.Of(3), new(2026, 5, 1)), officer);
        await store.Do(new ImportFigures(new("f.csv", "item,region,period,value,unit,source\ncold_storage,990101,2026-05,12.5,万吨,县政府网\n")));
        var files = Store.Qinghe.Select(file => file.Name == "indicators.yaml" ? file with { Text = file.Text.Replace("formula: value(visitors)", "formula: value(visitors) * 2", StringComparison.Ordinal) } : file);
        await store.Do(new PublishProgramme([.. files], "formula"));
    }
}
