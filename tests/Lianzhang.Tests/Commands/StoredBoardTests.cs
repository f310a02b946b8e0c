using System.Globalization;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;
using Lianzhang.Hosting;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Tests.Commands;

/// <summary>Boards from the store by command: as of an instant, and published ones computed again.</summary>
public sealed class StoredBoardTests(PostgresCluster cluster)
{
    private const int Revisions = 100;

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_published_board_is_verified_after_a_hundred_revisions_and_not_once_it_is_altered(StoreKind kind)
    {
        using var folder = new TemporaryFolder();
        var target = kind == StoreKind.Sqlite ? folder.At("store.db") : await cluster.CreateDatabaseAsync();
        var address = new StoreAddress(kind, target);
        string[] where = ["--store", $"{(kind == StoreKind.Sqlite ? "sqlite" : "postgres")}:{target}", "--keys", folder.At("keys"), "--lang", "en"];
        Succeeded(["publish", RunCommand.Qinghe, .. where]);
        Succeeded(["import", Path.Combine(RunCommand.Qinghe, "figures.csv"), .. where]);
        await using var services = OpenStore.At(address, folder.At("keys"));
        var run = services.GetRequiredService<Run>();
        await Report(run, 1);
        var published = await run.Do(new PublishBoard(), Caller.Product, TestContext.Current.CancellationToken);
        string[] verify = ["verify", published.Value!.Id.ToString(CultureInfo.InvariantCulture), .. where];
        foreach (var number in Enumerable.Range(2, Revisions))
            await Report(run, number);
        Succeeded(["import", folder.File("f.csv", "item,region,period,value,unit,source\ncold_storage,990101,2026-05,12.5,万吨,县政府网\n"), .. where]);

        Assert.Equal("published board 1: inputs and result are the same.\n", Succeeded(verify));
        await Sql(services, $"UPDATE indicators_published_board SET \"ResultHash\" = {"0"}");
        Assert.Equal("published board 1: the result differs.\n", Refused(verify));
        await Sql(services, $"UPDATE facts_report SET \"Payload\" = {new byte[] { 1, 2, 3 }}");
        Assert.Equal("published board 1: the inputs differ.\n", Refused(verify));
        Assert.Equal("There is no published board 9.\n", Refused(["verify", "9", .. where]));
    }

    [Fact]
    public void The_board_of_an_instant_comes_from_the_store()
    {
        using var folder = new TemporaryFolder();
        string[] where = ["--store", $"sqlite:{folder.At("store.db")}", "--keys", folder.At("keys"), "--lang", "en"];
        Assert.Contains("there is no store", Refused(["board", "--programme", "qinghe_crafts", .. where]), StringComparison.Ordinal);
        Succeeded(["publish", RunCommand.Qinghe, .. where]);
        Succeeded(["import", Path.Combine(RunCommand.Qinghe, "figures.csv"), .. where]);
        string[] board = ["board", "--programme", "qinghe_crafts", "--as-of", "2099-01-01T00:00:00Z", "--date", "2026-06-30", "--json"];
        Assert.Contains("\"food_output\"", Succeeded([.. board, .. where]), StringComparison.Ordinal);
        Assert.Contains("as of 2026-06-30", Succeeded([.. board[..^1], .. where]), StringComparison.Ordinal);
        Assert.Contains("by that instant", Refused(["board", "--programme", "qinghe_crafts", "--as-of", "2020-01-01T00:00:00Z", .. where]), StringComparison.Ordinal);
        Assert.Contains("by that instant", Refused(["board", "--programme", "other", "--as-of", "2099-01-01T00:00:00Z", .. where]), StringComparison.Ordinal);
        Assert.Contains("no region 000000", Refused([.. board, "--region", "000000", .. where]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_board_is_either_of_files_or_of_the_store()
    {
        Assert.Contains("--programme", Refused(["board"]), StringComparison.Ordinal);
        Assert.Contains("--programme", Refused(["board", RunCommand.Qinghe, "--programme", "qinghe_crafts"]), StringComparison.Ordinal);
        Assert.Contains("--as-of soon", Refused(["board", "--programme", "qinghe_crafts", "--as-of", "soon"]), StringComparison.Ordinal);
        Assert.Contains("--date soon", Refused(["board", "--programme", "qinghe_crafts", "--date", "soon"]), StringComparison.Ordinal);
    }

    private static async Task Report(Run run, int number)
    {
        var report = new UnitReport("unit", Period.OfYear(2025), [ReportedValue.Of("firm_revenue", number)]);
        var answer = await run.Do(new AppendFacts(FactOrigin.Generated, $"revision {number.ToString(CultureInfo.InvariantCulture)}", "revision", [report]), Caller.Product, TestContext.Current.CancellationToken);
        Assert.Null(answer.Problem);
    }

    private static async Task Sql(ServiceProvider services, FormattableString sql)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<LianzhangDb>().Database.ExecuteSqlAsync(sql, TestContext.Current.CancellationToken);
    }

    private static string Succeeded(string[] arguments)
    {
        var result = RunCommand.Run(arguments);
        Assert.True(result.Exit == 0, result.Error);
        return result.Out;
    }

    private static string Refused(string[] arguments)
    {
        var result = RunCommand.Run(arguments);
        Assert.Equal(1, result.Exit);
        Assert.NotEmpty(result.ErrorLines);
        return result.Error;
    }
}
