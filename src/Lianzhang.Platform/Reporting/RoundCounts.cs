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

    private static readonly Expression<Func<IGrouping<AlikeKey, Report>, AlikeReports>> Counted = group => new AlikeReports(group.Key, group.Count());

    private static readonly CompiledQuery<Func<LianzhangDb, Guid, IAsyncEnumerable<AlikeReports>>> InRound = new(() => EF.CompileAsyncQuery((LianzhangDb db, Guid round) =>
        db.Set<Report>().IgnoreQueryFilters().Where(report => report.RoundId == round).GroupBy(Alike).Select(Counted)));

    /// <summary>By round and region; whose reports are counted, the query says.</summary>
    public async Task<IReadOnlyList<RegionCounts>> Of(IQueryable<Report> reports, CancellationToken cancel) => Counts(await reports.GroupBy(Alike).Select(Counted).ToListAsync(cancel));

    /// <summary>All reports of one round.</summary>
    public async Task<IReadOnlyList<RegionCounts>> OfRound(LianzhangDb db, Guid round, CancellationToken cancel) => Counts(await InRound.In(db)(db, round).ToListAsync(cancel));

    private IReadOnlyList<RegionCounts> Counts(IReadOnlyList<AlikeReports> alike)
    {
        var today = time.Today();
        return [.. alike
            .GroupBy(one => (one.Key.Round, one.Key.Region))
            .Select(group => new RegionCounts(group.Key.Round, group.Key.Region, RoundCounts.Sum(group.Select(one =>
                Of(one.Key.State, one.Key.Exempt is not null, one.Key.SentOn <= one.Key.Due, one.Key.Due < today, one.Key.Accepted > 0, one.Count)))))];
    }

    private static RoundCounts Of(ReportState state, bool isExempt, bool isOnTime, bool isDue, bool counts, int count)
    {
        if (isExempt)
            return RoundCounts.None with { Exempt = count };
        var expected = RoundCounts.None with { Expected = count };
        // What was taken back is open again, and has not come.
        if (state == ReportState.Open)
            return expected with { Missing = isDue ? count : 0 };
        return expected with
        {
            Received = count,
            OnTime = isOnTime ? count : 0,
            Late = isOnTime ? 0 : count,
            Returned = state == ReportState.Returned ? count : 0,
            Accepted = counts ? count : 0,
        };
    }

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

    private sealed record AlikeReports(AlikeKey Key, int Count);
}
