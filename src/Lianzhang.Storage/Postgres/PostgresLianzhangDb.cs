using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Storage.Postgres;

/// <summary>The store on a PostgreSQL server.</summary>
internal sealed class PostgresLianzhangDb(DbContextOptions<PostgresLianzhangDb> options) : LianzhangDb(options);
