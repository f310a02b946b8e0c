using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests;

/// <summary>Every list of the pages as a workbook: the same rows, in a sound file.</summary>
public sealed class ExportTests(PostgresCluster cluster)
{
    private static readonly DateOnly June = new(2026, 6, 30);

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Lists_of_figures_export_the_rows_that_they_show(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var shown = await store.Do(new ListFigures(PageSize: 500));
        using var figures = await Open(store, new ExportFigures(Language.Chinese));
        Assert.Equal(shown.Figures.Select(figure => (figure.Name.Zh, Quantity.Number(figure.Value))), figures.List.Select(row => (row[0], row[3])));

        using var some = await Open(store, new ExportFigures(Language.English, Item: "textile_firms"));
        Assert.All(some.List, row => Assert.Equal(some.List[0][0], row[0]));
        Assert.NotEmpty(some.List);

        var region = await store.Do(new GetRegion("990101", June));
        using var latest = await Open(store, new ExportRegionFigures(Language.Chinese, "990101", June));
        Assert.Equal(region.Figures.Select(figure => figure.Name.Zh), latest.List.Select(row => row[0]));

        var target = await store.Do(new GetTarget("food_output", 2026, AsOf: June));
        using var used = await Open(store, new ExportTargetFigures(Language.Chinese, "food_output", 2026, AsOf: June));
        Assert.Equal(target.AllFigures.Select(figure => figure.Period.In(Language.Chinese)), used.List.Select(row => row[2]));

        var conflicts = (await store.Do(new GetBoard(June))).Conflicts;
        using var disputed = await Open(store, new ExportConflicts(Language.Chinese, June));
        Assert.Equal(conflicts.Sum(conflict => 1 + conflict.Others.Count), disputed.List.Count);
        Assert.Equal(conflicts.Count, disputed.List.Count(row => row[10] == "采用"));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_revised_figure_is_exported_with_every_version(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await store.Do(new ImportFigures(File("textile_firms,990101,2026-Q1,93,家,青禾县一季度运行情况\n")));
        using var versions = await Open(store, new ExportFigureVersions(Language.Chinese, ["textile_firms"]));
        var revised = versions.List.Where(row => row[2] == "2026年一季度").ToList();
        Assert.Equal([("93", "现行"), ("92", "已被修订")], revised.Select(row => (row[3], row[10])));
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new ExportFigureVersions(Language.Chinese, []))).Problem!.Kind);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_preview_is_exported_whole_until_it_is_confirmed(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var officer = await store.As("officer");
        var preview = await store.Do(new PreviewImport(File("visitors,990101,2024,110,万人,公报\nvisitors,990101,2023,八百,万人,公报\n")), officer);
        using var rows = await Open(store, new ExportPreview(Language.Chinese, preview.Draft), officer);
        Assert.Equal([("2", "新增"), ("3", "未采用")], rows.List.Select(row => (row[0], row[1])));
        Assert.Equal("数值 '八百' 不是数字", rows.List[1][2]);
        await store.Do(new ConfirmImport(preview.Draft), officer);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ExportPreview(Language.Chinese, preview.Draft), officer)).Problem!.Kind);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Every_list_of_a_programme_is_exported(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var programme = await store.Do(new GetProgramme());
        foreach (var (list, count) in new[]
        {
            (ProgrammeList.Targets, programme.Targets.Count), (ProgrammeList.Measures, programme.Measures.Count), (ProgrammeList.Indicators, programme.Indicators.Count),
            (ProgrammeList.Industries, programme.Industries.Count), (ProgrammeList.Regions, programme.Regions.Count + programme.Places.Count), (ProgrammeList.Warnings, programme.Warnings.Count),
        })
        {
            using var sheet = await Open(store, new ExportProgramme(Language.Chinese, list));
            Assert.Equal(count, sheet.List.Count);
        }
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Versions_and_their_differences_are_exported(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await store.Do(new PublishProgramme([.. Store.Qinghe.Select(file => file with { Text = file.Text.Replace("textile_firms", "textile_mills", StringComparison.Ordinal) })], "renamed"));
        using var versions = await Open(store, new ExportProgrammeVersions(Language.Chinese));
        Assert.Equal([("2", "renamed"), ("1", "first")], versions.List.Select(row => (row[1], row[3])));
        using var differences = await Open(store, new ExportProgrammeVersions(Language.Chinese, 1, 2));
        Assert.Contains(differences.List, row => row[0] == "items" && row[1] == "textile_mills" && row[2] == "新增");
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ExportProgrammeVersions(Language.Chinese, 1, 9))).Problem!.Kind);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task What_is_not_there_is_not_exported(StoreKind kind)
    {
        await using var store = await Store.Open(kind, cluster);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ExportFigures(Language.Chinese))).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ExportProgramme(Language.Chinese, ProgrammeList.Targets))).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ExportRegionFigures(Language.Chinese, "000000"))).Problem!.Kind);
    }

    private static SourceFile File(string rows) => new("figures.csv", "item,region,period,value,unit,source\n" + rows);

    private static async Task<Sheet> Open<TWorkbook>(Store store, IRequest<TWorkbook> request, Caller? caller = null)
        where TWorkbook : Workbook
    {
        var workbook = await store.Do(request, caller ?? await store.As("leader"));
        Assert.EndsWith("-2026-06-30.xlsx", workbook.FileName, StringComparison.Ordinal);
        var sheet = new Sheet(workbook.Content);
        Assert.Empty(sheet.Faults);
        return sheet;
    }
}
