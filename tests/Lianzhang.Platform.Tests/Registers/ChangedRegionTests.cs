using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests.Registers;

/// <summary>A region that is merged or split: earlier days keep the old, later ones have the new.</summary>
public sealed class ChangedRegionTests(PostgresCluster cluster)
{
    private const string East = "990101001";
    private const string West = "990101002";
    private const string Bend = "990101003";

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Units_of_a_merged_region_go_to_its_only_successor(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var officer = await store.As("officer");
        await Publish(store, string.Empty);
        await Register(store, 1, Bend);
        await Register(store, 2, Bend);
        Assert.Empty((await store.Do(new ListEndedRegions(), officer)).Regions);
        Assert.Contains("没有终止日", (await store.Ask(new MoveToSuccessors(Bend), officer)).Problem!.Detail.Zh, StringComparison.Ordinal);

        await Publish(store, $", to: 2026-05-31, successors: [\"{East}\"]");
        Assert.Equal((Bend, 2), (await store.Do(new ListEndedRegions(), officer)).Regions.Single() is var ended ? (ended.Code, ended.Units) : default);
        Assert.Contains("已于 2026-05-31 终止", (await store.Ask(new AddEnterprise(Codes.Of(3), "河湾第三农具有限公司", Bend, new(2026, 6, 1)), officer)).Problem!.Detail.Zh, StringComparison.Ordinal);
        Assert.Equal((2, East), await store.Do(new MoveToSuccessors(Bend), officer) is var moved ? (moved.Count, moved.To) : default);

        Assert.Equal((2, 0), (await Count(store, Bend, new(2026, 5, 31)), await Count(store, East, new(2026, 5, 31))));
        Assert.Equal((0, 2), (await Count(store, Bend, null), await Count(store, East, null)));
        // Above it nothing changes: the ended region still lies below its parent.
        Assert.Equal((2, 2), (await Count(store, "990101", new(2026, 5, 31)), await Count(store, "990101", null)));
        Assert.Equal(0, (await store.Do(new MoveToSuccessors(Bend), officer)).Count);
        Assert.StartsWith("自 2026-06-01 起：地区由 河湾镇 改为 河东镇（区划调整）", (await store.Do(new GetEnterprise(Codes.Of(1)), officer)).Changes[0].What.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Units_of_a_split_region_go_where_it_is_said(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var officer = await store.As("officer");
        await Publish(store, string.Empty);
        foreach (var number in Enumerable.Range(1, 3))
            await Register(store, number, Bend);
        await Publish(store, $", to: 2026-05-31, successors: [\"{East}\", \"{West}\"]");
        Assert.Contains("请选择后继地区", (await store.Ask(new MoveToSuccessors(Bend), officer)).Problem!.Detail.Zh, StringComparison.Ordinal);
        Assert.Contains("没有登记", (await store.Ask(new MoveToSuccessors(Bend, East, [Codes.Of(1), Codes.Of(9)]), officer)).Problem!.Detail.Zh, StringComparison.Ordinal);
        await store.Do(new MoveToSuccessors(Bend, East, [Codes.Of(1)]), officer);
        await store.Do(new MoveToSuccessors(Bend, West), officer);
        Assert.Equal((3, 0, 0), (await Count(store, Bend, new(2026, 5, 31)), await Count(store, East, new(2026, 5, 31)), await Count(store, West, new(2026, 5, 31))));
        Assert.Equal((0, 1, 2), (await Count(store, Bend, null), await Count(store, East, null), await Count(store, West, null)));

        // A county has no say over what lies outside it.
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new MoveToSuccessors(Bend), await store.As("county"))).Problem!.Kind);
    }

    private static Task Publish(Store store, string ending) => store.Do(new PublishProgramme(
        [.. Store.Qinghe.Select(file => file.Name == "regions.yaml" ? file with { Text = file.Text.Replace("places:", $"  - {{code: \"{Bend}\", name: 河湾镇, name_en: Hewan town, kind: town, parent: \"990101\", code_system: invented{ending}}}\nplaces:", StringComparison.Ordinal) } : file)],
        "regions"));

    private static async Task Register(Store store, int number, string region) =>
        await store.Do(new AddEnterprise(Codes.Of(number), $"河湾第{number}农具有限公司", region, new(2024, 1, 1), DespiteLikeness: true), await store.As("officer"));

    private static async Task<int> Count(Store store, string region, DateOnly? asOf) =>
        (await store.Do(new ListEnterprises(new EnterpriseFilter(Region: region), asOf), await store.As("officer"))).Total;
}
