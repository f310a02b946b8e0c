using Lianzhang.Core.Facts;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Exploring;

/// <summary>What a programme calls the things that a table is made of.</summary>
public static class PivotNames
{
    /// <summary>The name of an axis.</summary>
    public static Text Axis(Programme programme, string axis) => axis switch
    {
        PivotQuery.OfMeasures => ("指标", "measure"),
        PivotQuery.OfPeriods => ("期间", "period"),
        _ => programme.NameOfCode(axis),
    };

    /// <summary>The words for what cells show.</summary>
    public static Text Of(PivotShow show) => show switch
    {
        PivotShow.Value => ("数值", "value"),
        PivotShow.YearGrowth => ("同比增速", "growth on last year"),
        PivotShow.PriorGrowth => ("环比增速", "growth on the period before"),
        PivotShow.YearChange => ("同比增减", "change on last year"),
        PivotShow.Share => ("占比", "share"),
        PivotShow.Rank => ("位次", "rank"),
    };

    /// <summary>Whether the programme still has it, with what it needs to be computed.</summary>
    public static bool Has(Programme programme, PivotMeasure measure) => measure.Source == PivotSource.Indicator
        ? programme.Formulas.ContainsKey(measure.Code) && programme.FindIndicator(measure.Code)?.Unit is not null
        : programme.FindItem(measure.Code) is not null;

    public static Text Of(Programme programme, PivotMeasure measure) => measure.Source == PivotSource.Indicator
        ? programme.FindIndicator(measure.Code)?.Name ?? new Text(measure.Code)
        : programme.ItemName(measure.Code);

    /// <summary>The unit of a measure that the programme has.</summary>
    public static Unit UnitOf(Programme programme, PivotMeasure measure) => measure.Source == PivotSource.Indicator
        ? programme.IndicatorOf(measure.Code).Unit!
        : programme.FindItem(measure.Code)!.Unit;

    /// <summary>Whether the whole of regions is the sum of its parts.</summary>
    internal static bool AddsUp(Programme programme, PivotMeasure measure) => RegionRule.Sum == (measure.Source == PivotSource.Indicator
        ? programme.IndicatorOf(measure.Code).OverRegions
        : programme.FindItem(measure.Code)!.Adding);

    internal static bool LowerIsBetter(Programme programme, PivotMeasure measure) =>
        measure.Source == PivotSource.Indicator && programme.IndicatorOf(measure.Code).Direction == Direction.Down;
}
