using System.Linq.Expressions;
using Lianzhang.Core.Reporting;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>How a round goes, in numbers of reports.</summary>
/// <param name="Expected">Asked for, without those that are exempt.</param>
/// <param name="Received">Sent, and not taken back.</param>
/// <param name="OnTime">Of these, sent for the first time by the day on which they were due.</param>
/// <param name="Late">Of these, sent for the first time after it.</param>
/// <param name="Returned">With their units again, to be put right.</param>
/// <param name="Accepted">Those that count.</param>
/// <param name="Missing">Not received though they were due.</param>
/// <param name="Exempt">Not expected after all.</param>
public sealed record RoundCounts(int Expected, int Received, int OnTime, int Late, int Returned, int Accepted, int Missing, int Exempt)
{
    public static RoundCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Not received, and not due yet.</summary>
    public int Awaited => Expected - Received - Missing;

    /// <summary>The share of what was received, in whole percent rounded down, so that only all of it is a hundred.</summary>
    public int PercentReceived => Expected == 0 ? 0 : Received * 100 / Expected;

    public static RoundCounts operator +(RoundCounts one, RoundCounts other) => new(
        one.Expected + other.Expected, one.Received + other.Received, one.OnTime + other.OnTime, one.Late + other.Late,
        one.Returned + other.Returned, one.Accepted + other.Accepted, one.Missing + other.Missing, one.Exempt + other.Exempt);

    /// <summary>Adds up counts.</summary>
    public static RoundCounts Sum(IEnumerable<RoundCounts> counts) => counts.Aggregate(None, (sum, one) => sum + one);
}

/// <summary>The counts of one round in one region.</summary>
internal sealed record RegionCounts(Guid Round, string Region, RoundCounts Counts);

/// <summary>Counts the reports of rounds.</summary>
internal sealed class CountReports(TimeProvider time)
{
    // The columns of an index in its order, so that the store reads nothing else and need not sort.
    private static readonly Expression<Func<Report, AlikeKey>> Alike = report =>
        new AlikeKey { Round = report.RoundId, Region = report.Region, State = report.State, Due = report.Due, SentOn = report.FirstSubmittedOn, Accepted = report.AcceptedVersion, Exempt = report.ExemptReason };

    /// <summary>By round and region; whose reports are counted, the query says.</summary>
    public async Task<IReadOnlyList<RegionCounts>> Of(IQueryable<Report> reports, CancellationToken cancel) => Counts(await All(reports, cancel), time.Today());

    /// <summary>Those that are alike.</summary>
    public static async Task<IReadOnlyList<AlikeReports>> All(IQueryable<Report> reports, CancellationToken cancel)
    {
        var alike = await reports.GroupBy(Alike).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        return alike.ConvertAll(one => new AlikeReports(one.Key.Round, one.Key.Region, ReportTally.Of(one.Key.State, one.Key.Due, one.Key.SentOn, one.Key.Accepted, one.Key.Exempt), one.Count));
    }

    /// <summary>By round and region, as it stands on a day.</summary>
    public static IReadOnlyList<RegionCounts> Counts(IEnumerable<AlikeReports> alike, DateOnly today) =>
    [
        .. alike
            .GroupBy(one => (one.Round, one.Region))
            .Select(group => new RegionCounts(group.Key.Round, group.Key.Region, RoundCounts.Sum(group.Select(one => one.Tally.Of(one.Count, today))))),
    ];

    private sealed record AlikeKey
    {
        public required Guid Round { get; init; }

        public required string Region { get; init; }

        public required ReportState State { get; init; }

        public required DateOnly Due { get; init; }

        public required DateOnly? SentOn { get; init; }

        public required int Accepted { get; init; }

        public required string? Exempt { get; init; }
    }
}
