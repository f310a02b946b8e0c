using System.Collections.Concurrent;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Programmes;

/// <summary>A published version with the programme that its files make.</summary>
public sealed record PublishedProgramme(int Number, DateTimeOffset RecordedAt, string Hash, ProgrammeReading Reading)
{
    public Programme Programme => Reading.Programme!;
}

/// <summary>Reads published programmes. A version never changes, so what was read once is kept.</summary>
public sealed class PublishedProgrammes(LianzhangDb db, ProgrammeCache cache)
{
    private static readonly CompiledQuery<Func<LianzhangDb, int?, CancellationToken, Task<VersionKey?>>> Newest = new(() => EF.CompileAsyncQuery((LianzhangDb db, int? number, CancellationToken _) => db.Set<ProgrammeVersion>()
        .Where(version => number == null || version.Number == number)
        .OrderByDescending(version => version.Id)
        .Select(version => new VersionKey(version.Id, version.Code, version.Number, version.RecordedAt, version.Hash))
        .FirstOrDefault()));

    /// <summary>Every version of the programme in force, oldest first; a version that this product can no longer read has no programme.</summary>
    public async Task<IReadOnlyList<PublishedProgramme>> All(CancellationToken cancel)
    {
        var code = await db.Set<ProgrammeVersion>().OrderByDescending(version => version.Id).Select(version => version.Code).FirstOrDefaultAsync(cancel);
        var known = await db.Set<ProgrammeVersion>()
            .Where(version => version.Code == code)
            .OrderBy(version => version.Number)
            .Select(version => new VersionKey(version.Id, version.Code, version.Number, version.RecordedAt, version.Hash))
            .ToListAsync(cancel);
        var all = new List<PublishedProgramme>();
        foreach (var version in known)
            all.Add(await Read(version, cancel));
        return all;
    }

    /// <summary>Adds the version in force at an instant with its files as they lie in the store.</summary>
    public async Task Seal(InputSeal seal, DateTimeOffset instant, CancellationToken cancel)
    {
        var version = await db.Set<ProgrammeVersion>().AsNoTracking().Where(version => version.RecordedAt <= instant).OrderByDescending(version => version.Id).FirstOrDefaultAsync(cancel);
        seal.Add(version?.Code);
        seal.Add(version?.Number ?? 0);
        seal.Add(version is null ? null : ProgrammeVersion.HashOf(version.Files));
    }

    /// <summary>The version with the number, or the latest; null when nothing is published.</summary>
    public async Task<PublishedProgramme?> Find(int? number, CancellationToken cancel) =>
        await Newest.In(db)(db, number, cancel) is { } known ? await Read(known, cancel) : null;

    /// <summary>The version that was in force at an instant: the latest recorded until then, of a programme by its code or of any; null when there was none.</summary>
    public async Task<PublishedProgramme?> AsOf(DateTimeOffset instant, CancellationToken cancel, string? code = null)
    {
        var known = await db.Set<ProgrammeVersion>()
            .Where(version => version.RecordedAt <= instant && (code == null || version.Code == code))
            .OrderByDescending(version => version.Id)
            .Select(version => new VersionKey(version.Id, version.Code, version.Number, version.RecordedAt, version.Hash))
            .FirstOrDefaultAsync(cancel);
        return known is null ? null : await Read(known, cancel);
    }

    // All that it is made of is in the key but the files, of which the hash is: so that what was read within a change may be kept too.
    internal async Task<PublishedProgramme> Read(VersionKey key, CancellationToken cancel)
    {
        if (cache.Find(key) is { } cached)
            return cached;
        var files = await db.Set<ProgrammeVersion>().Where(version => version.Id == key.Id).Select(version => version.Files).SingleAsync(cancel);
        return cache.Keep(key, new PublishedProgramme(key.Number, key.RecordedAt, key.Hash, cache.Reading(key.Code, key.Number, key.Hash, files)));
    }
}

/// <summary>A version without its files.</summary>
internal sealed record VersionKey(long Id, string Code, int Number, DateTimeOffset RecordedAt, string Hash);

/// <summary>Programmes that were read from the store.</summary>
public sealed class ProgrammeCache
{
    private const int MostReadings = 20;

    private readonly ConcurrentDictionary<VersionKey, PublishedProgramme> read = new();
    private readonly BoundedCache<(string Code, int Number, string Hash), ProgrammeReading> readings = new(MostReadings);

    internal PublishedProgramme? Find(VersionKey key) => read.GetValueOrDefault(key);

    /// <summary>What the files make; a draft that was read before it came into force is the same programme afterwards.</summary>
    internal ProgrammeReading Reading(string code, int number, string hash, string packed) => readings.GetOrAdd((code, number, hash), _ => ProgrammeVersion.Read(code, number, packed));

    internal PublishedProgramme Keep(VersionKey key, PublishedProgramme programme) => read.GetOrAdd(key, programme);
}
