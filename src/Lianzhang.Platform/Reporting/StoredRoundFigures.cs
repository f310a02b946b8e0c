using System.Globalization;
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
    // More rounds are counted sooner with all the rest.
    private const int MostApart = 50;

    private static readonly CompiledQuery<Func<LianzhangDb, IAsyncEnumerable<RoundVersion>>> Now = new(() => EF.CompileAsyncQuery((LianzhangDb db) => db.Set<Report>().IgnoreQueryFilters()
        .GroupBy(report => report.RoundId)
        .OrderBy(round => round.Key)
        .Select(round => new RoundVersion(round.Key, round.LongCount(), round.Sum(report => (long)report.Revision)))));

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

    /// <summary>The figures of the items that the programme has. What was counted is kept; of rounds in which a report changed it is counted again, of all when the day does.</summary>
    public async Task<IReadOnlyList<PublishedFigure>> All(Programme programme, CancellationToken cancel)
    {
        if (!Has(programme))
            return [];
        var (day, versions, kept) = (time.Today(), await Versions(cancel), cache.Kept);
        if (kept?.Counted.Day != day || !versions.SequenceEqual(kept.Counted.Versions))
            kept = new RoundFigures(new CountedRounds(day, versions, await Count(versions, kept?.Counted.Day == day ? kept.Counted : null, cancel)), await Known(versions, kept?.Rounds, cancel), programme, Figures: null);
        else if (kept.Programme == programme && kept.Figures is { } known)
            return known;
        var figures = Figures(programme, kept.Counted.Counts, kept.Rounds);
        if (!db.IsChanging)
            cache.Kept = kept with { Programme = programme, Figures = figures };
        return figures;
    }

    /// <summary>The same of a programme that is not in force; what is kept stays as it is.</summary>
    public async Task<IReadOnlyList<PublishedFigure>> Apart(Programme programme, CancellationToken cancel) =>
        Has(programme) ? Figures(programme, await new CountReports(time).Of(Reports, cancel), await Known(cancel)) : [];

    /// <summary>A word that is another one whenever a report has been opened, sent or decided.</summary>
    public async Task<string> Version(CancellationToken cancel)
    {
        var all = await Versions(cancel);
        return string.Create(CultureInfo.InvariantCulture, $"{all.Sum(round => round.Reports)}.{all.Sum(round => round.Revisions)}");
    }

    private IQueryable<Report> Reports => db.Set<Report>().IgnoreQueryFilters();

    private static bool Has(Programme programme) => Items.Any(item => programme.FindItem(item.Item) is not null);

    private async Task<IReadOnlyList<RoundVersion>> Versions(CancellationToken cancel) => await Now.In(db)(db).ToListAsync(cancel);

    // A city has thousands of reports a month: just those of rounds that changed are counted again.
    private async Task<IReadOnlyList<RegionCounts>> Count(IReadOnlyList<RoundVersion> versions, CountedRounds? before, CancellationToken cancel)
    {
        var count = new CountReports(time);
        var changed = versions.Except(before?.Versions ?? []).Select(version => version.Round).ToList();
        if (before is null || changed.Count > MostApart)
            return await count.Of(Reports, cancel);
        var counts = before.Counts.Where(one => !changed.Contains(one.Round)).ToList();
        foreach (var round in changed)
            counts.AddRange(await count.OfRound(db, round, cancel));
        return counts;
    }

    private async Task<Dictionary<Guid, ReportRound>> Known(IReadOnlyList<RoundVersion> versions, Dictionary<Guid, ReportRound>? before, CancellationToken cancel) =>
        before is not null && versions.All(version => before.ContainsKey(version.Round)) ? before : await Known(cancel);

    private Task<Dictionary<Guid, ReportRound>> Known(CancellationToken cancel) => db.Set<ReportRound>().AsNoTracking().ToDictionaryAsync(round => round.Id, cancel);

    private IReadOnlyList<PublishedFigure> Figures(Programme programme, IReadOnlyList<RegionCounts> counted, Dictionary<Guid, ReportRound> rounds)
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

/// <summary>By which it is seen that reports of a round changed: each change raises its revision.</summary>
internal sealed record RoundVersion(Guid Round, long Reports, long Revisions);

/// <summary>How rounds went on a day, as it was counted by these versions.</summary>
internal sealed record CountedRounds(DateOnly Day, IReadOnlyList<RoundVersion> Versions, IReadOnlyList<RegionCounts> Counts);

/// <summary>Counted rounds with the figures that a programme made of them.</summary>
internal sealed record RoundFigures(CountedRounds Counted, Dictionary<Guid, ReportRound> Rounds, Programme Programme, IReadOnlyList<PublishedFigure>? Figures);

/// <summary>The figures of reporting as they were counted last.</summary>
public sealed class RoundFigureCache
{
    private volatile RoundFigures? kept;

    internal RoundFigures? Kept
    {
        get => kept;
        set => kept = value;
    }
}
