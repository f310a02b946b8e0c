using System.ComponentModel;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Judgement;

/// <summary>What a light rule looks at.</summary>
public enum LightMeasure
{
    /// <summary>Percentage points of the way that the actual value is behind the expected one.</summary>
    PointsBehind,

    /// <summary>Way made good in percent of the way expected by now.</summary>
    ScheduleRatio,

    /// <summary>Periods in a row, the latest included, that ended short of their plan.</summary>
    PeriodsMissed,

    /// <summary>Months since the planned month of a start that has not happened; the planned month itself counts 1.</summary>
    MonthsLate,

    /// <summary>Days to the deadline; negative when it has passed.</summary>
    DaysLeft,

    /// <summary>Milestones whose day has passed and that are not done.</summary>
    MilestonesMissed,
}

/// <summary>How something stands against its plan; a measure that is not known is null and matches no rule.</summary>
public sealed record Standing(
    decimal? PointsBehind = null,
    decimal? ScheduleRatio = null,
    int? PeriodsMissed = null,
    int? MonthsLate = null,
    int? DaysLeft = null,
    int? MilestonesMissed = null)
{
    public decimal? Of(LightMeasure measure) => measure switch
    {
        LightMeasure.PointsBehind => PointsBehind,
        LightMeasure.ScheduleRatio => ScheduleRatio,
        LightMeasure.PeriodsMissed => PeriodsMissed,
        LightMeasure.MonthsLate => MonthsLate,
        LightMeasure.DaysLeft => DaysLeft,
        LightMeasure.MilestonesMissed => MilestonesMissed,
    };
}

/// <summary>A status with its colour and word.</summary>
public sealed record Light(Status Status, Colour Colour, Text Word);

/// <summary>One rule of a set: when the measure lies within all the stated bounds, the light is given.</summary>
public sealed record LightRule(
    [property: Description("What the rule looks at.")] LightMeasure Measure,
    [property: Description("The status that it gives.")] Status Status,
    [property: Description("The measure is greater than this.")] decimal? Above = null,
    [property: Description("The measure is this or more.")] decimal? AtLeast = null,
    [property: Description("The measure is less than this.")] decimal? Below = null,
    [property: Description("The measure is this or less.")] decimal? AtMost = null,
    [property: Description("A colour other than the status's own.")] Colour? Colour = null,
    [property: Description("A word other than the status's own.")] Text? Word = null)
{
    public bool Matches(Standing standing) =>
        standing.Of(Measure) is { } measured
        && !(measured <= Above) && !(measured < AtLeast) && !(measured >= Below) && !(measured > AtMost);
}

/// <summary>The light when no rule matches.</summary>
public sealed record LightOtherwise(Status Status, Colour? Colour = null, Text? Word = null);

/// <summary>An ordered list of rules; the first that matches gives the light.</summary>
public sealed record LightRuleSet(
    [property: Description("Code of the rule set.")] string Code,
    [property: Description("Name of the rule set.")] Text Name,
    [property: Description("Rules in order; the first that matches gives the light.")] IReadOnlyList<LightRule> Rules,
    [property: Description("The light when no rule matches; on track if absent.")] LightOtherwise? Otherwise = null);

/// <summary>The chosen rule set with the programme's own words and colours.</summary>
public sealed record LightRules(LightRuleSet Set, IReadOnlyList<Light> Words)
{
    private static readonly IReadOnlyDictionary<Status, Light> Standard = new Light[]
    {
        new(Status.Met, Colour.Green, ("已达成", "met")),
        new(Status.Ahead, Colour.Green, ("进度超前", "ahead")),
        new(Status.OnTrack, Colour.Green, ("进度正常", "on track")),
        new(Status.Behind, Colour.Yellow, ("进度滞后", "behind")),
        new(Status.Critical, Colour.Red, ("严重滞后", "critical")),
        new(Status.Missed, Colour.Red, ("未达成", "missed")),
        new(Status.Stale, Colour.Grey, ("数据过期", "stale")),
        new(Status.NoPath, Colour.Grey, ("无基期", "no path")),
        new(Status.NoData, Colour.Grey, ("缺数据", "no data")),
    }.ToDictionary(light => light.Status);

    /// <summary>The light of a status that no rule need decide.</summary>
    public Light Of(Status status) => Words.FirstOrDefault(light => light.Status == status) ?? Standard[status];

    /// <summary>The light that the rule set gives.</summary>
    public Light Judge(Standing standing)
    {
        var rule = Set.Rules.FirstOrDefault(candidate => candidate.Matches(standing));
        var otherwise = Set.Otherwise ?? new LightOtherwise(Status.OnTrack);
        var light = Of(rule?.Status ?? otherwise.Status);
        return new Light(
            light.Status,
            (rule is null ? otherwise.Colour : rule.Colour) ?? light.Colour,
            (rule is null ? otherwise.Word : rule.Word) ?? light.Word);
    }
}
