using Lianzhang.Platform.Tests;
using Lianzhang.Storage;

namespace Lianzhang.Tests.Hosting;

/// <summary>Two server processes that start at once on an empty store.</summary>
public sealed class StartTogetherTests(PostgresCluster cluster)
{
    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Both_come_up_and_one_of_them_makes_the_tables(StoreKind kind)
    {
        await using var store = await ServedStore.EmptyAsync(kind, cluster);
        var servers = await Task.WhenAll(store.StartAsync("serve"), store.StartAsync("serve"));
        await using var first = servers[0];
        await using var second = servers[1];

        foreach (var server in servers)
        {
            using var client = new HttpClient { BaseAddress = server.Address };
            Assert.Equal("Healthy", await client.GetStringAsync("/readyz", TestContext.Current.CancellationToken));
        }

        Assert.Single(servers, server => server.Log.Contains("数据库已更新：", StringComparison.Ordinal));
        Assert.True(await store.AskAsync($"""SELECT COUNT(*) AS "Value" FROM "__EFMigrationsHistory" """) > 0);
        Assert.Equal(0, await store.AskAsync($"""SELECT COUNT(*) - COUNT(DISTINCT "MigrationId") AS "Value" FROM "__EFMigrationsHistory" """));
    }
}
