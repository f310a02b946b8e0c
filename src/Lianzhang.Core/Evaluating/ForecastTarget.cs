using Lianzhang.Core.Boards;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Evaluating;

/// <summary>What a target's figure comes to by its day if it goes on as it went lately.</summary>
public static class ForecastTarget
{
    private const int MonthsLookedAt = 24;
    private const int Decimals = 2;

    /// <summary>
    /// The amount at the end of the target year, at the mean pace since the earliest figure of the two years before the latest one; null where
    /// that day has come, or fewer than two figures of like periods are known.
    /// </summary>
    public static decimal? Of(TargetDetail target)
    {
        if (target.Row is not { Year: { } year, Target.Value: not null } || target.Series is not [.., var last])
            return null;
        var deadline = Period.OfYear(year).End;
        var since = last.Period.End.AddMonths(-MonthsLookedAt);
        var first = target.Series.FirstOrDefault(point => point.Period.End >= since && point.Period.Months == last.Period.Months);
        if (last.Period.End >= deadline || first is null || first == last)
            return null;
        var pace = (last.Value - first.Value) / (last.Period.End.DayNumber - first.Period.End.DayNumber);
        return Math.Round(last.Value + (pace * (deadline.DayNumber - last.Period.End.DayNumber)), Decimals, MidpointRounding.AwayFromZero);
    }
}
