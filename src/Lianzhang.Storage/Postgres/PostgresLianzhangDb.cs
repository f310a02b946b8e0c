using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Lianzhang.Storage.Postgres;

/// <summary>The store on a PostgreSQL server.</summary>
internal sealed class PostgresLianzhangDb(DbContextOptions<PostgresLianzhangDb> options) : LianzhangDb(options)
{
    // Two snapshots of the same transactions see the same, in whatever order they were committed.
    public override async Task<string> Growth(CancellationToken cancel)
    {
        await Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = new NpgsqlCommand("SELECT pg_current_snapshot()::text", (NpgsqlConnection)Database.GetDbConnection());
            return (string)(await command.ExecuteScalarAsync(cancel))!;
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    public override Task<long> Size(CancellationToken cancel) => Database.SqlQuery<long>($"SELECT pg_database_size(current_database()) AS \"Value\"").SingleAsync(cancel);

    protected override async Task<long> Write(BulkTable table, IEnumerable<object?[]> rows, CancellationToken cancel)
    {
        var columns = string.Join(", ", table.Columns.Select(column => $"\"{column}\""));
        await using var copy = await ((NpgsqlConnection)Database.GetDbConnection()).BeginBinaryImportAsync($"COPY \"{table.Name}\" ({columns}) FROM STDIN (FORMAT BINARY)", cancel);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancel);
            foreach (var value in row)
            {
                if (value is null)
                    await copy.WriteNullAsync(cancel);
                else
                    await copy.WriteAsync(value, cancel);
            }
        }

        return (long)await copy.CompleteAsync(cancel);
    }
}
