using System.Numerics;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>Counts the groups of units that fulfil a condition.</summary>
internal static class GroupCount
{
    public static Reading Of(Groups groups, Evaluator evaluator, Scope scope)
    {
        var attribute = evaluator.Context.Catalogue.Attributes.Values.FirstOrDefault(attribute => attribute.Group == groups.Group.Code);
        if (attribute is null)
            return States.Undefined($"没有分组 {groups.Group}", $"no group {groups.Group}");

        var truths = Each(attribute.Code, evaluator, scope)
            .Select(group => evaluator.Of(groups.Where, scope with { Group = group.Units, Of = (new UnitGroup(attribute.Code, group.Code), scope.Period.End) }))
            .ToList();
        if (truths.Count == 0)
            return WithoutGroups(groups, evaluator.Context, scope.Period);
        return States.Blocking(truths) ?? Reading.Of(truths.Count(truth => truth.Amount != 0));
    }

    /// <summary>The same for all periods of a kind at once, from the cells of each group.</summary>
    public static ulong Row(Groups groups, RowEvaluator evaluator, ulong wanted, Span<decimal> amounts)
    {
        var (context, known, there) = (evaluator.Context, wanted, 0ul);
        var attribute = context.Catalogue.Attributes.Values.FirstOrDefault(attribute => attribute.Group == groups.Group.Code)?.Code;
        if (evaluator.IsOfGroup || attribute is null || context.Facts.Groups(attribute, context.Region, period: null) is not { } codes)
            return 0;
        amounts.Clear();
        foreach (var code in codes)
        {
            var within = evaluator.Within(new UnitGroup(attribute, code));
            if (!within.TryCells(Selection.Units, out var units))
                return 0;
            var here = Counted(units.Values, wanted);
            known &= within.Of(groups.Where, here, out var holds) | ~here;
            there |= here;
            for (var left = holds; left != 0; left &= left - 1)
                amounts[BitOperations.TrailingZeroCount(left)]++;
        }

        // Why there is no group, and whether that is a zero, only the units tell.
        return known & there;
    }

    private static ulong Counted(ReadOnlySpan<int> units, ulong wanted)
    {
        var counted = 0ul;
        for (var left = wanted; left != 0; left &= left - 1)
        {
            var at = BitOperations.TrailingZeroCount(left);
            if (units[at] > 0)
                counted |= 1ul << at;
        }

        return counted;
    }

    public static Reading EmptyRegister(string region, Period period) =>
        Reading.OfMissing(new MissingFigure(Selection.Units, region, period, ("单位名录为空", "the register of units is empty")));

    /// <summary>The groups by their codes, with the units of each for whoever asks for them.</summary>
    public static IEnumerable<(string Code, Lazy<IReadOnlyList<ReportingUnit>> Units)> Each(string attribute, Evaluator evaluator, Scope scope)
    {
        if (scope.Group is null && evaluator.Groups(attribute, scope.Period) is { } kept)
            return kept.Select(code => (code, new Lazy<IReadOnlyList<ReportingUnit>>(() => [.. Members(attribute, evaluator, scope).Where(one => one.Code == code).Select(one => one.Unit)])));
        return Members(attribute, evaluator, scope)
            .GroupBy(one => one.Code, one => one.Unit)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, new Lazy<IReadOnlyList<ReportingUnit>>([.. group])));
    }

    private static IEnumerable<(ReportingUnit Unit, string Code)> Members(string attribute, Evaluator evaluator, Scope scope)
    {
        var units = evaluator.Units(scope);
        evaluator.Spend(units.Count);
        return units.Where(unit => !unit.IsPlace).SelectMany(unit => unit.Of(attribute).Distinct(), (unit, code) => (unit, code));
    }

    /// <summary>No group is a true zero only when the figures that groups are judged by were asked for.</summary>
    private static Reading WithoutGroups(Groups groups, FormulaContext context, Period period)
    {
        var items = Selections(groups.Where).Select(selection => selection.Item.Code).Where(context.Catalogue.Items.ContainsKey).Distinct();
        var neverAsked = items
            .Where(item => !context.Facts.Asked(item, context.Catalogue.Items[item].Kind, period))
            .Select(item => UnitAnswers.NotAsked(item, context.Region, period))
            .ToList();
        if (States.Blocking(neverAsked) is { } missing)
            return missing;
        return !context.Facts.HasUnits(period) ? EmptyRegister(context.Region, period) : Reading.Of(0);
    }

    private static IEnumerable<Selection> Selections(Node node) =>
        node is Selection selection ? [selection] : node.Children.SelectMany(Selections);
}
