using Lianzhang.Core.Reporting;
using Lianzhang.Platform.Reporting;

namespace Lianzhang.Platform.Tests.Reporting;

public sealed class CountedRoundsTests
{
    private static readonly DateOnly Day = new(2026, 7, 10);
    private static readonly Guid Round = Guid.CreateVersion7();

    [Fact]
    public void What_a_report_is_comes_back_from_its_number()
    {
        var all = (
            from state in Enum.GetValues<ReportState>()
            from due in (DateOnly[])[DateOnly.MinValue, Day, DateOnly.MaxValue]
            from flags in Enumerable.Range(0, 8)
            select new ReportTally(state, due, (flags & 4) != 0, (flags & 2) != 0, (flags & 1) != 0)).ToList();
        Assert.Equal(all, all.Select(tally => ReportTally.Read(tally.Number)));
        Assert.Equal(all.Count, all.Select(tally => tally.Number).Distinct().Count());
    }

    [Theory]
    // One writes at a time: what was read is over.
    [InlineData(long.MaxValue, 5, new long[] { 5, 6 }, 7, new long[0])]
    [InlineData(long.MaxValue, 5, new long[0], 5, new long[0])]
    // A transaction stamped 6 is under way: of what is stamped from there on, what was seen is kept in mind.
    [InlineData(6, 5, new long[] { 5, 8, 9 }, 6, new long[] { 8, 9 })]
    [InlineData(6, 5, new long[0], 5, new long[0])]
    public void The_mark_goes_as_far_as_nothing_can_come_any_more(long settled, long mark, long[] stamps, long next, long[] unsettled)
    {
        var seen = SeenMoves.Of(settled, mark, [.. stamps.Select(stamp => (stamp * 100, stamp))]);
        Assert.Equal(next, seen.Mark);
        Assert.Equal(unsettled.Select(stamp => stamp * 100), seen.Unsettled);
    }

    [Fact]
    public void A_move_that_is_read_again_counts_once_and_one_that_comes_late_counts_too()
    {
        var open = new ReportTally(ReportState.Open, Day.AddDays(-1), IsOnTime: false, Counts: false, IsExempt: false);
        var sent = open with { State = ReportState.Submitted };
        var counted = CountedRounds.Of(Day, [new AlikeReports(Round, "a", open, 3), new AlikeReports(Round, "b", open, 1)], new SeenMoves(10, []));
        Assert.Equal((4, 0, 4), Sum(counted));
        // The one stamped 11 is committed while that stamped 10 is still under way.
        var (first, second) = (Move(1, stamp: 10, "a", open, sent), Move(2, stamp: 11, "b", open, sent));
        var later = Follow(counted, settled: 10, second);
        Assert.Equal((4, 1, 3), Sum(later));
        Assert.Same(later, Follow(later, settled: 10, second));
        // Who began before it, or before the mark, does not see what is counted.
        Assert.Null(later.With([], settled: 10));
        Assert.Null(later.With([second], settled: 9));
        var all = Follow(later, settled: 12, first, second);
        Assert.Equal((4, 2, 2), Sum(all));
        Assert.Equal((12L, (4, 1, 3)), (all.Mark, Sum(later)));
        Assert.Equal(3, new[] { counted.Word, later.Word, all.Word }.Distinct(StringComparer.Ordinal).Count());
        var anew = CountedRounds.Of(Day, [new AlikeReports(Round, "b", sent, 1), new AlikeReports(Round, "a", open, 2), new AlikeReports(Round, "a", sent, 1)], new SeenMoves(1, []));
        Assert.Equal(anew.Word, all.Word);
    }

    private static CountedRounds Follow(CountedRounds counted, long settled, params IReadOnlyList<ReportMove> moves) =>
        counted.With(moves, settled)!;

    private static ReportMove Move(long id, long stamp, string region, ReportTally was, ReportTally now) =>
        new() { Id = id, Stamp = stamp, On = Day, Round = Round, Region = region, Was = was.Number, Is = now.Number, Count = 1 };

    private static (int Expected, int Received, int Missing) Sum(CountedRounds counted)
    {
        var sum = RoundCounts.Sum(counted.Counts.Select(one => one.Counts));
        return (sum.Expected, sum.Received, sum.Missing);
    }
}
