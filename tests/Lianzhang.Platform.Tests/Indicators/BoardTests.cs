using System.IO.Compression;
using Lianzhang.Core.Boards;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests.Indicators;

public sealed class BoardTests(PostgresCluster cluster)
{
    private static readonly DateOnly June = new(2026, 6, 30);

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task The_board_from_the_store_is_the_board_from_files(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var reading = Core.Programmes.ReadProgramme.Read("qinghe", Store.Qinghe);
        var figures = Core.Figures.ReadFigures.Read(Store.QingheFigures, reading.Programme).Value!;
        var expected = BuildBoard.Build(reading, figures, June);
        var board = await store.Do(new GetBoard(June), await store.As("leader"));
        Assert.Equal(expected.Targets.Select(Told), board.Targets.Select(Told));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task An_import_moves_the_board_at_once(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        Assert.Equal(Status.NoData, Cold(await store.Do(new GetBoard())).Status);
        await store.Do(new ImportFigures(new("f.csv", "item,region,period,value,unit,source\ncold_storage,990101,2026-05,12.5,万吨,县政府网\n")));
        Assert.Equal(Status.Met, Cold(await store.Do(new GetBoard())).Status);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_figure_whose_item_is_gone_is_listed_and_breaks_nothing(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var files = Store.Qinghe.Select(file => file.Name switch
        {
            "items.yaml" => file with { Text = file.Text.Replace("code: model_parks", "code: pilot_parks", StringComparison.Ordinal) },
            "indicators.yaml" => file with { Text = file.Text.Replace("value(model_parks)", "value(pilot_parks)", StringComparison.Ordinal) },
            _ => file,
        });
        await store.Do(new PublishProgramme([.. files], "renamed"));
        var board = await store.Do(new GetBoard(June));
        Assert.Contains(board.Unmapped, row => row.Name == "model_parks");
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_target_opens_down_to_its_figures(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var target = await store.Do(new GetTarget("food_output", 2026));
        Assert.Equal([2023, 2024, 2025], target.Series.Select(point => point.Period.Year));
        Assert.Equal(40, target.Path!.Baseline.Value);
        Assert.Equal("绿色食品产值", target.FormulaInWords!.Value.Zh);
        Assert.Single(target.Conflicts);
        var share = await store.Do(new GetTarget("organic_share", 2026));
        Assert.Equal("有机食品产值占绿色食品产值的比重", share.FormulaInWords!.Value.Zh);
        Assert.Null(share.Path);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetTarget("food_output", 2031))).Problem!.Kind);
        Assert.Single((await store.Do(new GetTarget("brand", null))).Verdicts);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Industries_and_regions_open_too(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var food = await store.Do(new GetIndustry("food"));
        Assert.Equal(["baking"], food.Fields.Select(field => field.Code));
        Assert.Equal(3, food.Targets.Count);
        var county = await store.Do(new GetRegion("990101"));
        Assert.Equal(2, county.Parts.Count);
        Assert.Contains(county.Figures, figure => figure is { Item: "food_output", Value: 530_000 });
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetIndustry("steel"))).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetRegion("000000"))).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetBoard(Region: "000000"))).Problem!.Kind);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task The_export_holds_the_filtered_rows_as_numbers(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var workbook = await store.Do(new ExportBoard(Language.Chinese, June, Filter: new BoardFilter(Industry: "textiles")));
        Assert.Equal("board-990101-2026-06-30.xlsx", workbook.FileName);
        using var archive = new ZipArchive(new MemoryStream(workbook.Content));
        using var sheet = new StreamReader(archive.Entries.Single(entry => entry.FullName.Contains("worksheets", StringComparison.Ordinal)).Open());
        var text = await sheet.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("规上家纺企业", text, StringComparison.Ordinal);
        Assert.DoesNotContain("接待游客", text, StringComparison.Ordinal);
        Assert.Contains("<x:v>92</x:v>", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Without_a_programme_everything_says_so(StoreKind kind)
    {
        await using var store = await Store.Open(kind, cluster);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetBoard())).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetIndustry("food"))).Problem!.Kind);
    }

    private static string Told(BoardRow row) => $"{row.Indicator} {row.Year} {row.Status} {row.Actual?.Value} {row.Expected} {row.Gap} {row.Verdict} {row.Missing.Count}";

    private static BoardRow Cold(Board board) => board.Targets.Single(row => row.Indicator == "cold_storage");
}
