using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lianzhang.Platform.Tests;

/// <summary>
/// Refuses a query that holds its thread while it waits. Where many come at once, such threads wait for connections whose holders wait
/// for a thread, and nobody is served. A query in another's projection is easily one: it is asked by itself, before the other.
/// </summary>
internal sealed class NobodyBlocks : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => throw Blocks(command);

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => throw Blocks(command);

    private static InvalidOperationException Blocks(DbCommand command) => new($"This query blocks its thread: {command.CommandText}");
}
