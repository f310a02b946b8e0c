using Lianzhang.Storage.Postgres;
using Lianzhang.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Lianzhang.Storage;

/// <summary>Lets the migration tools make a context; no database is reached for.</summary>
internal sealed class DesignTimeStores : IDesignTimeDbContextFactory<SqliteLianzhangDb>, IDesignTimeDbContextFactory<PostgresLianzhangDb>
{
    SqliteLianzhangDb IDesignTimeDbContextFactory<SqliteLianzhangDb>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteLianzhangDb>().UseSqlite("Data Source=:memory:").Options);

    PostgresLianzhangDb IDesignTimeDbContextFactory<PostgresLianzhangDb>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresLianzhangDb>().UseNpgsql("Host=127.0.0.1").Options);
}
