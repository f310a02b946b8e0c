using Lianzhang.Platform.Tests;

[assembly: AssemblyFixture(typeof(Lianzhang.Browser.Tests.PostgresDemoServer))]

namespace Lianzhang.Browser.Tests;

/// <summary>One <c>lianzhang demo</c> on a PostgreSQL store, started by the first test that asks for it.</summary>
public sealed class PostgresDemoServer : IAsyncLifetime
{
    private readonly PostgresCluster cluster = new();
    private Server? server;

    public Server Server => server ?? throw new InvalidOperationException("The server is not started");

    /// <summary>A database of its own beside it, for a test that kills its server.</summary>
    public Task<string> CreateDatabaseAsync() => cluster.CreateDatabaseAsync();

    public async ValueTask InitializeAsync() => server = await Server.StartAsync("demo", "--store", $"postgres:{await cluster.CreateDatabaseAsync()}");

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        await cluster.DisposeAsync();
    }
}
