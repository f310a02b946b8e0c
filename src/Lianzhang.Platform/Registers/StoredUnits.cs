using Lianzhang.Core.Facts;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>The units of the registers with their histories, as boards and rules ask them.</summary>
public sealed class StoredUnits(LianzhangDb db, UnitCache cache)
{
    // Each by itself is answered from the index, without a look at any row.
    private static readonly CompiledQuery<Func<LianzhangDb, CancellationToken, Task<long?>>> LastChange = new(() => EF.CompileAsyncQuery((LianzhangDb db, CancellationToken _) => db.Set<RegisterChange>().Max(change => (long?)change.Id)));
    private static readonly CompiledQuery<Func<LianzhangDb, CancellationToken, Task<long>>> Changes = new(() => EF.CompileAsyncQuery((LianzhangDb db, CancellationToken _) => db.Set<RegisterChange>().LongCount()));

    /// <summary>Every unit. What was read is kept until anything in the registers changes.</summary>
    public async Task<UnitRegister> All(CancellationToken cancel) => await All(await Version(cancel), cancel);

    /// <summary>The same where it is known already how far they have changed.</summary>
    public async Task<UnitRegister> All(RegisterVersion version, CancellationToken cancel)
    {
        if (cache.Find(version) is { } cached)
            return cached;
        var units = db.Set<RegisteredUnit>().IgnoreQueryFilters();
        var values = db.Set<UnitAttributeValue>().Where(value => value.RetiredAt == null);
        var titles = db.Set<TitleGrant>().Where(grant => grant.RetiredAt == null);
        var read = await Read(units, values, titles, cancel);
        return db.IsChanging ? read : cache.Keep(version, read);
    }

    /// <summary>Every unit with its history as it was on record at an instant, whatever was found out later.</summary>
    public Task<UnitRegister> AsOf(DateTimeOffset instant, CancellationToken cancel) => Read(
        db.Set<RegisteredUnit>().IgnoreQueryFilters().Where(unit => unit.RecordedAt <= instant),
        db.Set<UnitAttributeValue>().Where(value => value.RecordedAt <= instant && (value.RetiredAt == null || value.RetiredAt > instant)),
        db.Set<TitleGrant>().Where(grant => grant.RecordedAt <= instant && (grant.RetiredAt == null || grant.RetiredAt > instant)),
        cancel);

    /// <summary>What changes with every change of the registers. Two changes that meet may be numbered against the order in which they are seen, so they are counted too.</summary>
    private async Task<RegisterVersion> Version(CancellationToken cancel) => new(await LastChange.In(db)(db, cancel) ?? 0, await Changes.In(db)(db, cancel));

    private static async Task<UnitRegister> Read(IQueryable<RegisteredUnit> units, IQueryable<UnitAttributeValue> values, IQueryable<TitleGrant> grants, CancellationToken cancel)
    {
        var dated = (await values.AsNoTracking().OrderBy(value => value.Id).Select(value => new { value.UnitId, value.Attribute, value.Value, value.From, value.To }).ToListAsync(cancel))
            .ToLookup(value => value.UnitId, value => new DatedValue(value.Attribute, value.Value, value.From, value.To));
        var titles = (await grants.AsNoTracking().OrderBy(grant => grant.Id).ToListAsync(cancel)).ToLookup(grant => grant.UnitId, grant => grant.Dated);
        var all = await units.AsNoTracking().OrderBy(unit => unit.Id).Select(unit => new { unit.Id, unit.Kind, unit.Code, unit.Generated }).ToListAsync(cancel);
        return new UnitRegister([.. all.Select(unit => new UnitHistory(unit.Code, [.. dated[unit.Id], .. titles[unit.Id]], unit.Kind is UnitKind.Park or UnitKind.Region))], all.Exists(unit => unit.Generated));
    }
}

/// <summary>How far the registers had changed.</summary>
/// <param name="Last">The last change.</param>
/// <param name="Count">How many there were.</param>
public sealed record RegisterVersion(long Last, long Count);

/// <summary>The units as they were read last.</summary>
public sealed class UnitCache
{
    private volatile Kept? kept;

    private sealed record Kept(RegisterVersion Version, UnitRegister Units);

    internal UnitRegister? Find(RegisterVersion version) => kept is { } found && found.Version == version ? found.Units : null;

    internal UnitRegister Keep(RegisterVersion version, UnitRegister units)
    {
        kept = new Kept(version, units);
        return units;
    }
}
