using System.Diagnostics;
using Npgsql;

[assembly: AssemblyFixture(typeof(Lianzhang.Platform.Tests.PostgresCluster))]

namespace Lianzhang.Platform.Tests;

public sealed class PostgresClusterTests(PostgresCluster cluster)
{
    [Fact]
    public async Task A_database_answers()
    {
        var database = await cluster.CreateDatabaseAsync();
        Assert.Equal("UTF8", await AskAsync(database, "SHOW server_encoding"));
        Assert.Equal("链长", await AskAsync(database, "SELECT '链长'"));
    }

    [Fact]
    public async Task Two_databases_are_separate()
    {
        var (first, second) = (await cluster.CreateDatabaseAsync(), await cluster.CreateDatabaseAsync());
        await AskAsync(first, "CREATE TABLE planted (id int)");
        Assert.Equal(0L, await AskAsync(first, "SELECT count(*) FROM planted"));
        Assert.Equal(0L, await AskAsync(second, "SELECT count(*) FROM pg_tables WHERE tablename = 'planted'"));
    }

    [Fact]
    public async Task Copies_of_a_filled_database_are_filled_once_and_separate()
    {
        var fills = 0;
        var copies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => cluster.CreateDatabaseAsync("filled", async database =>
        {
            Interlocked.Increment(ref fills);
            await AskAsync(database, "CREATE TABLE planted AS SELECT 7 AS id");
        })));

        await AskAsync(copies[0], "DELETE FROM planted");
        Assert.Equal(1, fills);
        Assert.Equal(0L, await AskAsync(copies[0], "SELECT count(*) FROM planted"));
        Assert.Equal(7, await AskAsync(copies[3], "SELECT id FROM planted"));
    }

    [Fact]
    public async Task It_listens_on_the_loopback_address_alone()
    {
        var database = await cluster.CreateDatabaseAsync();
        Assert.Equal("127.0.0.1", await AskAsync(database, "SHOW listen_addresses"));
        Assert.Equal(string.Empty, await AskAsync(database, "SHOW unix_socket_directories"));
    }

    [Fact]
    public async Task A_cluster_that_is_disposed_of_leaves_no_process_and_no_folder()
    {
        var own = new PostgresCluster();
        var database = await own.CreateDatabaseAsync();
        var folder = (string)(await AskAsync(database, "SHOW data_directory"))!;
        var lines = ((string)(await AskAsync(database, "SELECT pg_read_file('postmaster.pid')"))!).Split('\n');

        await own.DisposeAsync();

        Assert.DoesNotContain(Process.GetProcesses(), process => process.Id == int.Parse(lines[0]));
        Assert.False(Directory.Exists(Path.GetDirectoryName(folder)));
        await Assert.ThrowsAsync<NpgsqlException>(() => AskAsync(database, "SELECT 1"));
    }

    [Fact]
    public void Missing_server_files_are_named()
    {
        var empty = Directory.CreateTempSubdirectory("lianzhang-");
        var failure = Assert.Throws<FileNotFoundException>(() => PostgresCluster.FindPrograms(empty.FullName));
        empty.Delete();
        Assert.Contains("apt-get install postgresql", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<object?> AskAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
