using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Storage.Sqlite;

/// <summary>The store in one file beside the product.</summary>
internal sealed class SqliteLianzhangDb(DbContextOptions<SqliteLianzhangDb> options) : LianzhangDb(options);
