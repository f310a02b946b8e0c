using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Judgement;

/// <summary>What a numeric target is judged by.</summary>
/// <param name="Goal">The number to be reached.</param>
/// <param name="Deadline">Last day of the target year.</param>
/// <param name="Path">The way from the baseline, where there is one.</param>
/// <param name="Frequency">How often the indicator is published.</param>
/// <param name="GraceMonths">Months after a period's end by which its figure is normally out.</param>
/// <param name="InPoints">Whether growth is told in percentage points a year, since the indicator itself is a ratio.</param>
public sealed record TargetCase(Goal Goal, DateOnly Deadline, Trajectory? Path, PeriodKind Frequency, int GraceMonths, bool InPoints = false);

/// <summary>Where a target stands and why.</summary>
/// <param name="Light">Status, colour and word.</param>
/// <param name="Latest">The actual value judged.</param>
/// <param name="ExpectedAt">The date for which a value was expected: the end of the actual's period, so that like is compared with like.</param>
/// <param name="Expected">The value of the path at that date.</param>
/// <param name="Gap">What is still missing to the target; negative when surpassed.</param>
/// <param name="RequiredGrowth">Growth a year still required, in percent or percentage points.</param>
/// <param name="Standing">The measures that the light rules looked at.</param>
/// <param name="Verdict">What is said after the target year.</param>
public sealed record TargetJudgement(
    Light Light,
    Actual? Latest = null,
    DateOnly? ExpectedAt = null,
    decimal? Expected = null,
    decimal? Gap = null,
    decimal? RequiredGrowth = null,
    Standing? Standing = null,
    Verdict? Verdict = null);

/// <summary>Judges a numeric target by the figures known at a date.</summary>
public static class JudgeTarget
{
    /// <param name="target">The target.</param>
    /// <param name="actuals">Everything known by then, in any order.</param>
    /// <param name="asOf">The day of judgement.</param>
    /// <param name="rules">The programme's lights.</param>
    public static TargetJudgement Judge(TargetCase target, IReadOnlyList<Actual> actuals, DateOnly asOf, LightRules rules)
    {
        var ordered = actuals.OrderBy(actual => actual.Period).ToList();
        var latest = ordered.LastOrDefault();
        var after = asOf > target.Deadline;
        // After the target year its own figure is the one to show, though a later one may be known.
        var shown = after ? ordered.LastOrDefault(actual => actual.Period.End <= target.Deadline) ?? latest : latest;
        if (shown is null)
            return new TargetJudgement(rules.Of(Status.NoData), Expected: target.Path?.At(asOf), ExpectedAt: target.Path is null ? null : asOf, Verdict: after ? Verdict.Unknown : null);

        var judged = new TargetJudgement(
            rules.Of(Status.NoPath),
            shown,
            target.Path is null ? null : shown.Period.End,
            target.Path?.At(shown.Period.End),
            target.Goal.Gap(shown.Value),
            after || target.Goal.IsMet(shown.Value) ? null : RequiredGrowth(target, shown));
        return after ? Settle(target, judged, rules) : Progress(target, judged, ordered, asOf, rules);
    }

    private static TargetJudgement Settle(TargetCase target, TargetJudgement judged, LightRules rules)
    {
        // An estimate made before the year's figures were in settles nothing.
        if (judged.Latest is not { } shown || shown.Period.End != target.Deadline || shown.Flag == FigureFlag.Expected)
            return judged with { Light = rules.Of(Status.Stale) with { Word = ("结果待定", "not yet decided") }, Verdict = Verdict.Unknown };
        return target.Goal.IsMet(shown.Value)
            ? judged with { Light = rules.Of(Status.Met), Verdict = Verdict.Met }
            : judged with { Light = NeverRed(target, rules.Of(Status.Missed), rules), Verdict = Verdict.Missed };
    }

