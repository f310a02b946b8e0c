using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>Tells whether the registers hold anything that was made up for trial, as every page, export and answer must say.</summary>
public sealed class GeneratedData(LianzhangDb db, GeneratedCache cache)
{
    /// <summary>What was found is kept: units are never removed, and none come without a change of the registers.</summary>
    public async Task<bool> Any(CancellationToken cancel)
    {
        if (cache.IsFound)
            return true;
        var last = await db.Set<RegisterChange>().MaxAsync(change => (long?)change.Id, cancel) ?? 0;
        if (cache.Knows(last))
            return cache.IsFound;
        var found = await db.Set<RegisteredUnit>().IgnoreQueryFilters().AnyAsync(unit => unit.Generated, cancel);
        return db.IsChanging ? found : cache.Keep(last, found);
    }
}

/// <summary>Whether something made up was found, and up to which change it was looked for.</summary>
public sealed class GeneratedCache
{
    private const long Never = -1;

    private long lookedAt = Never;
    private volatile bool isFound;

    internal bool IsFound => isFound;

    internal bool Knows(long last) => Interlocked.Read(ref lookedAt) == last;

    internal bool Keep(long last, bool found)
    {
        // Once found it stays, whoever looked before it was there and is late to say so.
        isFound |= found;
        Interlocked.Exchange(ref lookedAt, last);
        return found;
    }
}
