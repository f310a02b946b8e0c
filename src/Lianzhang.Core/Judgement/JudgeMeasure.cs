using Lianzhang.Core.Values;

namespace Lianzhang.Core.Judgement;

/// <summary>Something to be reached on the way, by its day.</summary>
public sealed record MilestoneDue(string Code, DateOnly Due);

/// <summary>What a measure is judged by; days that the programme does not state are null.</summary>
public sealed record MeasureCase(DateOnly? Start, DateOnly? Deadline, IReadOnlyList<MilestoneDue> Milestones);

/// <summary>What was reported last: for which month, how much of the work is done, and which milestones.</summary>
/// <param name="Month">The month.</param>
/// <param name="Percent">From 0 to 100.</param>
/// <param name="Done">Codes of the milestones that are reached.</param>
public sealed record MeasureProgress(Period Month, decimal Percent, IReadOnlySet<string> Done);

/// <summary>Where a measure stands and why.</summary>
/// <param name="Light">Status, colour and word.</param>
/// <param name="Expected">Percent of the work that the time elapsed asks for, at <paramref name="ExpectedAt"/>.</param>
/// <param name="ExpectedAt">The end of the month reported, or the day of judgement where that is earlier.</param>
/// <param name="DaysLeft">Days to the deadline; negative when it has passed, null when the work is done or has none.</param>
/// <param name="Missed">Milestones whose day has passed and that are not reached.</param>
public sealed record MeasureJudgement(Light Light, decimal? Expected, DateOnly? ExpectedAt, int? DaysLeft, IReadOnlyList<string> Missed);

/// <summary>Judges a measure by what was reported of it: by progress against the time elapsed, by days left and by milestones.</summary>
public static class JudgeMeasure
{
    private const decimal Whole = 100;

    /// <param name="measure">The measure.</param>
    /// <param name="progress">What was reported last; null where nothing was, which is not the same as nothing done.</param>
    /// <param name="asOf">The day of judgement.</param>
    /// <param name="rules">The programme's rules for measures, at least one set; of their lights the worst counts.</param>
    public static MeasureJudgement Judge(MeasureCase measure, MeasureProgress? progress, DateOnly asOf, IReadOnlyList<LightRules> rules)
    {
        if (progress?.Percent >= Whole)
            return new MeasureJudgement(rules[0].Of(Status.Met) with { Word = ("已完成", "done") }, Whole, progress.Month.End, null, []);
        var missed = measure.Milestones.Where(milestone => milestone.Due < asOf && progress?.Done.Contains(milestone.Code) != true).Select(milestone => milestone.Code).ToList();
        var at = progress is null || progress.Month.End > asOf ? asOf : progress.Month.End;
        var expected = Expected(measure, at);
        var daysLeft = measure.Deadline?.DayNumber - asOf.DayNumber;
        var standing = new Standing(
            PointsBehind: expected - progress?.Percent,
            ScheduleRatio: expected > 0 ? progress?.Percent / expected * Whole : null,
            MonthsLate: progress?.Percent == 0 ? MonthsSince(measure.Start, asOf) : null,
            DaysLeft: daysLeft,
            MilestonesMissed: missed.Count);
        return new MeasureJudgement(LightOf(measure, progress, asOf, rules, standing), expected, expected is null ? null : at, daysLeft, missed);
    }

    /// <summary>How much a light needs looking at; the greater the more.</summary>
    public static int Urgency(Status status) => status switch
    {
        Status.Critical => 8,
        Status.Missed => 7,
        Status.Behind => 6,
        Status.Stale => 5,
        Status.NoData => 4,
        Status.NoPath => 3,
        Status.OnTrack => 2,
        Status.Ahead => 1,
        Status.Met => 0,
    };

    private static Light LightOf(MeasureCase measure, MeasureProgress? progress, DateOnly asOf, IReadOnlyList<LightRules> rules, Standing standing)
    {
        var light = rules.Where(set => set.Set.Rules.Any(rule => rule.Matches(standing))).Select(set => set.Judge(standing)).MaxBy(matched => Urgency(matched.Status)) ?? rules[0].Judge(standing);
        if (light.Status is not (Status.OnTrack or Status.Ahead))
            return light;
        if (asOf > measure.Deadline)
            return rules[0].Of(Status.Missed) with { Word = ("逾期未完成", "overdue") };
        if (progress is null)
            return rules[0].Of(Status.NoData) with { Word = ("未报进展", "no progress reported") };
        return measure.Deadline is null ? rules[0].Of(Status.NoPath) with { Word = ("未定期限", "no deadline set") } : light;
    }

    private static decimal? Expected(MeasureCase measure, DateOnly at)
    {
        if (measure is not { Start: { } start, Deadline: { } deadline } || deadline <= start)
            return null;
        return Math.Clamp((decimal)(at.DayNumber - start.DayNumber) / (deadline.DayNumber - start.DayNumber) * Whole, 0, Whole);
    }

    // The month of the start itself counts 1.
    private static int? MonthsSince(DateOnly? start, DateOnly asOf) =>
        start is { } first && first <= asOf ? ((asOf.Year - first.Year) * 12) + asOf.Month - first.Month + 1 : null;
}
