using System.Data.Common;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Tests;

public sealed class ConnectionTests
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
}
