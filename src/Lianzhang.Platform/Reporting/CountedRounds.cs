using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Lianzhang.Platform.Reporting;

/// <summary>How all rounds go on a day, and up to which moves of reports that was counted. It stays as it is; further moves make another.</summary>
internal sealed class CountedRounds
{
    private readonly DateOnly day;
    private readonly IReadOnlyDictionary<Guid, CountedRound> rounds;

    // Moves from the mark on that are counted already.
    private readonly HashSet<long> seen;

    private CountedRounds(DateOnly day, IReadOnlyDictionary<Guid, CountedRound> rounds, long mark, HashSet<long> seen) => (this.day, this.rounds, Mark, this.seen) = (day, rounds, mark, seen);

    /// <summary>Every move stamped lower is counted.</summary>
    public long Mark { get; }

    public bool AreOf(DateOnly other) => day == other;

    public IEnumerable<RegionCounts> Counts => rounds.Values.SelectMany(round => round.Counts);

    public IEnumerable<Guid> Rounds => rounds.Keys;

    /// <summary>A word that is another one when any count is, and the same in every process.</summary>
    public string Word => rounds.Values.Aggregate(0UL, (sum, round) => unchecked(sum + round.Digest)).ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Counts everything.</summary>
    /// <param name="day">The day.</param>
    /// <param name="alike">All reports.</param>
    /// <param name="last">The moves with which they were read: the last, and those that were not settled.</param>
    public static CountedRounds Of(DateOnly day, IEnumerable<AlikeReports> alike, SeenMoves last) =>
        new(day, alike.GroupBy(one => one.Round).ToDictionary(round => round.Key, round => CountedRound.Of(round, day)), last.Mark, [.. last.Unsettled]);

    /// <summary>
    /// With moves from the mark on, of which those that are counted are left out; itself where there are no others. Null for whoever does not
    /// see all that is counted: a transaction that began before.
    /// </summary>
    /// <param name="moves">The moves.</param>
    /// <param name="settled">What the store said before they were read.</param>
    public CountedRounds? With(IReadOnlyList<ReportMove> moves, long settled)
    {
        if (settled < Mark || !seen.IsSubsetOf(moves.Select(move => move.Id)))
            return null;
        var last = SeenMoves.Of(settled, Mark, [.. moves.Select(move => (move.Id, move.Stamp))]);
        var further = moves.Where(move => !seen.Contains(move.Id)).ToLookup(move => move.Round);
        if (further.Count == 0)
            return this;
        var after = rounds.ToDictionary();
        foreach (var round in further)
            after[round.Key] = (rounds.GetValueOrDefault(round.Key) ?? CountedRound.None).With(round, round.Key, day);
        return new CountedRounds(day, after, last.Mark, [.. last.Unsettled]);
    }
}

/// <summary>Up to where moves of reports were read.</summary>
/// <param name="Mark">What is stamped lower was there, or never will be.</param>
/// <param name="Unsettled">Those from the mark on that were there.</param>
internal sealed record SeenMoves(long Mark, IReadOnlyList<long> Unsettled)
{
    /// <param name="settled">What the store said before the moves were read: what is stamped lower was there, or never will be.</param>
    /// <param name="mark">Where they were read from.</param>
    /// <param name="moves">The moves.</param>
    public static SeenMoves Of(long settled, long mark, IReadOnlyList<(long Id, long Stamp)> moves)
    {
        var next = Math.Min(settled, moves.Select(move => move.Stamp + 1).Prepend(mark).Max());
        return new SeenMoves(next, [.. moves.Where(move => move.Stamp >= next).Select(move => move.Id)]);
    }
}

/// <summary>The reports of one round by region and by what they have in common.</summary>
internal sealed class CountedRound
{
    private readonly Dictionary<(string Region, ReportTally Tally), int> alike;
    private readonly Lazy<ulong> digest;

    private CountedRound(Dictionary<(string Region, ReportTally Tally), int> alike, Guid round, DateOnly day)
    {
        this.alike = alike;
        Counts = CountReports.Counts(alike.Select(one => new AlikeReports(round, one.Key.Region, one.Key.Tally, one.Value)), day);
        digest = new(() => Counts.Aggregate(0UL, (sum, one) => unchecked(sum + DigestOf(one))));
    }

    public static CountedRound None { get; } = new([], Guid.Empty, default);

    public IReadOnlyList<RegionCounts> Counts { get; }

    /// <summary>A number that is another one when any count is, whatever their order.</summary>
    public ulong Digest => digest.Value;

    public static CountedRound Of(IGrouping<Guid, AlikeReports> reports, DateOnly day)
    {
        var counted = new Dictionary<(string Region, ReportTally Tally), int>();
        foreach (var one in reports)
            Add(counted, (one.Region, one.Tally), one.Count);
        return new CountedRound(counted, reports.Key, day);
    }

    public CountedRound With(IEnumerable<ReportMove> moves, Guid round, DateOnly day)
    {
        var after = new Dictionary<(string Region, ReportTally Tally), int>(alike);
        foreach (var move in moves)
        {
            if (move.Was is { } was)
                Add(after, (move.Region, ReportTally.Read(was)), -move.Count);
            if (move.Is is { } now)
                Add(after, (move.Region, ReportTally.Read(now)), move.Count);
        }

        return new CountedRound(after, round, day);
    }

    private static ulong DigestOf(RegionCounts counts) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(counts.ToString())));

    private static void Add(Dictionary<(string Region, ReportTally Tally), int> counted, (string Region, ReportTally Tally) key, int count)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(counted, key, out _);
        known += count;
        if (known == 0)
            counted.Remove(key);
    }
}
