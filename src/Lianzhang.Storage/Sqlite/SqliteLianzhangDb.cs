using System.Data;
using Lianzhang.Platform.Shared;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;

namespace Lianzhang.Storage.Sqlite;

/// <summary>The store in one file beside the product.</summary>
internal sealed class SqliteLianzhangDb(DbContextOptions<SqliteLianzhangDb> options) : LianzhangDb(options)
{
    public override LianzhangDb ForAnother()
    {
        if (Database.GetDbConnection() is not KeptSqliteConnection)
            Database.SetDbConnection(new KeptSqliteConnection(Database.GetConnectionString()!), contextOwnsConnection: true);
        return base.ForAnother();
    }

    public override Task<string> Growth(CancellationToken cancel) => Task.FromResult(this.GetService<SqliteGrowth>().Now());

    // One writes at a time: rows are numbered as they are seen.
    public override Task<long> Settled(CancellationToken cancel) => Task.FromResult(long.MaxValue);

    // By this word the library begins one that waits for no writer; it reads what is committed all the same.
    public override Task<IDbContextTransaction> Moment(CancellationToken cancel) => Database.BeginTransactionAsync(IsolationLevel.ReadUncommitted, cancel);

    public override Task<long> Size(CancellationToken cancel) => Database.SqlQuery<long>($"SELECT page_count * page_size AS \"Value\" FROM pragma_page_count(), pragma_page_size()").SingleAsync(cancel);

    protected override void Stamp(PropertyBuilder stamp) => stamp.HasComputedColumnSql("\"Id\"");

    protected override async Task<long> Write(BulkTable table, IEnumerable<object?[]> rows, CancellationToken cancel)
    {
        await using var insert = ((SqliteConnection)Database.GetDbConnection()).CreateCommand();
        insert.Transaction = (SqliteTransaction?)Database.CurrentTransaction?.GetDbTransaction();
        insert.CommandText = $"INSERT INTO \"{table.Name}\" ({string.Join(", ", table.Columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", table.Columns.Select((_, index) => $"$p{index}"))})";
        var parameters = table.Columns.Select((_, index) => insert.Parameters.Add(new SqliteParameter($"$p{index}", DBNull.Value))).ToArray();
        long written = 0;
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            for (var index = 0; index < parameters.Length; index++)
                parameters[index].Value = row[index] ?? DBNull.Value;
            written += insert.ExecuteNonQuery();
        }

        return written;
    }
}
