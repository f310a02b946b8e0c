using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>How reporting goes, as figures of the programme's own region and of the regions below it, for each month in which periods ended and over all forms.</summary>
public sealed class StoredRoundFigures(LianzhangDb db, RoundFigureCache cache, TimeProvider time)
{
    private static readonly CompiledQuery<Func<LianzhangDb, long, IAsyncEnumerable<ReportMove>>> Since = new(() => EF.CompileAsyncQuery((LianzhangDb db, long mark) => db.Set<ReportMove>().AsNoTracking().Where(move => move.Stamp >= mark)));

    private static readonly FigureSource Source = new("系统统计");

    private static readonly (string Item, Func<RoundCounts, int> Count)[] Items =
    [
        ("reports_expected", counts => counts.Expected),
        ("reports_received", counts => counts.Received),
        ("reports_on_time", counts => counts.OnTime),
        ("reports_late", counts => counts.Late),
        ("reports_returned", counts => counts.Returned),
        ("reports_missing", counts => counts.Missing),
    ];

    /// <summary>The figures of the items that the programme has. What was counted is kept, and the moves of reports since are put to it; once a day everything is counted anew.</summary>
    public async Task<IReadOnlyList<PublishedFigure>> All(Programme programme, CancellationToken cancel)
    {
        if (!Has(programme))
            return [];
        var counted = await Counted(cancel);
        if (cache.Figures is { } known && known.Counted == counted && known.Programme == programme)
            return known.Figures;
        var rounds = await Known(counted, cancel);
        var figures = Figures(programme, counted.Counts, rounds);
        if (!db.IsChanging)
            cache.Figures = new RoundFigures(counted, programme, rounds, figures);
        return figures;
    }

    /// <summary>The same of a programme that is not in force; what is kept stays as it is.</summary>
    public async Task<IReadOnlyList<PublishedFigure>> Apart(Programme programme, CancellationToken cancel) =>
        Has(programme) ? Figures(programme, await new CountReports(time).Of(Reports, cancel), await Known(cancel)) : [];

    /// <summary>A word that is another one whenever a figure is.</summary>
    public async Task<string> Version(CancellationToken cancel) => (await Counted(cancel)).Word;

    private IQueryable<Report> Reports => db.Set<Report>().IgnoreQueryFilters();

    private static bool Has(Programme programme) => Items.Any(item => programme.FindItem(item.Item) is not null);

    private async Task<CountedRounds> Counted(CancellationToken cancel)
    {
        var today = time.Today();
        var counted = (cache.Counted is { } kept && kept.AreOf(today) ? await Follow(kept, cancel) : null) ?? await Count(today, cancel);
        if (!db.IsChanging)
            cache.Counted = counted;
        return counted;
    }

    private async Task<CountedRounds?> Follow(CountedRounds kept, CancellationToken cancel)
    {
        var settled = await db.Settled(cancel);
        return kept.With(await Since.In(db)(db, kept.Mark).ToListAsync(cancel), settled);
    }

    // Reports and moves are read as they are at the same moment, so that no move is counted twice or not at all.
    private async Task<CountedRounds> Count(DateOnly today, CancellationToken cancel)
    {
        await using var moment = db.IsChanging ? null : await db.Moment(cancel);
        var settled = await db.Settled(cancel);
        var moves = await Since.In(db)(db, settled).ToListAsync(cancel);
        var last = await db.Set<ReportMove>().MaxAsync(move => (long?)move.Stamp, cancel) ?? 0;
        return CountedRounds.Of(today, await CountReports.All(Reports, cancel), SeenMoves.Of(settled, last + 1, moves.ConvertAll(move => (move.Id, move.Stamp))));
    }

    // A round that was opened stays as it is.
    private async Task<IReadOnlyDictionary<Guid, ReportRound>> Known(CountedRounds counted, CancellationToken cancel) =>
        cache.Figures?.Rounds is { } known && counted.Rounds.All(known.ContainsKey) ? known : await Known(cancel);

    private async Task<IReadOnlyDictionary<Guid, ReportRound>> Known(CancellationToken cancel) => await db.Set<ReportRound>().AsNoTracking().ToDictionaryAsync(round => round.Id, cancel);

    private IReadOnlyList<PublishedFigure> Figures(Programme programme, IEnumerable<RegionCounts> counted, IReadOnlyDictionary<Guid, ReportRound> rounds)
    {
        var parents = programme.Regions.ToDictionary(region => region.Code, region => region.Parent);
        return
        [
            .. from one in counted
               from place in Above(one.Region, programme.Head.Region, parents)
               let period = PeriodNumber.Read(rounds[one.Round].Period)
               group (one.Counts, rounds[one.Round].Lock) by (place, Month: Period.OfMonth(period.Year, period.LastMonth)) into counts
               orderby counts.Key.Month, counts.Key.place
               from item in Items
               where programme.FindItem(item.Item) is not null
               select Figure(programme, item.Item, counts.Key.place, counts.Key.Month, item.Count(RoundCounts.Sum(counts.Select(one => one.Counts))), counts.Max(one => one.Lock)),
        ];
    }

    // Until the last round of the month is locked, more may come.
    private PublishedFigure Figure(Programme programme, string item, string place, Period month, int count, DateOnly locked) => new(
        item, place, month, new Quantity(count, programme.FindItem(item)!.Unit), string.Empty,
        locked < time.Today() ? FigureFlag.Final : FigureFlag.Provisional, Published: null, Source, new Location("reporting"));

    // A unit counts in its own region and in all above it up to the programme's; where its region is not known, in the programme's alone.
    private static IEnumerable<string> Above(string region, string top, Dictionary<string, string?> parents)
    {
        for (var code = region; code != top && parents.TryGetValue(code, out var parent) && parent is not null; code = parent)
            yield return code;
        yield return top;
    }
}

/// <summary>The figures that a programme makes of counted rounds.</summary>
internal sealed record RoundFigures(CountedRounds Counted, Programme Programme, IReadOnlyDictionary<Guid, ReportRound> Rounds, IReadOnlyList<PublishedFigure> Figures);

/// <summary>How reporting goes, as it was counted last.</summary>
public sealed class RoundFigureCache
{
    private volatile CountedRounds? counted;
    private volatile RoundFigures? figures;

    internal CountedRounds? Counted
    {
        get => counted;
        set => counted = value;
    }

    internal RoundFigures? Figures
    {
        get => figures;
        set => figures = value;
    }
}
