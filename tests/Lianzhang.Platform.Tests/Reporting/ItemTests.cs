using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests.Reporting;

/// <summary>The register of items: what is defined, who reports it, and what rests on it.</summary>
public sealed class ItemTests(PostgresCluster cluster)
{
    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Items_are_found_by_name_owner_kind_and_who_reports_them(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var all = await store.Do(new ListItems(new ItemQuery()), await store.As("leader"));
        Assert.Equal(10, all.Total);
        Assert.Equal([("county_stats", 6), ("county_drc", 3), ("tourism", 1)], all.Owners.Select(owner => (owner.Code, owner.Items)).OrderByDescending(owner => owner.Items));
        foreach (var (query, codes) in new[]
        {
            (new ItemQuery(Search: "食品"), "food_output organic_output"),
            (new ItemQuery(Search: "绿色食品产业总产值"), "food_output"),
            (new ItemQuery(Search: "FIRM_R"), "firm_revenue firm_rd"),
            (new ItemQuery(Search: " revenue "), "firm_revenue"),
            (new ItemQuery(Owner: "county_drc"), "energy_intensity model_parks cold_storage"),
            (new ItemQuery(Kind: ItemKind.Rate), "energy_intensity"),
            (new ItemQuery(By: ItemReporter.Enterprise), "organic_output firm_revenue firm_rd firm_staff"),
            (new ItemQuery(By: ItemReporter.Park), "cold_storage"),
            (new ItemQuery(By: ItemReporter.County), ""),
            (new ItemQuery(By: ItemReporter.Nobody, Kind: ItemKind.Stock), "textile_firms model_parks"),
            (new ItemQuery(Search: "nothing such"), ""),
        })
            Assert.Equal(codes, string.Join(' ', (await store.Do(new ListItems(query))).Items.Select(item => item.Code)));
        var second = await store.Do(new ListItems(new ItemQuery(), 2, 4));
        Assert.Equal((10, "visitors"), (second.Total, second.Items[0].Code));
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new ListItems(new ItemQuery(), PageSize: 201))).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_item_says_what_it_is_where_it_is_asked_and_what_rests_on_it(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var revenue = await store.Do(new GetItem("firm_revenue"), await store.As("leader"));
        Assert.Equal((ItemKind.Flow, RegionRule.Sum, "county_stats"), (revenue.Item.Kind, revenue.Item.OverRegions, revenue.Item.Owner));
        var form = Assert.Single(revenue.Forms);
        Assert.Equal(("firm_month", "青禾 01 表", "2026-1", FormUnits.Enterprise, FormFrequency.Month, 5, 12), (form.Code, form.Number, form.Version, form.Of, form.Frequency, form.DueDays, form.Minutes));
        Assert.Equal([AskedPeriod.Period], form.Asks);
        Assert.Equal([AskedPeriod.YearToDate], Assert.Single((await store.Do(new GetItem("firm_rd"))).Forms).Asks);

        var food = await store.Do(new GetItem("food_output"), await store.As("leader"));
        Assert.Empty(food.Forms);
        Assert.Equal(["绿色食品产业总产值", "绿色食品产值"], food.PublishedAs);
        Assert.Contains(food.Indicators, indicator => indicator.Code == "food_output");
        Assert.Equal(RegionRule.Mean, (await store.Do(new GetItem("energy_intensity"))).Item.OverRegions);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetItem("no_such"))).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_item_names_what_it_is_close_to_and_differs_from(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await store.Do(new PublishProgramme([.. Store.Qinghe.Select(file => file.Name == "items.yaml"
            ? file with { Text = file.Text.Replace("name: 示范园区, name_en: Model parks, kind: stock, unit: 家, owner: county_drc", "name: 园区规上家纺企业, name_en: Model parks, kind: stock, unit: 家, owner: county_drc, differs_from: textile_firms", StringComparison.Ordinal) }
            : file)], "close"));
        Assert.Equal([("textile_firms", Likeness.Name)], (await store.Do(new GetItem("model_parks"))).Close.Select(close => (close.Code, close.In)));
        Assert.Equal(["model_parks"], (await store.Do(new GetItem("textile_firms"))).Close.Select(close => close.Code));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_fills_in_reads_definitions_but_not_what_is_judged_by_them(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var clerk = await store.As("clerk");
        Assert.Equal(10, (await store.Do(new ListItems(new ItemQuery()), clerk)).Total);
        Assert.Empty((await store.Do(new GetItem("food_output"), clerk)).Indicators);
        Assert.NotEmpty((await store.Do(new GetItem("food_output"), await store.As("county"))).Indicators);
        Assert.NotEmpty((await store.Do(new ExportItems(Language.Chinese, new ItemQuery()), clerk)).Content);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ListItems(new ItemQuery()), await store.As("sysadmin"))).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetItem("food_output"), await store.As("sysadmin"))).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Without_a_programme_there_are_no_items(StoreKind kind)
    {
        await using var store = await Store.Open(kind, cluster);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ListItems(new ItemQuery()))).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetItem("food_output"))).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ExportItems(Language.Chinese, new ItemQuery()))).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetBurden())).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ExportBurden(Language.English))).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_Excel_file_holds_the_items_that_were_asked_for(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        using var sheet = new Sheet((await store.Do(new ExportItems(Language.Chinese, new ItemQuery(By: ItemReporter.Park)))).Content);
        Assert.Empty(sheet.Faults);
        Assert.Equal(["数据项", "编码", "计量单位", "跨期汇总", "跨区域汇总", "责任单位", "填报单位", "所在报表", "指标解释"], sheet.Rows[2]);
        Assert.Equal(["冷库库容", "cold_storage", "万吨", "时点数，取期末值", "各单位、各地区相加"], Assert.Single(sheet.List).Take(5));
    }
}
