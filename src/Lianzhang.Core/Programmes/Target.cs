using System.ComponentModel;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes;

/// <summary>A dated figure that a path starts from, with its source.</summary>
public sealed record Baseline(
    [property: Description("The period whose figure it is; the path starts at its end.")] Period Period,
    decimal Value,
    [property: Description("Who published the figure.")] string Source,
    [property: Description("The figure's unit, when it is not the target's.")] Unit? Unit = null);

/// <summary>A result recorded for a target without a number.</summary>
public enum VerdictResult
{
    Met,
    OnTrack,
    Behind,
    NotMet,
}

/// <summary>A recorded verdict: when, what, on which evidence, by whom.</summary>
public sealed record RecordedVerdict(
    [property: Description("The day of the verdict.")] DateOnly Date,
    VerdictResult Result,
    [property: Description("What it rests on.")] string Evidence,
    [property: Description("Code of the body that gave it.")] string By);

/// <summary>Indicator x region x industry x year x value x qualifier.</summary>
[CarriesTargets]
public sealed record Target(
    [property: Description("Code of the indicator.")] string Indicator,
    [property: Description("How the number is meant.")] Qualifier Qualifier,
    [property: Description("Where the programme says it.")] Cite Cite,
    [property: Description("The year by whose end it is to be reached; left out for a target that stands every year or for good.")] int? Year = null,
    [property: Description("The number, or the lower end of a range, in the target's unit.")] decimal? Value = null,
    [property: Description("The upper end of a range.")] decimal? Upper = null,
    [property: Description("The number's unit, when it is not the indicator's.")] Unit? Unit = null,
    [property: Description("Half the width of “about”, in percent of the number; 5 if left out.")] decimal? Tolerance = null,
    [property: Description("Whether it is to be reached anew every year.")] bool EveryYear = false,
    [property: Description("Code of the region that answers for it; the programme's own if left out.")] string? Region = null,
    [property: Description("Code of the industry; the indicator's if left out.")] string? Industry = null,
    [property: Description("What is to be reached, for a target without a number.")] Text? Statement = null,
    [property: Description("The dated figure that the path starts from.")] Baseline? Baseline = null,
    [property: Description("The shape of the path from baseline to target.")] PathShape Path = PathShape.Linear,
    [property: Description("Values at dates on the way, for a path by steps.")] IReadOnlyList<PathStep>? Steps = null,
    [property: Description("Recorded verdicts of a target without a number.")] IReadOnlyList<RecordedVerdict>? Verdicts = null)
{
    /// <summary>The last day of the target year.</summary>
    public DateOnly? Deadline => Year is { } year ? new DateOnly(year, 12, 31) : null;
}

/// <summary>The file targets.yaml.</summary>
public sealed record TargetsFile([property: Description("The targets.")] IReadOnlyList<Target> Targets);
