using Lianzhang.Core.Facts;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes.Checks;

/// <summary>
/// The targets of a region's parts do not contradict its own (目标分解与衔接): together they can reach it. Parts that are not all
/// stated contradict only where they already go beyond a limit.
/// </summary>
internal static class CheckAlignment
{
    public static void Check(Draft draft)
    {
        if (draft is not { Head: { } head, Regions.Regions: { } regions, Targets.Targets: { } targets, Indicators.Indicators: { } indicators })
            return;
        var byCode = indicators.DistinctBy(indicator => indicator.Code).ToDictionary(indicator => indicator.Code);
        foreach (var parent in targets.Where(IsNumeric))
        {
            if (!byCode.TryGetValue(parent.Indicator, out var indicator) || indicator.Unit is null || indicator.OverRegions == RegionRule.None)
                continue;
            var parts = regions.Where(region => region.Parent == (parent.Region ?? head.Region) && IsThere(region, parent.Year!.Value)).Select(region => region.Code).ToHashSet();
            var children = targets.Where(IsNumeric).Where(child => child.Indicator == parent.Indicator && child.Year == parent.Year && child.Region is { } region && parts.Contains(region)).ToList();
            if (children.Count > 0)
                Contradiction(draft, new Family(indicator, parent, children, Complete: children.DistinctBy(child => child.Region).Count() == parts.Count));
        }
    }

    private sealed record Family(Indicator Indicator, Target Parent, IReadOnlyList<Target> Children, bool Complete);

    // A region that was merged or split owes nothing for the years after it.
    private static bool IsThere(Region region, int year) => region.IsThere(new DateOnly(year, 12, 31));

    private static bool IsNumeric(Target target) => target is { Qualifier: not Qualifier.Qualitative, Value: not null, Year: not null };

    // Told at the child that stands last: the one that could still have made the sum right.
    private static void Contradiction(Draft draft, Family family)
    {
        var unit = family.Indicator.Unit!;
        var direction = family.Indicator.Direction;
        var wanted = InUnit(family.Parent, unit, family.Parent.Value!.Value);
        var values = family.Children.Select(child => InUnit(child, unit, child.Upper ?? child.Value!.Value)).ToList();
        var last = family.Children[^1];

        if (family.Indicator.OverRegions == RegionRule.Sum)
        {
            var sum = values.Sum();
            if (direction == Direction.Up && family.Complete && sum < wanted)
                Short(draft, last, ("各地目标之和", "the sum of the parts' targets"), new Quantity(sum, unit), new Quantity(wanted, unit));
            if (direction == Direction.Down && sum > wanted)
                Beyond(draft, last, ("各地目标之和", "the sum of the parts' targets"), new Quantity(sum, unit), new Quantity(wanted, unit));
        }
        else if (family.Complete)
        {
            // A weighted mean lies between the parts, whatever the weights.
            if (direction == Direction.Up && values.Max() < wanted)
                Short(draft, last, ("各地目标的最高值", "the highest of the parts' targets"), new Quantity(values.Max(), unit), new Quantity(wanted, unit));
            if (direction == Direction.Down && values.Min() > wanted)
                Beyond(draft, last, ("各地目标的最低值", "the lowest of the parts' targets"), new Quantity(values.Min(), unit), new Quantity(wanted, unit));
        }
    }

    private static decimal InUnit(Target target, Unit unit, decimal value) =>
        target.Unit is { } own && own.Dimension == unit.Dimension ? new Quantity(value, own).To(unit).Amount : value;

    private static void Short(Draft draft, Target at, Text what, Quantity found, Quantity wanted) => draft.Fault(at, "value", (
        $"与上级目标不衔接：{what.Zh} {found}，低于上级目标 {wanted}",
        $"contradicts the parent's target: {what.En} is {found}, below its {wanted}"));

    private static void Beyond(Draft draft, Target at, Text what, Quantity found, Quantity wanted) => draft.Fault(at, "value", (
        $"与上级目标不衔接：{what.Zh} {found}，高于上级目标 {wanted}",
        $"contradicts the parent's target: {what.En} is {found}, above its {wanted}"));
}
