using Lianzhang.Core.Facts;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Facts;

/// <summary>The figures in the store, the latest version of each.</summary>
public sealed class StoredFigures(LianzhangDb db, FigureCache cache)
{
    private static readonly CompiledQuery<Func<LianzhangDb, CancellationToken, Task<long?>>> Last = new(() => EF.CompileAsyncQuery((LianzhangDb db, CancellationToken _) => db.Set<FigureVersion>().Max(figure => (long?)figure.Id)));

    /// <summary>Everything recorded, in the order in which it was first recorded. What was read is kept until something is recorded.</summary>
    public async Task<IReadOnlyList<PublishedFigure>> All(CancellationToken cancel) => await All(await Sequence(cancel), cancel);

    /// <summary>The same up to the figure that was recorded last, where that is known already.</summary>
    public async Task<IReadOnlyList<PublishedFigure>> All(long last, CancellationToken cancel)
    {
        if (cache.Find(last) is { } cached)
            return cached;
        var rows = await db.Set<FigureVersion>().AsNoTracking().Where(figure => figure.Id <= last).OrderBy(figure => figure.Id).ToListAsync(cancel);
        var latest = rows.GroupBy(row => row.Key).Select(versions => versions.Last().Figure()).ToList();
        return db.IsChanging ? latest : cache.Keep(last, latest);
    }

    /// <summary>Everything that was recorded until an instant, the version of each that counted then.</summary>
    public async Task<IReadOnlyList<PublishedFigure>> AsOf(DateTimeOffset instant, CancellationToken cancel)
    {
        var rows = await db.Set<FigureVersion>().AsNoTracking().Where(figure => figure.RecordedAt <= instant).OrderBy(figure => figure.Id).ToListAsync(cancel);
        return [.. rows.GroupBy(row => row.Key).Select(versions => versions.Last().Figure())];
    }

    /// <summary>Those of an item, a place or both, in the order in which lists show them: newest period first within item and place.</summary>
    public async Task<IReadOnlyList<PublishedFigure>> Of(string? item, string? place, CancellationToken cancel) =>
    [
        .. (await All(cancel))
            .Where(figure => (item is null || figure.Item == item) && (place is null || figure.Place == place))
            .OrderBy(figure => figure.Item, StringComparer.Ordinal)
            .ThenBy(figure => figure.Place, StringComparer.Ordinal)
            .ThenByDescending(figure => figure.Period),
    ];

    /// <summary>How often anything was recorded: the number to which what was computed from the figures belongs.</summary>
    private async Task<long> Sequence(CancellationToken cancel) => await Last.In(db)(db, cancel) ?? 0;
}

/// <summary>The figures as they were read last, with the last row that was there.</summary>
public sealed class FigureCache
{
    private volatile Kept? kept;

    private sealed record Kept(long Last, IReadOnlyList<PublishedFigure> Figures);

    internal IReadOnlyList<PublishedFigure>? Find(long last) => kept is { } found && found.Last == last ? found.Figures : null;

    internal IReadOnlyList<PublishedFigure> Keep(long last, IReadOnlyList<PublishedFigure> figures)
    {
        kept = new Kept(last, figures);
        return figures;
    }
}
