using Lianzhang.Core.Values;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Indicators.Exploring;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests.Registers;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Tests.Indicators.Exploring;

/// <summary>Tables from the store, by what the reader sees.</summary>
public sealed class ExploreTests(PostgresCluster cluster)
{
    private const string ByTown = "?m=item.firm_revenue&rows=region&cols=measure&by=year&to=2025-12";

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_page_is_one_request(StoreKind kind)
    {
        await using var store = await WithFirms(kind);
        var view = await store.Do(new Explore(ByTown), await store.As("leader"));
        Assert.Empty(view.Faults);
        Assert.Equal([303, 606, 909], view.Pivot!.Cells.Select(row => row[0].Amount));
        Assert.True(view.Pivot is { UsesUnits: true, IsGenerated: true });
        Assert.Equal("m=item.firm_revenue&rows=region&cols=measure&by=year&to=2025-12", view.Query);
        Assert.Equal(["item.firm_revenue"], view.Choices.Measures[0].Choices.Select(choice => choice.Key));
        Assert.Contains("indicator.food_output", view.Choices.Measures[1].Choices.Select(choice => choice.Key));
        Assert.Contains("figure.visitors", view.Choices.Measures[2].Choices.Select(choice => choice.Key));
        Assert.Equal(["measure", "region", "industry", "period", "cluster", "title"], view.Choices.Axes.Select(choice => choice.Key));
        Assert.Contains("title.old_brand", Assert.Single(view.Choices.Filters).Choices.Select(choice => choice.Key));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_accepted_is_in_the_next_table(StoreKind kind)
    {
        await using var store = await WithFirms(kind);
        Assert.Equal(909, (await store.Do(new Explore(ByTown))).Pivot!.Cells[2][0].Amount);
        await Firms.Report(store, Codes.Of(1), revenue: 201);
        Assert.Equal(1009, (await store.Do(new Explore(ByTown))).Pivot!.Cells[2][0].Amount);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Without_a_query_the_first_item_that_is_reported_is_shown(StoreKind kind)
    {
        await using var store = await WithFirms(kind);
        Assert.Equal("m=item.firm_revenue&rows=region&cols=period&gaps=reported", (await store.Do(new Explore())).Query);
        await using var empty = await Store.OpenWithQinghe(kind, cluster);
        Assert.StartsWith("m=figure.", (await empty.Do(new Explore())).Query, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_is_limited_to_a_region_sees_that_region(StoreKind kind)
    {
        await using var store = await WithFirms(kind);
        var county = await store.As("county");
        var view = await store.Do(new Explore(ByTown), county);
        Assert.Equal((Firms.Hedong, 303m), (Assert.Single(view.Pivot!.Rows.Lines).Key, Assert.Single(view.Pivot.Cells)[0].Amount));
        Assert.Equal([Firms.Hedong], view.Choices.Regions.Select(region => region.Key));
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new Explore($"{ByTown}&region={Firms.Hexi}"), county)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ExportPivot(Language.Chinese, $"{ByTown}&region=990101"), county)).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_is_limited_to_an_industry_sees_units_of_that_industry(StoreKind kind)
    {
        await using var store = await WithFirms(kind);
        var chain = await store.As("chain");
        // Its industry is none of this programme's, so that no unit is its.
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new Explore(ByTown), chain)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new Explore($"{ByTown}&m=indicator.visitors"), chain)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new Explore($"{ByTown}&industry=food"), chain)).Problem!.Kind);
        Assert.StartsWith("m=figure.", (await store.Do(new Explore(), chain)).Query, StringComparison.Ordinal);

        await store.InDb(db => db.Set<Membership>().Where(membership => membership.Industry != null).ExecuteUpdateAsync(set => set.SetProperty(membership => membership.Industry, "baking")));
        await store.InDb(db => db.Set<AccessEpoch>().ExecuteUpdateAsync(set => set.SetProperty(epoch => epoch.Value, epoch => epoch.Value + 1)));
        var view = await store.Do(new Explore(ByTown), chain);
        Assert.Equal(("baking", 909m), (Assert.Single(view.Choices.Industries).Key, view.Pivot!.Cells[2][0].Amount));
        Assert.EndsWith("industry=baking&by=year&to=2025-12", view.Query, StringComparison.Ordinal);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new Explore($"{ByTown}&industry=textiles"), chain)).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_view_that_names_what_is_gone_opens_and_says_so(StoreKind kind)
    {
        await using var store = await WithFirms(kind);
        var leader = await store.As("leader");
        await store.Do(new SaveView("营收", ByTown), leader);
        var files = Store.Qinghe.Select(file => file with { Text = file.Text.Replace("firm_revenue", "firm_turnover", StringComparison.Ordinal) });
        await store.Do(new PublishProgramme([.. files], "renamed"));
        var kept = Assert.Single((await store.Do(new ListViews(), leader)).Views);
        var view = await store.Do(new Explore(kept.Query), leader);
        Assert.Null(view.Pivot);
        Assert.Contains("firm_revenue", Assert.Single(view.Faults).Message.Zh, StringComparison.Ordinal);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new ExportPivot(Language.Chinese, kept.Query), leader)).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_query_that_cannot_be_read_says_so(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        Assert.Equal("by", Assert.Single((await store.Do(new Explore("m=figure.visitors&by=week"))).Faults).At.File);
        await using var bare = await Store.Open(kind, cluster);
        Assert.Equal(ProblemKind.NotFound, (await bare.Ask(new Explore())).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_workbook_has_the_same_numbers_with_unit_source_and_mark(StoreKind kind)
    {
        await using var store = await WithFirms(kind);
        using var sheet = new Sheet((await store.Do(new ExportPivot(Language.Chinese, ByTown), await store.As("leader"))).Content);
        Assert.Empty(sheet.Faults);
        Assert.Equal("数据透视", sheet.Rows[0][0]);
        foreach (var said in new[] { "企业营业收入（万元）", "2025年", "单位填报汇总（生成数据）", "本系统含生成的演示数据" })
            Assert.Contains(said, sheet.Note, StringComparison.Ordinal);
        Assert.Equal(["地区", "企业营业收入（万元）"], sheet.Rows[2]);
        Assert.Equal(["合计", "909"], sheet.Rows[5]);
        using var none = new Sheet((await store.Do(new ExportPivot(Language.Chinese, $"{ByTown}&where=title.old_brand"))).Content);
        Assert.Equal(["河东镇", "—"], none.Rows[3]);
    }

    private async Task<Store> WithFirms(StoreKind kind)
    {
        var store = await Store.OpenWithQinghe(kind, cluster);
        foreach (var number in Enumerable.Range(1, 6))
        {
            await Firms.Add(store, Codes.Of(number), number <= 3 ? Firms.Hedong : Firms.Hexi);
            await Firms.Report(store, Codes.Of(number), revenue: number <= 3 ? 101 : 202);
        }

        return store;
    }
}
