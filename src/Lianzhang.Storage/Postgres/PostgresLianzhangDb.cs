using System.Data;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Lianzhang.Storage.Postgres;

/// <summary>The store on a PostgreSQL server.</summary>
internal sealed class PostgresLianzhangDb(DbContextOptions<PostgresLianzhangDb> options) : LianzhangDb(options)
{
    // Two snapshots of the same transactions see the same, in whatever order they were committed.
    public override async Task<string> Growth(CancellationToken cancel) => (string)await Ask("SELECT pg_current_snapshot()::text", cancel);

    // Rows are stamped with the transaction that writes them.
    public override async Task<long> Settled(CancellationToken cancel) => (long)await Ask("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint", cancel);

    public override Task<IDbContextTransaction> Moment(CancellationToken cancel) => Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);

    public override Task<long> Size(CancellationToken cancel) => Database.SqlQuery<long>($"SELECT pg_database_size(current_database()) AS \"Value\"").SingleAsync(cancel);

    protected override void Stamp(PropertyBuilder stamp) => stamp.HasDefaultValueSql("pg_current_xact_id()::text::bigint");

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

    private async Task<object> Ask(string question, CancellationToken cancel)
    {
        await Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = new NpgsqlCommand(question, (NpgsqlConnection)Database.GetDbConnection());
            return (await command.ExecuteScalarAsync(cancel))!;
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }
}
