using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Tests.Facts;

public sealed class ImportFiguresTests(PostgresCluster cluster)
{
    private const string Header = "item,region,period,value,unit,source\n";

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_preview_says_of_each_row_what_would_become_of_it_and_changes_nothing(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var before = await Rows(store);
        var preview = await store.Do(new PreviewImport(File("""
            visitors,990101,2024,110,万人,青禾县统计公报2024
            textile_firms,990101,2024,88,家,青禾县统计公报2024
            textile_firms,990101,2026-Q1,93,家,青禾县一季度运行情况
            visitors,990101,2024,NaN,万人,公报
            sheep,990101,2024,5,万只,公报
            visitors,990101,2022,1.23456,万人,公报
            visitors,990101,2024,111,万人,青禾县统计公报2024
            """)));
        Assert.Equal(
            [ImportOutcome.Added, ImportOutcome.Changed, ImportOutcome.Changed, ImportOutcome.Rejected, ImportOutcome.Rejected, ImportOutcome.Rejected, ImportOutcome.Rejected],
            preview.Rows.Select(row => row.Outcome));
        Assert.Equal([2, 3, 4, 5, 6, 7, 8], preview.Rows.Select(row => row.Line));
        Assert.All(preview.Rows.Where(row => row.Outcome == ImportOutcome.Rejected), row => Assert.NotEmpty(row.Reason.In(Core.Values.Language.English)));
        Assert.Equal(92, preview.Rows[2].Before!.Quantity.Amount);
        Assert.Equal(before, await Rows(store));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_confirmed_preview_is_recorded_once(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var preview = await store.Do(new PreviewImport(File("visitors,990101,2024,110,万人,公报\n")));
        var result = await store.Do(new ConfirmImport(preview.Draft));
        Assert.Equal((1, 0, 0, 0), (result.Added, result.Changed, result.Same, result.Rejected));
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ConfirmImport(preview.Draft))).Problem!.Kind);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_revision_is_a_row_beside_the_first(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var before = await Rows(store);
        await store.Do(new ImportFigures(File("textile_firms,990101,2026-Q1,93,家,青禾县一季度运行情况\n")));
        Assert.Equal(before + 1, await Rows(store));
        var figure = Assert.Single((await store.Do(new ListFigures("textile_firms"))).Figures, figure => figure.Period.Year == 2026);
        Assert.Equal(93, figure.Value);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task The_same_file_again_changes_nothing(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var before = await Rows(store);
        var result = await store.Do(new ImportFigures(Store.QingheFigures));
        Assert.Equal((0, 0, before, 1), (result.Added, result.Changed, result.Same, result.Rejected));
        Assert.Equal(before, await Rows(store));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_preview_is_kept_for_a_day(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var old = await store.Do(new PreviewImport(File("visitors,990101,2024,110,万人,公报\n")));
        store.Time.Advance(TimeSpan.FromHours(25));
        await store.Do(new PreviewImport(File("visitors,990101,2023,100,万人,公报\n")));
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ConfirmImport(old.Draft))).Problem!.Kind);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_file_with_wrong_columns_is_refused_with_the_reason(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var answer = await store.Ask(new PreviewImport(new SourceFile("x.csv", "a,b\n1,2\n")));
        Assert.Equal(ProblemKind.Invalid, answer.Problem!.Kind);
        Assert.Contains("missing column", Assert.Single(answer.Problem.Faults!).Message.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_workbook_is_previewed_row_by_row_like_a_text_file(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var preview = await store.Do(new PreviewImport(await Table(new MadeWorkbook()
            .Row("青禾县数据", "", "", "", "", "", "")
            .Row("item", "region", "period", "value", "unit", "source", "published")
            .Row("visitors", MadeWorkbook.Number("990101"), MadeWorkbook.Number("2024"), "1,234.50", "万人", "公报", MadeWorkbook.Number("45442", MadeWorkbook.Day))
            .Row("visitors", "990101", MadeWorkbook.Number("44986", MadeWorkbook.Month), "１２．５", "万人", "公报")
            .Row("visitors", "990101", "2022", MadeWorkbook.Formula("C3*2", "110"), "万人", "公报")
            .Row("visitors", "990101", "2021", MadeWorkbook.Formula("C3*2", null), "万人", "公报")
            .Row("visitors", "990101", "2020", MadeWorkbook.Number("0.5", MadeWorkbook.Percent), "万人", "公报")
            .Build())));
        Assert.Equal([3, 4, 5, 6, 7], preview.Rows.Select(row => row.Line));
        Assert.Equal([1234.5m, 12.5m, 110m], preview.Rows.Take(3).Select(row => row.Figure!.Quantity.Amount));
        Assert.Equal((new DateOnly(2024, 5, 30), "2023-03"), (preview.Rows[0].Figure!.Published, preview.Rows[1].Figure!.Period.ToString()));
        Assert.Equal(["value '=C3*2' is not a number", "value '50%' is not a number"], preview.Rows.Skip(3).Select(row => row.Reason.En));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task What_was_exported_is_imported_as_the_same(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var exported = await store.Do(new ExportFigures(Core.Values.Language.Chinese));
        var preview = await store.Do(new PreviewImport(await Table(exported.Content)));
        Assert.Equal(await Rows(store), preview.Count(ImportOutcome.Same));
        Assert.Equal(preview.Rows.Count, preview.Count(ImportOutcome.Same));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Without_a_programme_there_is_nothing_to_map_to(StoreKind kind)
    {
        await using var store = await Store.Open(kind, cluster);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ImportFigures(Store.QingheFigures))).Problem!.Kind);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_list_is_paged_and_its_limits_are_kept(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var page = await store.Do(new ListFigures(PageSize: 4, Page: 2));
        Assert.Equal((4, 11), (page.Figures.Count, page.Total));
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new ListFigures(PageSize: 100_000))).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new ListFigures(Page: 0))).Problem!.Kind);
    }

    private static SourceFile File(string rows) => new("figures.csv", Header + rows);

    private static async Task<SourceFile> Table(byte[] workbook) =>
        (await ReadTable.Of("figures.xlsx", new MemoryStream(workbook), 10_000_000, TestContext.Current.CancellationToken)).Value!;

    private static Task<int> Rows(Store store) => store.InDb(db => db.Set<FigureVersion>().CountAsync());
}
