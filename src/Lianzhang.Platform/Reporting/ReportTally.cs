using Lianzhang.Core.Reporting;

namespace Lianzhang.Platform.Reporting;

/// <summary>All of a report that counts of its round rest on: reports alike in it are counted together.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Due">The day by which it is due.</param>
/// <param name="IsOnTime">Whether it was sent for the first time by then.</param>
/// <param name="Counts">Whether a version of it counts.</param>
/// <param name="IsExempt">Whether it is not expected after all.</param>
internal readonly record struct ReportTally(ReportState State, DateOnly Due, bool IsOnTime, bool Counts, bool IsExempt)
{
    private const int States = 16;
    private const int Flags = 8;

    /// <summary>It as one number.</summary>
    public long Number => (((long)Due.DayNumber * States) + (int)State) * Flags + (IsOnTime ? 4 : 0) + (Counts ? 2 : 0) + (IsExempt ? 1 : 0);

    public static ReportTally Read(long number)
    {
        var (rest, flags) = Math.DivRem(number, Flags);
        var (day, state) = Math.DivRem(rest, States);
        return new((ReportState)state, DateOnly.FromDayNumber((int)day), (flags & 4) != 0, (flags & 2) != 0, (flags & 1) != 0);
    }

    public static ReportTally Of(ReportState state, DateOnly due, DateOnly? sentOn, int accepted, string? exempt) => new(state, due, sentOn <= due, accepted > 0, exempt is not null);

    /// <summary>So many of it.</summary>
    /// <param name="count">How many.</param>
    /// <param name="today">By which it is told whether what has not come is missing.</param>
    public RoundCounts Of(int count, DateOnly today)
    {
        if (IsExempt)
            return RoundCounts.None with { Exempt = count };
        var expected = RoundCounts.None with { Expected = count };
        // What was taken back is open again, and has not come.
        if (State == ReportState.Open)
            return expected with { Missing = Due < today ? count : 0 };
        return expected with
        {
            Received = count,
            OnTime = IsOnTime ? count : 0,
            Late = IsOnTime ? 0 : count,
            Returned = State == ReportState.Returned ? count : 0,
            Accepted = Counts ? count : 0,
        };
    }
}

/// <summary>Reports of one round in one region that are alike.</summary>
internal readonly record struct AlikeReports(Guid Round, string Region, ReportTally Tally, int Count);
