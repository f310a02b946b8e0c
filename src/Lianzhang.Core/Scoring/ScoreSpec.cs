using System.ComponentModel;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Scoring.Robust;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring;

/// <summary>How units of different groups are compared.</summary>
public enum GroupRule
{
    /// <summary>Scored together and ranked within their group.</summary>
    Ranked,

    /// <summary>Scored and ranked within their group, as if the others were not there.</summary>
    Apart,

    /// <summary>Scored and ranked together.</summary>
    Together,
}

/// <summary>A column of the data that is scored.</summary>
public sealed record IndicatorSpec(
    [property: Description("Code of the indicator.")] string Code,
    Text? Name = null,
    [property: Description("Code of the aggregate that it belongs to.")] string? Parent = null,
    [property: Description("Weight within the parent; only the proportions count.")] double? Weight = null,
    [property: Description("Whether more (up) or less (down) is better.")] Direction Direction = Direction.Up,
    [property: Description("The unit, for people to read.")] string? Unit = null,
    [property: Description("The column of the data; the one named like the code if left out.")] string? Column = null,
    [property: Description("The column by which denominate divides.")] string? Denominator = null,
    [property: Description("What denominate multiplies the quotient by.")] double Scale = 1,
    [property: Description("The target.")] double? Target = null,
    [property: Description("The lower goalpost, or the value that is no longer allowed.")] double? Low = null,
    [property: Description("The upper goalpost, or the value that satisfies.")] double? High = null,
    [property: Description("The base that ratio_to_base divides by.")] double? Base = null,
    [property: Description("The column that holds the value of a period before, from which growth is computed.")] string? Previous = null,
    [property: Description("The column that holds the growth in per cent.")] string? Growth = null,
    [property: Description("The figure that against_reference compares with, such as that of the city.")] double? Reference = null,
    [property: Description("What impute does with its missing values where it goes by what is stated.")] Fill Missing = Fill.None,
    [property: Description("What is done where no unit has a value.")] EmptyIndicator Empty = EmptyIndicator.Refuse)
{
    /// <summary>The column of the data.</summary>
    public string Source => Column ?? Code;
}

/// <summary>What indicators or other aggregates are put together in: a pillar, a sub-index, the index.</summary>
public sealed record AggregateSpec(
    [property: Description("Code of the aggregate.")] string Code,
    Text? Name = null,
    [property: Description("Code of the aggregate that it belongs to; none for the topmost.")] string? Parent = null,
    [property: Description("Weight within the parent; only the proportions count.")] double? Weight = null);

/// <summary>How units are scored: what is scored, how it is put together, and the named steps that do it in their order.</summary>
public sealed record ScoreSpec(
    [property: Description("What is scored.")] IReadOnlyList<IndicatorSpec> Indicators,
    [property: Description("The steps in their order.")] IReadOnlyList<ScoreStep> Steps,
    Text? Name = null,
    [property: Description("What indicators are put together in.")] IReadOnlyList<AggregateSpec>? Aggregates = null,
    [property: Description("The column of the data with the names of the units; the first if left out.")] string? Unit = null,
    [property: Description("The column of the data with the group of each unit.")] string? Group = null,
    [property: Description("How groups are compared.")] GroupRule Groups = GroupRule.Ranked,
    [property: Description("The column of the data that says by 1 that a unit is not rated.")] string? NotRated = null,
    [property: Description("Code of the score that ranks; the topmost aggregate if left out.")] string? Score = null,
    [property: Description("Whether the highest score ranks first (up) or the lowest (down).")] Direction Best = Direction.Up,
    [property: Description("Which rank those share that have the same score.")] Ties Ties = Ties.Competition,
    [property: Description("How robust the ranks are to be shown to be.")] RobustnessSpec? Robustness = null);
