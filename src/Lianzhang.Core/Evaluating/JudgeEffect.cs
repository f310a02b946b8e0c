using Lianzhang.Core.Values;

namespace Lianzhang.Core.Evaluating;

/// <summary>
/// Compares how a figure moved before and after an order with how those moved that had none. That is no proof of a cause; a trend that all of
/// them share changes nothing of what is said.
/// </summary>
public static class JudgeEffect
{
    private const int Digits = 12;

    /// <param name="own">Where the figure stood against its path.</param>
    /// <param name="frequency">How often the figure comes.</param>
    /// <param name="opened">The period of the figure that opened the order.</param>
    /// <param name="others">Where those stood that it is compared with.</param>
    /// <param name="rules">By what an effect is told.</param>
    public static Effect Judge(IReadOnlyList<StandingPoint> own, PeriodKind frequency, Period opened, IReadOnlyList<IReadOnlyList<StandingPoint>> others, EffectRules rules)
    {
        var ends = Ends(frequency, opened, rules.Periods);
        var window = Window(own, ends);
        // Like is compared with like: who lacks a period that the figure has would be on average over other periods.
        var compared = others.Select(other => Window(other, ends)).Where(other => window.Keys.All(other.ContainsKey)).ToList();
        var (before, after) = (window.Keys.Count(step => step < 0), window.Keys.Count(step => step > 0));
        var enough = window.ContainsKey(0) && before >= rules.LeastPeriods && after >= rules.LeastPeriods;
        var ownMove = enough ? Move.Of(window) : null;
        var groupMove = enough && compared.Count >= rules.LeastCompared ? Move.Mean([.. compared.Select(other => Move.Of(window.Keys.ToDictionary(step => step, step => other[step])))]) : null;
        return new Effect(
            ownMove is null || groupMove is null ? EffectVerdict.TooLittleData : VerdictOf(ownMove, groupMove, rules),
            ownMove?.Change,
            groupMove?.Change,
            before,
            after,
            compared.Count,
            [.. ends.OrderBy(end => end.Key).Select(end => new EffectPoint(end.Value, end.Key, Known(window, end.Key), compared.Count == 0 || !window.ContainsKey(end.Key) ? null : compared.Average(other => other[end.Key])))]);
    }

    private static EffectVerdict VerdictOf(Move own, Move group, EffectRules rules)
    {
        var (change, more) = (own.Change.Difference, own.Change.Difference - group.Change.Difference);
        if (Math.Abs(change) < rules.Threshold)
            return EffectVerdict.DidNotMove;
        if (Math.Abs(more) < rules.Threshold || Math.Sign(more) != Math.Sign(change))
            return EffectVerdict.MovedAsGroup;
        // To fall more slowly than before is not yet to get better, nor to rise more slowly to get worse.
        if ((own.Change.After - group.Change.After) * Math.Sign(change) < rules.Threshold)
            return EffectVerdict.DidNotMove;
        if (change < 0)
            return EffectVerdict.Worsened;
        // Orders open at the worst moment, after which figures rise by themselves: what counts must for its half be there without that moment.
        var lasting = Math.Max(own.ChangeWithout - group.ChangeWithout, (own.Level - group.Level) / rules.Periods);
        return Exact(lasting - (more / 2)) >= 0 ? EffectVerdict.MovedWithOrder : EffectVerdict.Rebounded;
    }

    // Thirds are not exact: what is the same but for its last digits is the same.
    private static decimal Exact(decimal value) => decimal.Round(value, Digits);

    private static Dictionary<int, DateOnly> Ends(PeriodKind frequency, Period opened, int periods)
    {
        var at = Period.LastEnded(frequency, opened.End);
        return Enumerable.Range(-periods, (2 * periods) + 1).ToDictionary(step => step, step => at.Shift(step).End);
    }

    private static Dictionary<int, decimal> Window(IReadOnlyList<StandingPoint> points, Dictionary<int, DateOnly> ends)
    {
        var known = points.ToDictionary(point => point.End, point => point.Percent);
        return ends.Where(end => known.ContainsKey(end.Value)).ToDictionary(end => end.Key, end => known[end.Value]);
    }

    private static decimal? Known(Dictionary<int, decimal> window, int step) => window.TryGetValue(step, out var percent) ? percent : null;

    /// <summary>How a figure moved, with the period that opened the order and without it.</summary>
    /// <param name="Change">Per period before and after.</param>
    /// <param name="ChangeWithout">How much more it changed per period after than before, that period left out.</param>
    /// <param name="Level">How much better it stood on average after than before, that period left out.</param>
    private sealed record Move(EffectChange Change, decimal ChangeWithout, decimal Level)
    {
        public static Move Of(IReadOnlyDictionary<int, decimal> window)
        {
            var steps = window.Keys.Order().ToList();
            var (before, after) = (steps.Where(step => step < 0).ToList(), steps.Where(step => step > 0).ToList());
            return new Move(
                new EffectChange(PerPeriod(before[0], 0), PerPeriod(0, after[^1])),
                PerPeriod(after[0], after[^1]) - PerPeriod(before[0], before[^1]),
                Exact(after.Average(step => window[step]) - before.Average(step => window[step])));

            decimal PerPeriod(int from, int to) => Exact((window[to] - window[from]) / (to - from));
        }

        public static Move Mean(IReadOnlyList<Move> all) => new(
            new EffectChange(Exact(all.Average(move => move.Change.Before)), Exact(all.Average(move => move.Change.After))),
            Exact(all.Average(move => move.ChangeWithout)),
            Exact(all.Average(move => move.Level)));
    }
}
