using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Lianzhang.Platform.Tests;

/// <summary>
/// A PostgreSQL cluster of its own on a free port of the loopback address, started by the first database that is asked for
/// and gone with the run. As a fixture of the assembly: <c>[assembly: AssemblyFixture(typeof(PostgresCluster))]</c>.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    // Where Debian's packages put the server's programs, one folder for each major version.
    private const string DebianFolder = "/usr/lib/postgresql";

    private const string Superuser = "postgres";

    // Nothing here survives a crash, and need not: the data last as long as the run.
    private const string Start = """
        bin=$1 port=$2
        "$bin/initdb" --pgdata=data --username=postgres --auth=trust --encoding=UTF8 --locale=C --no-sync --no-instructions >/dev/null || exit
        exec "$bin/postgres" -D data -c port="$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
            -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off \
            -c shared_buffers=32MB -c max_connections=500 -c max_wal_size=4GB -c wal_level=minimal -c max_wal_senders=0
        """;

    private readonly ConcurrentDictionary<string, Lazy<Task>> templates = new();
    private readonly Lazy<Task<GuardedProcess>> server;
    private int port;
    private int databases;

    public PostgresCluster() => server = new(StartAsync);

    /// <summary>The connection string of an empty database.</summary>
    public Task<string> CreateDatabaseAsync() => CreateAsync($"test_{Interlocked.Increment(ref databases)}", "template0");

    /// <summary>The connection string of a copy of the database that was filled under this name: filled once, copied quickly.</summary>
    /// <param name="template">A lower-case identifier.</param>
    /// <param name="fill">Fills the empty database of the connection string that it is given, and leaves no connection open.</param>
    public async Task<string> CreateDatabaseAsync(string template, Func<string, Task> fill)
    {
        await templates.GetOrAdd(template, _ => new(async () => await fill(await CreateAsync(template, "template0", isPooled: false)))).Value;
        return await CreateAsync($"{template}_{Interlocked.Increment(ref databases)}", template);
    }

    public async ValueTask DisposeAsync()
    {
        if (!server.IsValueCreated)
            return;
        NpgsqlConnection.ClearAllPools();
        await (await server.Value).DisposeAsync();
    }

    /// <summary>The folder with the programs of the newest version under a folder such as Debian's.</summary>
    internal static string FindPrograms(string folder) =>
        (Directory.Exists(folder) ? Directory.GetDirectories(folder) : [])
        .OrderByDescending(version => int.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out var number) ? number : 0)
        .Select(version => Path.Combine(version, "bin"))
        .FirstOrDefault(bin => File.Exists(Path.Combine(bin, "postgres")))
        ?? throw new FileNotFoundException($"There is no PostgreSQL server in {folder}: eng/test installs it, or apt-get install postgresql");

    private async Task<GuardedProcess> StartAsync()
    {
        var programs = FindPrograms(DebianFolder);
        for (var attempt = 1; ; attempt++)
        {
            port = FreePort();
            var command = new GuardedCommand(["sh", "-c", Start, "sh", programs, $"{port}"], line => line.Contains("ready to accept connections"))
            {
                StopSignal = "QUIT",
                User = Superuser,
            };
            try
            {
                return await GuardedProcess.StartAsync(command);
            }
            catch (InvalidOperationException failure) when (attempt < 3 && failure.Message.Contains("Address already in use"))
            {
                // Someone took the port after it was found free.
            }
        }
    }

    private async Task<string> CreateAsync(string database, string template, bool isPooled = true)
    {
        await server.Value;
        await using var connection = new NpgsqlConnection(ConnectionString(Superuser, isPooled: false));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE \"{database}\" TEMPLATE \"{template}\" STRATEGY file_copy";
        await command.ExecuteNonQueryAsync();
        return ConnectionString(database, isPooled);
    }

    // Every database has a pool: connections that rest are closed soon, or hundreds of tests would use up the server's.
    private string ConnectionString(string database, bool isPooled) => new NpgsqlConnectionStringBuilder
    {
        Host = IPAddress.Loopback.ToString(),
        Port = port,
        Username = Superuser,
        Database = database,
        Pooling = isPooled,
        ConnectionIdleLifetime = 3,
        ConnectionPruningInterval = 1,
        IncludeErrorDetail = true,
    }.ConnectionString;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
