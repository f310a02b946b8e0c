using System.Data;
using System.Data.Common;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Tests;

public sealed class ConnectionTests(PostgresCluster cluster)
{
    [Theory]
    [InlineData("Host=db;Database=city", 30, 60)]
    [InlineData("Host=db;Database=city;Maximum Pool Size=7", 7, 60)]
    [InlineData("Host=db;Database=city;MaxPoolSize=7;Timeout=5;", 7, 5)]
    public async Task A_server_holds_so_many_connections_unless_its_address_says_otherwise(string target, int most, int seconds)
    {
        await using var store = Store.At(new StoreAddress(StoreKind.Postgres, target));
        await using var scope = store.Provider.CreateAsyncScope();
        var connection = scope.ServiceProvider.GetRequiredService<LianzhangDb>().Database.GetDbConnection();
        var settings = DbProviderFactories.GetFactory(connection)!.CreateConnectionStringBuilder()!;
        settings.ConnectionString = connection.ConnectionString;
        Assert.Equal(("db", "city", most, seconds), (settings["Host"], settings["Database"], settings["Maximum Pool Size"], settings["Timeout"]));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite, ConnectionState.Open)]
    [InlineData(StoreKind.Postgres, ConnectionState.Closed)]
    public async Task A_context_serves_one_request_after_the_other_and_keeps_nothing_of_any(StoreKind kind, ConnectionState between)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        LianzhangDb served;
        await using (var scope = store.Provider.CreateAsyncScope())
        {
            served = scope.ServiceProvider.GetRequiredService<LianzhangDb>();
            (served.Sight, served.Database.AutoSavepointsEnabled) = (new Sight([]), false);
            served.Changes.Named.Add("a change");
            Assert.NotEmpty(await served.Set<Organisation>().IgnoreQueryFilters().ToListAsync(TestContext.Current.CancellationToken));
            await served.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        }

        await using var next = store.Provider.CreateAsyncScope();
        var serves = next.ServiceProvider.GetRequiredService<LianzhangDb>();
        Assert.Same(served, serves);
        Assert.Equal(between, serves.Database.GetDbConnection().State);
        Assert.True(serves.Sight.IsUnlimited);
        Assert.True(serves.Database.AutoSavepointsEnabled);
        Assert.Empty(serves.Changes.Named);
        Assert.Empty(serves.ChangeTracker.Entries());
        Assert.False(serves.IsChanging);
    }
}
