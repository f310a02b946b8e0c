using Lianzhang.Core.Boards;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Evaluating;

/// <summary>How far a figure stood from its path at the end of a period.</summary>
/// <param name="End">The last day of the period.</param>
/// <param name="Percent">Percent of what the path expected then: positive where the figure stood better than that, negative where worse.</param>
public sealed record StandingPoint(DateOnly End, decimal Percent);

/// <summary>Puts figures in terms of their paths, so that those of different units compare.</summary>
public static class StandingSeries
{
    /// <summary>Where a target's figure stood at the end of each period for which it is known, the earliest first; nothing without a path.</summary>
    public static IReadOnlyList<StandingPoint> Of(TargetDetail target) => target.Path is not { } path ? [] :
    [
        .. target.Series.Where(point => EndsWith(target.Indicator.Frequency, point.Period))
            // Of two that end on a day the one of the indicator's own kind counts.
            .GroupBy(point => point.Period.End).Select(same => same.FirstOrDefault(point => point.Period.Kind == target.Indicator.Frequency) ?? same.First())
            .OrderBy(point => point.Period.End)
            .Select(point => Standing(target.Indicator.Direction, point.Value, path.At(point.Period.End)) is { } percent ? new StandingPoint(point.Period.End, percent) : null)
            .OfType<StandingPoint>(),
    ];

    /// <summary>Percent of the expected value by which an actual one is better; null where nothing was expected.</summary>
    public static decimal? Standing(Direction direction, decimal actual, decimal expected)
    {
        if (expected == 0)
            return null;
        var apart = (actual - expected) / Math.Abs(expected) * 100;
        return direction switch
        {
            Direction.Up => apart,
            Direction.Down => -apart,
            Direction.Neutral => -Math.Abs(apart),
        };
    }

    private static bool EndsWith(PeriodKind frequency, Period period) => Period.LastEnded(frequency, period.End).End == period.End;
}
