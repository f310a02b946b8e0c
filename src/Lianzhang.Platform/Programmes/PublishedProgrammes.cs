using System.Collections.Concurrent;
using Lianzhang.Core.Programmes;
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
    /// <summary>The version with the number, or the latest; null when nothing is published.</summary>
    public async Task<PublishedProgramme?> Find(int? number, CancellationToken cancel)
    {
        var known = await db.Set<ProgrammeVersion>()
            .Where(version => number == null || version.Number == number)
            .OrderByDescending(version => version.Id)
            .Select(version => new { version.Id, version.Hash })
            .FirstOrDefaultAsync(cancel);
        if (known is null)
            return null;
        if (cache.Find(known.Id, known.Hash) is { } cached)
            return cached;

        var stored = await db.Set<ProgrammeVersion>().AsNoTracking().SingleAsync(version => version.Id == known.Id, cancel);
        return cache.Keep(stored.Id, new PublishedProgramme(stored.Number, stored.RecordedAt, stored.Hash, stored.Read()));
    }
}

/// <summary>Programmes that were read from the store, by the identity of their version.</summary>
public sealed class ProgrammeCache
{
    private readonly ConcurrentDictionary<(long Id, string Hash), PublishedProgramme> read = new();

    internal PublishedProgramme? Find(long id, string hash) => read.GetValueOrDefault((id, hash));

    internal PublishedProgramme Keep(long id, PublishedProgramme programme) => read.GetOrAdd((id, programme.Hash), programme);
}
