using System.Text.Json;
using Lianzhang.Hosting;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests;
using Lianzhang.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Tests.Commands;

/// <summary>What the store holds and what waits, by command.</summary>
public sealed class EngineCommandTests(PostgresCluster cluster)
{
    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task The_status_says_what_is_stored_and_fails_where_something_is_stuck(StoreKind kind)
    {
        using var folder = new TemporaryFolder();
        var address = new StoreAddress(kind, kind == StoreKind.Sqlite ? folder.At("store.db") : await cluster.CreateDatabaseAsync());
        string[] where = ["--store", $"{(kind == StoreKind.Sqlite ? "sqlite" : "postgres")}:{address.Target}", "--keys", folder.At("keys"), "--lang", "en"];
        Assert.Contains("there is no store", Run(["engine", "status", .. where], Terminal.Failure), StringComparison.Ordinal);
        Run(["publish", RunCommand.Qinghe, .. where], Terminal.Success);
        Assert.Contains("0 values stored, last batch 0, 0 reports accepted", Run(["engine", "status", .. where], Terminal.Success), StringComparison.Ordinal);

        await using var services = OpenStore.At(address, folder.At("keys"));
        var before = TimeProvider.System.GetUtcNow().AddHours(-2);
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<LianzhangDb>();
            var notice = new Notice { Id = Guid.CreateVersion7(before), Account = Guid.Empty, At = before, Title = "x", TitleEn = "x", Href = "/" };
            db.Add(notice);
            db.Add(new NoticeDelivery { Id = Guid.CreateVersion7(before), Notice = notice.Id, Channel = "mail", DueAt = before });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Contains("notices to be sent: 1, the oldest for 120 minutes, stuck.", Run(["engine", "status", .. where], Terminal.Failure), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Run(["engine", "status", "--json", .. where], Terminal.Failure));
        Assert.True(json.RootElement.GetProperty("isStuck").GetBoolean());
        Assert.Equal("notices", json.RootElement.GetProperty("queues")[0].GetProperty("kind").GetString());
        Assert.True(json.RootElement.GetProperty("storeBytes").GetInt64() > 0);
    }

    private static string Run(string[] args, int expected)
    {
        var result = RunCommand.Run(args);
        Assert.True(result.Exit == expected, $"{result.Exit}: {result.Out}{result.Error}");
        return result.Out + result.Error;
    }
}
