using System.ComponentModel;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes;

/// <summary>What over time an indicator's value may be taken from.</summary>
public enum IndicatorBasis
{
    /// <summary>Whole years only, since the target is a year's amount.</summary>
    Year,

    /// <summary>Any period, since the value stands at a date.</summary>
    Date,
}

/// <summary>A named formula with unit, direction, frequency and owner. Without a formula it is qualitative.</summary>
public sealed record Indicator(
    [property: Description("Code of the indicator.")] string Code,
    Text Name,
    [property: Description("Code of the body that answers for it.")] string Owner,
    [property: Description("Its unit; left out for a qualitative indicator.")] Unit? Unit = null,
    [property: Description("The formula over items; left out for a qualitative indicator.")] string? Formula = null,
    [property: Description("Which way it should move.")] Direction Direction = Direction.Up,
    [property: Description("How often its figure is published.")] PeriodKind Frequency = PeriodKind.Year,
    [property: Description("Whether targets compare with whole years or with any date.")] IndicatorBasis Basis = IndicatorBasis.Year,
    [property: Description("Months after a period's end by which its figure is normally out.")] int GraceMonths = 9,
    [property: Description("How regions add up.")] RegionRule OverRegions = RegionRule.None,
    [property: Description("Code of the industry that it is about.")] string? Industry = null,
    [property: Description("What counts and what does not.")] string? Definition = null);

/// <summary>The file indicators.yaml.</summary>
public sealed record IndicatorsFile([property: Description("The indicators.")] IReadOnlyList<Indicator> Indicators);
