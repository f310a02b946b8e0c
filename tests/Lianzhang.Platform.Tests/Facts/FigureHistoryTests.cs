using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests.Facts;

public sealed class FigureHistoryTests(PostgresCluster cluster)
{
    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_revised_figure_has_its_versions_newest_first(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var first = store.Time.GetUtcNow();
        store.Time.Advance(TimeSpan.FromDays(2));
        await store.Do(new ImportFigures(new("revised.csv", "item,region,period,value,unit,source\ntextile_firms,990101,2026-Q1,93,家,青禾县一季度运行情况\n")));

        var figures = (await store.Do(new ListFigureVersions(["textile_firms"]), await store.As("leader"))).Figures;
        Assert.Equal(["2026-Q1", "2024"], figures.Select(figure => figure.Current.Period.ToString()));
        Assert.Equal(
            [(93m, first.AddDays(2), "revised.csv"), (92m, first, "figures.csv")],
            figures[0].Versions.Select(version => (version.Figure.Value, version.RecordedAt, version.FileName)));
        Assert.Single(figures[1].Versions);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Figures_of_different_sources_are_no_versions_of_each_other(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var figures = (await store.Do(new ListFigureVersions(["food_output"], "990101"))).Figures;
        Assert.Equal(2, figures.Count(figure => figure.Current.Period.Year == 2024));
        Assert.All(figures, figure => Assert.Single(figure.Versions));
        Assert.Single((await store.Do(new ListFigureVersions(["food_output"], "990101001"))).Figures);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new ListFigureVersions([]))).Problem!.Kind);
    }
}
