using Lianzhang.Core.Facts;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>The units of the registers with their histories, as boards and rules ask them.</summary>
public sealed class StoredUnits(LianzhangDb db, UnitCache cache)
{
    /// <summary>Every unit. What was read is kept until anything in the registers changes.</summary>
    public async Task<UnitRegister> All(CancellationToken cancel)
    {
        var version = await Version(cancel);
        if (cache.Find(version) is { } cached)
            return cached;
        var values = (await db.Set<UnitAttributeValue>().AsNoTracking().Where(value => value.RetiredAt == null)
                .Select(value => new { value.UnitId, value.Attribute, value.Value, value.From, value.To }).ToListAsync(cancel))
            .ToLookup(value => value.UnitId, value => new DatedValue(value.Attribute, value.Value, value.From, value.To));
        var titles = (await db.Set<TitleGrant>().AsNoTracking().Where(grant => grant.RetiredAt == null).ToListAsync(cancel))
            .ToLookup(grant => grant.UnitId, grant => grant.Dated);
        var units = await db.Set<RegisteredUnit>().IgnoreQueryFilters().AsNoTracking().OrderBy(unit => unit.Id).Select(unit => new { unit.Id, unit.Kind, unit.Code, unit.Generated }).ToListAsync(cancel);
        return cache.Keep(version, new UnitRegister([.. units.Select(unit => new UnitHistory(unit.Code, [.. values[unit.Id], .. titles[unit.Id]], unit.Kind is UnitKind.Park or UnitKind.Region))], units.Exists(unit => unit.Generated)));
    }

    /// <summary>What changes with every change of the registers. Two changes that meet may be numbered against the order in which they are seen, so they are counted too.</summary>
    public async Task<(long Last, long Count)> Version(CancellationToken cancel) => (
        await db.Set<RegisterChange>().MaxAsync(change => (long?)change.Id, cancel) ?? 0,
        await db.Set<RegisterChange>().LongCountAsync(cancel));
}

/// <summary>The units as they were read last.</summary>
public sealed class UnitCache
{
    private volatile Kept? kept;

    private sealed record Kept((long Last, long Count) Version, UnitRegister Units);

    internal UnitRegister? Find((long Last, long Count) version) => kept is { } found && found.Version == version ? found.Units : null;

    internal UnitRegister Keep((long Last, long Count) version, UnitRegister units)
    {
        kept = new Kept(version, units);
        return units;
    }
}
