using Lianzhang.Storage;
using Npgsql;

namespace Lianzhang.Platform.Tests;

public sealed class ConnectionTests
{
    [Theory]
    [InlineData("Host=db;Database=city", 30, 60)]
    [InlineData("Host=db;Database=city;Maximum Pool Size=7", 7, 60)]
    [InlineData("Host=db;Database=city;MaxPoolSize=7;Timeout=5;", 7, 5)]
    public void A_server_holds_so_many_connections_unless_its_address_says_otherwise(string target, int most, int seconds)
    {
        var settings = new NpgsqlConnectionStringBuilder(StorageModule.PostgresConnectionString(new StoreAddress(StoreKind.Postgres, target)));
        Assert.Equal(("db", "city", most, seconds), (settings.Host, settings.Database, settings.MaxPoolSize, settings.Timeout));
    }
}
