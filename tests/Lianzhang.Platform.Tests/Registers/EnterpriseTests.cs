using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Tests.Registers;

/// <summary>The register of enterprises: what is true from when on, who may see and change it, and what is refused.</summary>
public sealed class EnterpriseTests(PostgresCluster cluster)
{
    private const string East = "990101001";
    private const string West = "990101002";

    private static readonly DateOnly Start = new(2024, 1, 1);

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Counts_of_a_day_are_those_of_that_day_after_a_move_a_change_of_industry_and_a_merger(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var officer = await store.As("officer");
        await Add(store, 1, "青禾县晨鸣食品有限公司", East, "1411");
        await Add(store, 2, "青禾云锦家纺有限公司", East, "1771");

        await store.Do(new EditEnterprise(Codes.Of(1), new(2026, 3, 1), [new(UnitAttributes.Region, West)]), officer);
        Assert.Equal((2, 0), (await Count(store, new(2026, 2, 28), region: East), await Count(store, new(2026, 2, 28), region: West)));
        Assert.Equal((1, 1), (await Count(store, null, region: East), await Count(store, null, region: West)));
        Assert.Equal(2, await Count(store, null, region: "990101"));

        await store.Do(new EditEnterprise(Codes.Of(1), new(2026, 4, 1), [new(UnitAttributes.Gb, "1771")], ByClass: true), officer);
        Assert.Equal((1, 1), (await Count(store, new(2026, 3, 31), industry: "food"), await Count(store, new(2026, 3, 31), industry: "textiles")));
        Assert.Equal((0, 2), (await Count(store, null, industry: "food"), await Count(store, null, industry: "textiles")));

        await store.InDb(async db =>
        {
            var unit = await db.Set<RegisteredUnit>().SingleAsync(unit => unit.Code == Codes.Of(2));
            db.Add(new TitleGrant { UnitId = unit.Id, Title = "old_brand", GrantedOn = new(2025, 1, 1), RecordedAt = store.Time.GetUtcNow() });
            return await db.SaveChangesAsync();
        });
        var preview = await store.Do(new PreviewMerger(Codes.Of(2), Codes.Of(1), new(2026, 5, 1)), officer);
        Assert.Equal([UnitAttributes.Gb, UnitAttributes.Industry, UnitAttributes.Region, UnitAttributes.Sei], preview.Ends.Select(value => value.Attribute).Order());
        Assert.Equal("old_brand", preview.EndingTitles.Single().Title);
        await store.Do(new MergeEnterprises(Codes.Of(2), Codes.Of(1), new(2026, 5, 1)), officer);
        Assert.Equal((2, 1), (await Count(store, new(2026, 4, 30)), await Count(store, null)));
        Assert.Equal((1, 0), (await Count(store, new(2026, 4, 30), title: "old_brand"), await Count(store, null, title: "old_brand")));

        // What boards are computed from says the same.
        var units = await Units(store);
        Assert.Equal([Codes.Of(1), Codes.Of(2)], units.At(new(2026, 2, 28)).Where(unit => unit.Of(UnitAttributes.Region).Contains(East)).Select(unit => unit.Code).Order());
        Assert.Equal([Codes.Of(2)], units.At(new(2026, 4, 30)).Where(unit => unit.Of(UnitAttributes.Region).Contains(East)).Select(unit => unit.Code));
        Assert.DoesNotContain(units.At(new(2026, 5, 1)), unit => unit.Of(UnitAttributes.Region).Contains(East));
        Assert.Equal([Codes.Of(1)], units.At(new(2026, 5, 1)).Single(unit => unit.Code == Codes.Of(2)).Of(UnitAttributes.MergedInto));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Both_histories_and_the_facts_of_both_stay_after_a_merger(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var officer = await store.As("officer");
        await Add(store, 1, "青禾县晨鸣食品有限公司", East, "1411");
        await Add(store, 2, "青禾云锦家纺有限公司", East, "1771");
        var may = Period.OfMonth(2026, 5);
        await store.Do(new AppendFacts(FactOrigin.File, "one", "表一", [new UnitReport(Codes.Of(2), may, [ReportedValue.Of("food_output", 12)])]));
        await store.Do(new MergeEnterprises(Codes.Of(2), Codes.Of(1), new(2026, 6, 1)), officer);

        var merged = await store.Do(new GetEnterprise(Codes.Of(2)), officer);
        Assert.Equal((UnitStatus.Merged, Codes.Of(1)), (merged.Enterprise.Status, merged.MergedInto!.Code));
        Assert.Equal(12, Assert.Single(Assert.Single(merged.Facts.Lines).Values)!.Value.Amount);
        Assert.Contains(merged.History, value => value is { Attribute: UnitAttributes.Region, Value: East, To: { } last } && last == new DateOnly(2026, 5, 31));
        Assert.StartsWith("自 2026-06-01 起并入 青禾县晨鸣食品有限公司", merged.Changes[0].What.Zh, StringComparison.Ordinal);
        var survivor = await store.Do(new GetEnterprise(Codes.Of(1)), officer);
        Assert.Equal(Codes.Of(2), Assert.Single(survivor.MergedFrom).Code);
        Assert.Equal(2, survivor.Changes.Count);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_merger_that_cannot_be_is_refused(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var officer = await store.As("officer");
        foreach (var number in Enumerable.Range(1, 3))
            await Add(store, number, $"青禾第{number}家纺有限公司", East, "1771", despiteLikeness: true);
        await store.InDb(async db =>
        {
            db.Add(new RegisteredUnit { Kind = UnitKind.Park, Code = "green_park", Name = "绿色食品园", Region = East, RecordedAt = store.Time.GetUtcNow() });
            return await db.SaveChangesAsync();
        });
        await Refused("不能与自身合并", Codes.Of(1), Codes.Of(1), new(2026, 5, 1));
        await Refused("只有企业与企业可以合并", Codes.Of(1), "green_park", new(2026, 5, 1));
        await Refused("晚于今天", Codes.Of(1), Codes.Of(2), new(2026, 7, 1));
        await Refused("合并日应晚于两家企业最早的登记（2024-01-01）", Codes.Of(1), Codes.Of(2), Start);
        await Refused("没有企业", Codes.Of(1), Codes.Of(9), new(2026, 5, 1));
        await store.Do(new MergeEnterprises(Codes.Of(1), Codes.Of(2), new(2026, 5, 1)), officer);
        await Refused("不能再次合并", Codes.Of(1), Codes.Of(3), new(2026, 6, 1));
        await Refused("不能作为存续企业", Codes.Of(3), Codes.Of(1), new(2026, 6, 1));
        Assert.Contains("不能再变更", (await store.Ask(new EditEnterprise(Codes.Of(1), new(2026, 6, 1), [new(UnitAttributes.Size, "small")]), officer)).Problem!.Detail.Zh, StringComparison.Ordinal);

        async Task Refused(string why, string merged, string survivor, DateOnly from)
        {
            Assert.Contains(why, (await store.Ask(new PreviewMerger(merged, survivor, from), officer)).Problem!.Detail.Zh, StringComparison.Ordinal);
            Assert.NotNull((await store.Ask(new MergeEnterprises(merged, survivor, from), officer)).Problem);
        }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_former_name_is_kept_and_found(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var officer = await store.As("officer");
        await Add(store, 1, "青禾县晨鸣食品有限公司", East, "1411");
        await store.Do(new EditEnterprise(Codes.Of(1), new(2026, 3, 1), [new(UnitAttributes.Name, "青禾金穗烘焙有限公司"), new(UnitAttributes.Size, "small"), new(UnitAttributes.Kind, "leading", ValueChange.Join)]), officer);
        foreach (var search in new[] { "晨鸣", "金穗", Codes.Of(1)[..10], Codes.Of(1).ToLowerInvariant() })
            Assert.Equal("青禾金穗烘焙有限公司", Assert.Single((await store.Do(new ListEnterprises(new EnterpriseFilter(search)), officer)).Enterprises).Name);
        Assert.Equal("青禾县晨鸣食品有限公司", Assert.Single((await store.Do(new ListEnterprises(new EnterpriseFilter("金穗"), new(2026, 2, 28)), officer)).Enterprises).Name);

        var detail = await store.Do(new GetEnterprise(Codes.Of(1)), officer);
        Assert.Equal(["青禾金穗烘焙有限公司", "青禾县晨鸣食品有限公司"], detail.History.Where(value => value.Attribute == UnitAttributes.Name).Select(value => value.Value));
        Assert.Equal("自 2026-03-01 起：名称由 青禾县晨鸣食品有限公司 改为 青禾金穗烘焙有限公司；规模为 小型；加入类型 龙头企业", detail.Changes[0].What.Zh);
        Assert.Equal(("baking", SeiShare.Whole, "small"), (detail.Enterprise.Industry, detail.Enterprise.Sei, detail.Enterprise.Size));
        await store.Do(new EditEnterprise(Codes.Of(1), new(2026, 6, 1), [new(UnitAttributes.Kind, "leading", ValueChange.Leave)]), officer);
        Assert.Equal((1, 0), (await Count(store, new(2026, 5, 31), kind: "leading"), await Count(store, null, kind: "leading")));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_cannot_be_is_refused_with_what_to_do(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var officer = await store.As("officer");
        await Add(store, 1, "青禾县晨鸣食品有限公司", East, "1411");
        await Refuses(new AddEnterprise("91990101MA0000010X", "某某", East, Start), "统一社会信用代码有误");
        await Refuses(new AddEnterprise(Codes.Of(1), "青禾某某有限公司", East, Start), "已登记");
        await Refuses(new AddEnterprise(Codes.Of(2), "青禾某某有限公司", "990101009", Start), "没有地区 990101009，是否应为");
        await Refuses(new AddEnterprise(Codes.Of(2), "青禾某某有限公司", East, Start, Gb: "111"), "是否应为 0111");
        await Refuses(new AddEnterprise(Codes.Of(2), "青禾某某有限公司", East, Start, Industry: "bakin"), "没有产业 bakin，是否应为 baking");
        await Refuses(new AddEnterprise(Codes.Of(2), "#N/A", East, Start), "公式");
        await Refuses(new AddEnterprise(Codes.Of(2), "青禾某某有限公司", East, new(2026, 7, 1)), "晚于今天");
        await Refuses(new AddEnterprise(Codes.Of(2), "青禾（集团）晨鸣食品股份有限公司", East, Start), "名称相近");
        await store.Do(new AddEnterprise(Codes.Of(2), "青禾（集团）晨鸣食品股份有限公司", East, Start, DespiteLikeness: true), officer);

        await Refuses(new EditEnterprise(Codes.Of(1), new(2023, 12, 31), [new(UnitAttributes.Size, "small")]), "最早的登记自 2024-01-01 起");
        await Refuses(new EditEnterprise(Codes.Of(1), Start, [new(UnitAttributes.Size, "tiny")]), "大型、中型、小型、微型");
        await Refuses(new EditEnterprise(Codes.Of(1), Start, [new(UnitAttributes.Name, " ")]), "变更方式与属性不符");
        await Refuses(new EditEnterprise(Codes.Of(1), Start, [new(UnitAttributes.Region, East)]), "没有变更");
        await Refuses(new EditEnterprise(Codes.Of(1), Start, [new(UnitAttributes.Status, "merged")]), "合并企业");
        await Refuses(new EditEnterprise(Codes.Of(1), Start, [new(UnitAttributes.Park, "green_park", ValueChange.Leave)]), "没有可退出的园区");
        await Refuses(new EditEnterprise(Codes.Of(1), Start, [new(UnitAttributes.Cluster, "none", ValueChange.Join)]), "没有产业集群 none");
        await Refuses(new EditEnterprise(Codes.Of(9), Start, [new(UnitAttributes.Size, "small")]), "没有企业");

        async Task Refuses(IRequest<EnterpriseCode> request, string why) => Assert.Contains(why, (await store.Ask(request, officer)).Problem!.Detail.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_county_sees_and_changes_its_own_alone(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var county = await store.As("county");
        await Add(store, 1, "青禾县晨鸣食品有限公司", East, "1411");
        await Add(store, 2, "青禾云锦家纺有限公司", West, "1771");
        Assert.Equal(Codes.Of(1), Assert.Single((await store.Do(new ListEnterprises(new EnterpriseFilter()), county)).Enterprises).Code);
        Assert.Equal(Codes.Of(1), Assert.Single((await store.Do(new ListEnterprises(new EnterpriseFilter(), new(2026, 1, 1)), county)).Enterprises).Code);
        Assert.Equal([East], (await store.Do(new CountEnterprises(new EnterpriseFilter()), county)).ByRegion.Keys);
        await store.Do(new GetEnterprise(Codes.Of(1)), county);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetEnterprise(Codes.Of(2)), county)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new EditEnterprise(Codes.Of(2), Start, [new(UnitAttributes.Size, "small")]), county)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new AddEnterprise(Codes.Of(3), "青禾某某有限公司", West, Start), county)).Problem!.Kind);
        Assert.Contains("由上级登记", (await store.Ask(new EditEnterprise(Codes.Of(1), new(2026, 1, 1), [new(UnitAttributes.Region, West)]), county)).Problem!.Detail.Zh, StringComparison.Ordinal);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new MergeEnterprises(Codes.Of(1), Codes.Of(2), new(2026, 1, 1)), county)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetEnterprise(Codes.Of(1)), await store.As("clerk"))).Problem!.Kind);
        Assert.Empty((await store.Do(new ListEnterprises(new EnterpriseFilter()), await store.As("clerk"))).Enterprises);

        // One is seen by the people of the organisation that has its code.
        await Firms.GiveTo(store, Codes.Of(2), "demo-enterprise");
        await store.Do(new GetEnterprise(Codes.Of(2)), await store.As("clerk"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Lists_are_exported_as_a_sheet_that_can_be_imported_again(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var officer = await store.As("officer");
        await Add(store, 1, "青禾县晨鸣食品有限公司", East, "1411");
        var workbook = await store.Do(new ExportEnterprises(Language.Chinese, new EnterpriseFilter()), officer);
        var read = await ReadTable.Of("企业.xlsx", new MemoryStream(workbook.Content), 1_000_000, TestContext.Current.CancellationToken);
        Assert.Equal((1, 1), (await store.Do(new PreviewEnterprises(read.Value!, new(2026, 6, 30)), officer)) is var preview ? (preview.Total, preview.Same) : default);
        var template = await store.Do(new ExportEnterpriseTemplate(Language.Chinese), officer);
        Assert.Contains("列名之下没有内容", (await store.Ask(new PreviewEnterprises((await ReadTable.Of("模板.xlsx", new MemoryStream(template.Content), 1_000_000, ("企业", "Enterprises"), TestContext.Current.CancellationToken)).Value!, new(2026, 6, 30)), officer)).Problem!.Faults![0].Message.Zh, StringComparison.Ordinal);
    }

    private static async Task Add(Store store, int number, string name, string region, string gb, bool despiteLikeness = false) =>
        await store.Do(new AddEnterprise(Codes.Of(number), name, region, Start, gb, DespiteLikeness: despiteLikeness), await store.As("officer"));

    private static async Task<int> Count(Store store, DateOnly? asOf, string? region = null, string? industry = null, string? title = null, string? kind = null) =>
        (await store.Do(new ListEnterprises(new EnterpriseFilter(Region: region, Industry: industry, Title: title, Kind: kind), asOf), await store.As("officer"))).Total;

    private static async Task<UnitRegister> Units(Store store)
    {
        await using var scope = store.Provider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StoredUnits>().All(TestContext.Current.CancellationToken);
    }
}
