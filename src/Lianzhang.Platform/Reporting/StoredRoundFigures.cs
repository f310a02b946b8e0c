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

    /// <summary>The figures of the items that the programme has. What was counted is kept until a report changes or the day does.</summary>
    public async Task<IReadOnlyList<PublishedFigure>> All(Programme programme, CancellationToken cancel)
    {
        if (!Items.Any(item => programme.FindItem(item.Item) is not null))
            return [];
        var version = new RoundFigureVersion(programme, time.Today(), await Version(cancel));
        return cache.Find(version) ?? cache.Keep(version, await Count(programme, cancel));
    }

    /// <summary>The same of a programme that is not in force; what is kept stays as it is.</summary>
    public async Task<IReadOnlyList<PublishedFigure>> Apart(Programme programme, CancellationToken cancel) =>
        Items.Any(item => programme.FindItem(item.Item) is not null) ? await Count(programme, cancel) : [];

    /// <summary>A word that is another one whenever a report has been opened, sent or decided.</summary>
    public async Task<string> Version(CancellationToken cancel)
    {
        var reports = db.Set<Report>().IgnoreQueryFilters();
        var (count, revisions) = (await reports.LongCountAsync(cancel), await reports.SumAsync(report => (long)report.Revision, cancel));
        return string.Create(CultureInfo.InvariantCulture, $"{count}.{revisions}");
    }

    private async Task<IReadOnlyList<PublishedFigure>> Count(Programme programme, CancellationToken cancel)
    {
        var rounds = await db.Set<ReportRound>().AsNoTracking().ToDictionaryAsync(round => round.Id, cancel);
        var counted = await new CountReports(time).Of(db.Set<Report>().IgnoreQueryFilters(), cancel);
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

/// <summary>What figures of reporting rest on.</summary>
internal sealed record RoundFigureVersion(Programme Programme, DateOnly Day, string Reports);

/// <summary>The figures of reporting as they were counted last.</summary>
public sealed class RoundFigureCache
{
    private volatile Kept? kept;

    private sealed record Kept(RoundFigureVersion Version, IReadOnlyList<PublishedFigure> Figures);

    internal IReadOnlyList<PublishedFigure>? Find(RoundFigureVersion version) => kept is { } found && found.Version == version ? found.Figures : null;

    internal IReadOnlyList<PublishedFigure> Keep(RoundFigureVersion version, IReadOnlyList<PublishedFigure> figures)
    {
        kept = new Kept(version, figures);
        return figures;
    }
}