    private static TargetJudgement Progress(TargetCase target, TargetJudgement judged, IReadOnlyList<Actual> ordered, DateOnly asOf, LightRules rules)
    {
        var shown = judged.Latest!;
        if (IsStale(target, shown.Period, asOf))
            return judged with { Light = rules.Of(Status.Stale) };
        if (target.Goal.IsMet(shown.Value))
            return judged with { Light = rules.Of(Status.Met) };
        if (target.Path is not { } path)
            return judged;

        var standing = StandingOf(path, shown, ordered, target, asOf);
        return judged with { Standing = standing, Light = NeverRed(target, rules.Judge(standing), rules) };
    }

    // What is striven for may fall behind, but a government does not show red for an effort that it did not promise.
    private static Light NeverRed(TargetCase target, Light light, LightRules rules)
    {
        if (target.Goal.Qualifier != Qualifier.StriveFor)
            return light;
        if (light.Status == Status.Critical)
            light = rules.Of(Status.Behind);
        return light.Colour == Colour.Red ? light with { Colour = Colour.Yellow } : light;
    }

    /// <summary>A figure is stale once the next one should have been out.</summary>
    private static bool IsStale(TargetCase target, Period shown, DateOnly asOf) =>
        NextEnd(shown.End, target.Frequency).AddMonths(target.GraceMonths) < asOf;

    private static DateOnly NextEnd(DateOnly end, PeriodKind frequency)
    {
        var months = MonthsOf(frequency);
        var first = new DateOnly(end.Year, end.Month, 1);
        // The next month whose number divides by the frequency ends the next period: 3, 6, 9, 12 for quarters.
        return first.AddMonths(months - (end.Month % months) + 1).AddDays(-1);
    }

    private static int MonthsOf(PeriodKind frequency) => frequency switch
    {
        PeriodKind.Month or PeriodKind.YearToDate => 1,
        PeriodKind.Quarter => 3,
        PeriodKind.HalfYear => 6,
        PeriodKind.Year => 12,
    };

    private static Standing StandingOf(Trajectory path, Actual shown, IReadOnlyList<Actual> ordered, TargetCase target, DateOnly asOf)
    {
        var expected = path.At(shown.Period.End);
        var way = path.Target.Value - path.Baseline.Value;
        var daysLeft = target.Deadline.DayNumber - asOf.DayNumber;
        var missed = ordered.Reverse().TakeWhile(actual => IsShort(path, actual, target)).Count();
        if (way == 0)
        {
            // A level to be held: what is short is told in percent of the level.
            var shortBy = target.Goal.Direction == Direction.Down ? shown.Value - expected : expected - shown.Value;
            var behind = expected == 0 ? (decimal?)null : shortBy / Math.Abs(expected) * 100;
            return new Standing(behind, 100 - behind, missed, DaysLeft: daysLeft);
        }

        var made = (shown.Value - path.Baseline.Value) / way * 100;
        var due = (expected - path.Baseline.Value) / way * 100;
        return new Standing(due - made, due > 0 ? made / due * 100 : null, missed, DaysLeft: daysLeft);
    }

    private static bool IsShort(Trajectory path, Actual actual, TargetCase target)
    {
        var expected = path.At(actual.Period.End);
        return target.Goal.Direction == Direction.Down || path.Target.Value < path.Baseline.Value ? actual.Value > expected : actual.Value < expected;
    }

    private static decimal? RequiredGrowth(TargetCase target, Actual shown)
    {
        var months = ((target.Deadline.Year - shown.Period.Year) * 12) + target.Deadline.Month - shown.Period.LastMonth;
        if (months <= 0)
            return null;
        if (target.InPoints)
            return (target.Goal.Aim - shown.Value) * 12 / months;
        if (shown.Value <= 0 || target.Goal.Aim <= 0)
            return null;
        return (DecimalMath.Pow(target.Goal.Aim / shown.Value, 12m / months) - 1) * 100;
    }
}
