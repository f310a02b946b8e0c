using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lianzhang.Platform.Shared;

/// <summary>
/// A query that is put with every request or every report. It is compiled once for each provider's model; to build and to compare it each time
/// takes longer than the store takes to answer.
/// </summary>
/// <param name="compile">Compiles it.</param>
internal sealed class CompiledQuery<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> known = [];

    public TQuery In(LianzhangDb db) => known.GetValue(db.Model, _ => compile());
}
