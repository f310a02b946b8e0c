using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Exploring;

/// <summary>Lists the lines of the axes of a query.</summary>
internal sealed class PivotAxes(Programme programme, FactTable facts, PivotQuery query, string region, IReadOnlyList<Period> periods)
{
    private const string RestKey = "rest";
    private const string WholeKey = "whole";

    public PivotMembers Of(string axis) => new(axis, PivotNames.Axis(programme, axis), axis switch
    {
        PivotQuery.OfMeasures => [.. query.Measures.Select(Measure)],
        PivotQuery.OfPeriods => [.. periods.Select(At)],
        PivotQuery.OfRegions => Regions(),
        PivotQuery.OfIndustries => Industries(),
        _ => Codes(axis),
    });

    /// <summary>Whether a unit has one value of an axis at a time, so that its lines make up the whole.</summary>
    public static bool MakesUpWhole(string axis) => axis is PivotQuery.OfRegions || UnitAttributes.Single.Contains(axis);

    private PivotMember Measure(PivotMeasure measure) =>
        new(new PivotLine(measure.ToString(), PivotNames.Of(programme, measure)), point => point with { Measure = measure });

    private static PivotMember At(Period period) =>
        new(new PivotLine(period.ToString(), (period.In(Language.Chinese), period.In(Language.English))), point => point with { Period = period });

    private IReadOnlyList<PivotMember> Regions()
    {
        var parts = programme.Regions.Where(part => part.Parent == region && part.IsThere(periods[0].Start)).ToList();
        if (parts.Count == 0)
            return [new(new PivotLine(region, programme.PlaceName(region)), point => point)];
        var rest = new PivotMember(new PivotLine(RestKey, ("本级", "of its own"), PivotLineKind.Rest), point => point.Measure.Source == PivotSource.Item ? point.And(PivotQuery.OfRegions, FilterOperator.Is, [region]) : null);
        return [.. parts.Select(part => new PivotMember(new PivotLine(part.Code, part.Name), point => point with { Region = part.Code })), rest, Whole()];
    }

    private IReadOnlyList<PivotMember> Industries()
    {
        var parts = programme.Industries.Where(industry => industry.Parent == query.Industry).ToList();
        // One industry that holds all others is the whole and no part.
        if (query.Industry is null && parts is [var only] && programme.Industries.Any(industry => industry.Parent == only.Code))
            parts = [.. programme.Industries.Where(industry => industry.Parent == only.Code)];
        if (parts.Count == 0 && query.Industry is { } lowest)
            return [new(new PivotLine(lowest, programme.NameOfCode(lowest)), point => point)];
        return Parts(PivotQuery.OfIndustries, [.. parts.Select(industry => industry.Code)]);
    }

    private IReadOnlyList<PivotMember> Codes(string attribute)
    {
        var wanted = query.Filters.Where(filter => filter.Attribute == attribute).Select(filter => filter.Code).ToList();
        if (wanted.Count > 0)
            return [.. wanted.Select(code => Part(attribute, code))];
        var tree = programme.Catalogue.Attributes[attribute].Values;
        var listed = tree.Codes.Where(code => tree.ParentOf(code) is null).ToList();
        // Registers may hold codes that the programme does not list, such as clusters of their own.
        var found = new[] { periods[0], periods[^1] }.SelectMany(period => facts.Units(region, programme.Catalogue.Attributes[PivotQuery.OfRegions].Values, period))
            .SelectMany(unit => unit.Of(attribute))
            .Where(code => !tree.Has(code))
            .Distinct()
            .Order(StringComparer.Ordinal);
        return Parts(attribute, [.. listed, .. found]);
    }

    private IReadOnlyList<PivotMember> Parts(string attribute, IReadOnlyList<string> codes)
    {
        var members = codes.Select(code => Part(attribute, code));
        if (!MakesUpWhole(attribute))
            return [.. members];
        var rest = new PivotMember(new PivotLine(RestKey, ("其他", "other"), PivotLineKind.Rest), point => codes.Count == 0 ? point : point.And(attribute, FilterOperator.NotIn, codes));
        return [.. members, rest, Whole()];
    }

    private PivotMember Part(string attribute, string code) =>
        new(new PivotLine(code, programme.NameOfCode(code)), point => point.And(attribute, FilterOperator.In, [code]));

    // What does not add up is no total: it is told by the name of the region.
    private PivotMember Whole() => new(
        new PivotLine(WholeKey, query.Measures.All(measure => PivotNames.AddsUp(programme, measure)) ? ("合计", "total") : programme.PlaceName(region), PivotLineKind.Whole),
        point => point);
}
