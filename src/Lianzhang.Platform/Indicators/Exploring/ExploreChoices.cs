using Lianzhang.Core.Exploring;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators.Exploring;

/// <summary>Something to choose, by the word that stands for it in the query.</summary>
public sealed record ExploreChoice(string Key, Text Name);

/// <summary>Choices under a heading.</summary>
public sealed record ExploreGroup(Text Name, IReadOnlyList<ExploreChoice> Choices);

/// <summary>What a reader may choose from.</summary>
/// <param name="Measures">Items that units report, indicators, published figures.</param>
/// <param name="Axes">What rows and columns may be.</param>
/// <param name="Regions">The regions that the reader sees.</param>
/// <param name="Industries">The industries that the reader sees.</param>
/// <param name="Filters">Attributes of units with their values.</param>
public sealed record ExploreChoices(IReadOnlyList<ExploreGroup> Measures, IReadOnlyList<ExploreChoice> Axes, IReadOnlyList<ExploreChoice> Regions, IReadOnlyList<ExploreChoice> Industries, IReadOnlyList<ExploreGroup> Filters)
{
    internal static ExploreChoices Of(BoardInputs inputs, Sight sight)
    {
        var programme = inputs.Programme;
        var published = inputs.Figures.Figures.Select(figure => figure.Item).ToHashSet();
        var attributes = programme.Catalogue.Attributes.Values.Where(attribute => attribute.Code is not (UnitAttributes.Region or UnitAttributes.Industry or UnitAttributes.Name or UnitAttributes.MergedInto)).ToList();
        return new ExploreChoices(
            [
                new(("单位填报", "Reported by units"), [.. Reported(inputs).Select(item => Measure(programme, new(PivotSource.Item, item.Code)))]),
                new(("指标", "Indicators"), [.. programme.Indicators.Select(indicator => new PivotMeasure(PivotSource.Indicator, indicator.Code)).Where(measure => PivotNames.Has(programme, measure)).Select(measure => Measure(programme, measure))]),
                new(("公布数据", "Published figures"), [.. programme.Items.Where(item => published.Contains(item.Code)).Select(item => Measure(programme, new(PivotSource.Figure, item.Code)))]),
            ],
            [.. new[] { PivotQuery.OfMeasures, PivotQuery.OfRegions, PivotQuery.OfIndustries, PivotQuery.OfPeriods }.Concat(attributes.Select(attribute => attribute.Code)).Select(axis => new ExploreChoice(axis, PivotNames.Axis(programme, axis)))],
            [.. programme.Regions.Where(region => sight.Covers(new Subject(Region: region.Code))).Select(region => new ExploreChoice(region.Code, region.Name))],
            [.. programme.Industries.Where(industry => sight.Covers(new Subject(Industry: industry.Code))).Select(industry => new ExploreChoice(industry.Code, industry.Name))],
            [.. attributes.Where(attribute => attribute.Values.Codes.Any()).Select(attribute => new ExploreGroup(programme.NameOfCode(attribute.Code), [.. attribute.Values.Codes.Select(code => new ExploreChoice($"{attribute.Code}.{code}", programme.NameOfCode(code)))]))]);
    }

    /// <summary>The items of which some unit ever reported something and that add up.</summary>
    internal static IEnumerable<Item> Reported(BoardInputs inputs) => inputs.Programme.Items.Where(item => item.Adding == RegionRule.Sum && inputs.Units.Facts.PeriodsAsked(item.Code).Any());

    private static ExploreChoice Measure(Programme programme, PivotMeasure measure)
    {
        var (name, unit) = (PivotNames.Of(programme, measure), PivotNames.UnitOf(programme, measure));
        return new ExploreChoice(measure.ToString(), unit.Symbol.Length == 0 ? name : ($"{name.Zh}（{unit}）", $"{name.In(Language.English)} ({unit})"));
    }
}
