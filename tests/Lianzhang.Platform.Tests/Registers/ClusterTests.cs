using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests.Registers;

/// <summary>Clusters are measured by what their members reported, and nobody sees members that are not theirs.</summary>
public sealed class ClusterTests(PostgresCluster cluster)
{
    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Clusters_are_listed_by_size_with_the_last_full_year(StoreKind kind)
    {
        var city = MadeUpCity.Of();
        await using var store = await MadeUpCity.OpenAsync(kind, cluster, city);
        var list = await store.Do(new ListClusters(), await store.As("leader"));
        Assert.Equal((7, Period.OfYear(2025)), (list.Total, list.Year!.Value));
        Assert.Equal("biomedicine_cluster", list.Clusters[0].Code);
        Assert.Equal(list.Clusters.Select(row => row.LastYear!.Output), list.Clusters.Select(row => row.LastYear!.Output).OrderDescending());
        Assert.Equal(list.Clusters.Count(row => row.LastYear!.Output > 100), list.Over100);
        // What its members last said of each month of the year.
        var expected = Enumerable.Range(0, city.Count)
            .Where(index => city.Enterprise(index).Values.Any(value => value.Attribute == UnitAttributes.Cluster && value.Value == "biomedicine_cluster"))
            .Sum(index => city.Reports(index).Where(report => report.Report.Period.Year == 2025).SelectMany(report => report.Report.Values.Select(value => (report.Report.Period, value))).Where(one => one.value.Item == "enterprise_output").GroupBy(one => one.Period).Sum(month => month.Last().value.Amount));
        Assert.Equal(Math.Round(expected / 10_000, 2), list.Clusters[0].LastYear!.Output);
        Assert.Equal(["e_commerce_cluster"], (await store.Do(new ListClusters(Industry: "emerging_services"))).Clusters.Select(row => row.Code));
        Assert.Equal(1, (await store.Do(new ListClusters(Search: "生物医药"))).Total);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new ListClusters(PageSize: 501))).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_cluster_has_its_members_and_its_size_over_time(StoreKind kind)
    {
        await using var store = await MadeUpCity.OpenAsync(kind, cluster, MadeUpCity.Of());
        var view = await store.Do(new GetCluster("biomedicine_cluster"), await store.As("leader"));
        Assert.Equal(["2024", "2025", "2026-M05-YTD"], view.Periods.Select(period => period.Period.ToString()));
        Assert.Equal(0, view.Elsewhere);
        Assert.Equal(view.Total, view.Members.Count);
        var year = view.Periods[1];
        Assert.InRange(year.Growth!.Value, 0, 25);
        Assert.InRange(year.ShareOfIndustry!.Value, 80, 100);
        Assert.InRange(year.Hhi!.Value, 1m / year.Reporting, 1);
        Assert.Equal(year.Cr4!.Value, view.Members.Take(4).Sum(member => member.Share!.Value), 1);
        Assert.True(year.IsOver(ClusterThresholds.Large));
        Assert.False(view.Periods[2].IsOver(1));
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetCluster("nothing"))).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Members_elsewhere_are_counted_and_not_named_and_other_industries_are_not_there(StoreKind kind)
    {
        await using var store = await MadeUpCity.OpenAsync(kind, cluster, MadeUpCity.Of());
        var all = await store.Do(new GetCluster("biomedicine_cluster"), await store.As("leader"));
        var own = await store.Do(new GetCluster("biomedicine_cluster"), await store.As("county"));
        Assert.InRange(own.Total, 1, all.Total - 1);
        Assert.Equal(all.Total, own.Total + own.Elsewhere);
        Assert.All(own.Members, member => Assert.Equal("牡丹区", member.RegionName.Zh));
        Assert.Equal(all.Cluster.LastYear, own.Cluster.LastYear);

        var chain = await store.As("chain");
        Assert.Equal(["new_energy_cluster"], (await store.Do(new ListClusters(), chain)).Clusters.Select(row => row.Code));
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetCluster("biomedicine_cluster"), chain)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ListClusters(), await store.As("clerk"))).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_cluster_is_added_and_changed_by_who_may(StoreKind kind)
    {
        await using var store = await MadeUpCity.OpenAsync(kind, cluster, MadeUpCity.Of());
        var officer = await store.As("officer");
        await store.Do(new AddCluster("cold_chain_cluster", new ClusterDetails(" 冷链产业集群 ", null, "trade_logistics", null)), officer);
        await store.Do(new EditCluster("cold_chain_cluster", new ClusterDetails("冷链物流产业集群", "Cold Chain Cluster", "emerging_services", "市商务局")), officer);
        var view = await store.Do(new GetCluster("cold_chain_cluster"), officer);
        Assert.Equal(("冷链物流产业集群", "Cold Chain Cluster", "emerging_services", "市商务局", false, 0), (view.Cluster.Name.Zh, view.Cluster.Name.En, view.Cluster.Industry, view.Cluster.Owner, view.Cluster.Generated, view.Total));
        Assert.All(view.Periods, period => Assert.Null(period.Output));

        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new AddCluster("other_cluster", new ClusterDetails("别的集群", null, null, null)), await store.As("leader"))).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new AddCluster("cold_chain_cluster", new ClusterDetails("又一个", null, null, null)), officer)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new AddCluster("Cold Chain", new ClusterDetails("又一个", null, null, null)), officer)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new AddCluster("x_cluster", new ClusterDetails(" ", null, null, null)), officer)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new EditCluster("cold_chain_cluster", new ClusterDetails("集群", null, "nothing", null)), officer)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new EditCluster("nothing", new ClusterDetails("集群", null, null, null)), officer)).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Clusters_and_members_are_exported_as_they_are_listed_and_marked(StoreKind kind)
    {
        await using var store = await MadeUpCity.OpenAsync(kind, cluster, MadeUpCity.Of());
        using var clusters = new Sheet((await store.Do(new ExportClusters(Language.Chinese), await store.As("leader"))).Content);
        Assert.Equal(7, clusters.List.Count);
        Assert.Contains("生成的演示数据", clusters.Note, StringComparison.Ordinal);
        Assert.All(clusters.List, row => Assert.Equal("生成", row[^1]));
        var county = await store.As("county");
        using var members = new Sheet((await store.Do(new ExportClusterMembers(Language.Chinese, "biomedicine_cluster"), county)).Content);
        Assert.Equal((await store.Do(new GetCluster("biomedicine_cluster", PageSize: 500), county)).Members.Select(member => member.Name), members.List.Select(row => row[0]));
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ExportClusterMembers(Language.Chinese, "nothing"), county)).Problem!.Kind);
        Assert.Empty(clusters.Faults.Concat(members.Faults));
    }
}
