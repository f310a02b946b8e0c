using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Cubes;

/// <summary>Tells in which nodes a unit counts in each month.</summary>
internal sealed class PlaceUnit(CubeDefinition definition, CubeNodes nodes)
{
    /// <summary>The spans of a unit; a fault where it was in two regions or two industries at once, so that it would count twice.</summary>
    public CubeSpan[] Spans(UnitHistory history, FactWindow window, out Fault? fault)
    {
        fault = null;
        var spans = new List<CubeSpan>();
        foreach (var (from, unit) in history.Stands)
        {
            // Within a month, what holds at its end counts.
            var slot = window.FirstFrom(from);
            if (spans.Count > 0)
                spans[^1] = spans[^1] with { To = Math.Min(spans[^1].To, slot) };
            if (slot == FactBlocks.Slots || unit is null)
                continue;
            fault ??= Twofold(unit);
            spans.Add(new CubeSpan(slot, FactBlocks.Slots, Member(unit)));
        }

        spans.RemoveAll(span => span.From == span.To);
        return [.. spans];
    }

    private static Fault? Twofold(ReportingUnit unit)
    {
        foreach (var (attribute, name) in new (string, Text)[] { (UnitAttributes.Region, ("地区", "regions")), (UnitAttributes.Industry, ("产业", "industries")) })
        {
            if (unit.Of(attribute) is { Count: > 1 } codes)
            {
                return new Fault(new Location(unit.Code), (
                    $"同一时间属于两个{name.Zh}（{string.Join("、", codes)}），会被重复计算；请在登记册中更正",
                    $"lies in two {name.In(Language.English)} at once ({string.Join(", ", codes)}) and would count twice; correct it in the register"));
            }
        }

        return null;
    }

    private CubeMember Member(ReportingUnit unit)
    {
        var passes = definition.Filters.Select(filter => UnitAnswers.Passes(filter, unit, definition.Catalogue)).ToArray();
        if (unit.Of(UnitAttributes.Region) is not [var region, ..])
            return new CubeMember([], [], passes, unit.IsPlace);
        var industry = unit.Of(UnitAttributes.Industry) is [var known, ..] ? known : null;
        var groups = unit.IsPlace ? [] : definition.Groups.SelectMany(attribute => unit.Of(attribute).Select(code => new UnitGroup(attribute, code)));
        int[] leaves = [nodes.Leaf(region, industry, null), .. groups.Select(group => nodes.Leaf(region, industry, group))];
        return new CubeMember(leaves, leaves is [var only] ? nodes.Path(only) : [.. leaves.SelectMany(nodes.Path)], passes, unit.IsPlace);
    }
}
