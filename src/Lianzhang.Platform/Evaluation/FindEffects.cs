using Lianzhang.Core.Boards;
using Lianzhang.Core.Evaluating;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Supervision;

namespace Lianzhang.Platform.Evaluation;

/// <summary>Tells what became of the figures that opened orders.</summary>
internal sealed class FindEffects(FirstVersionBoards first)
{
    public async Task<IReadOnlyList<OrderEffect>> Of(Programme programme, DateOnly day, EvaluatedOrders orders, CancellationToken cancel)
    {
        var targets = programme.Targets.Where(target => target.Value is not null).DistinctBy(target => FindMatters.KeyOf(programme, target)).ToDictionary(target => FindMatters.KeyOf(programme, target));
        var opened = orders.All.Where(order => order.Period is not null && order.Ended != OrderState.Cancelled && targets.ContainsKey(order.Matter)).ToList();
        // All that was ever reported is read for it.
        if (opened.Count == 0 || await first.Targets(day, cancel) is not { } detail)
            return [];
        var figures = new Figures(programme, day, orders.Spans, targets, detail);
        return [.. opened.Select(figures.Of)];
    }

    private sealed class Figures(Programme programme, DateOnly day, IReadOnlyList<OrderSpan> spans, Dictionary<string, Target> targets, Func<Target, TargetDetail> detail)
    {
        private static readonly EffectRules Rules = EffectRules.Default;

        private readonly Dictionary<Target, IReadOnlyList<StandingPoint>> read = [];

        public OrderEffect Of(EvaluatedOrder order)
        {
            var (target, opened) = (targets[order.Matter], order.Period!.Value);
            var frequency = programme.IndicatorOf(target.Indicator).Frequency;
            var (with, effect) = (ComparedWith.Regions, Judge(SameElsewhere(target)));
            // Where there are too few regions, what else goes on in the region is the best that there is.
            if (effect.Compared < Rules.LeastCompared && Judge(OthersHere(target, frequency)) is var here && here.Compared >= Rules.LeastCompared)
                (with, effect) = (ComparedWith.Targets, here);
            return new OrderEffect(order, programme.IndicatorOf(target.Indicator).Name, target.Year, opened, with, effect);

            Effect Judge(IEnumerable<Target> others) =>
                JudgeEffect.Judge(Series(target), frequency, opened, [.. others.Where(other => HadNone(other, frequency, opened)).Select(Series)], Rules);
        }

        private IEnumerable<Target> SameElsewhere(Target target)
        {
            var (region, kind) = (programme.RegionOf(target), KindOf(programme.RegionOf(target)));
            return targets.Values.Where(other => other.Indicator == target.Indicator && other.Year == target.Year && programme.RegionOf(other) != region && KindOf(programme.RegionOf(other)) == kind);
        }

        private IEnumerable<Target> OthersHere(Target target, PeriodKind frequency) => targets.Values.Where(other =>
            other.Indicator != target.Indicator && other.Year == target.Year && programme.RegionOf(other) == programme.RegionOf(target) && programme.IndicatorOf(other.Indicator).Frequency == frequency);

        private bool HadNone(Target other, PeriodKind frequency, Period opened)
        {
            var (key, at) = (FindMatters.KeyOf(programme, other), Period.LastEnded(frequency, opened.End));
            var (from, to) = (at.Shift(-Rules.Periods).End, at.Shift(Rules.Periods).End);
            return !spans.Any(span => span.Matter == key && span.From <= to && (span.To ?? day) >= from);
        }

        private RegionKind? KindOf(string region) => programme.Regions.FirstOrDefault(known => known.Code == region)?.Kind;

        private IReadOnlyList<StandingPoint> Series(Target target)
        {
            if (!read.TryGetValue(target, out var series))
                read[target] = series = StandingSeries.Of(detail(target));
            return series;
        }
    }
}
