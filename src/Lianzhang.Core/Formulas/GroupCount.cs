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

        var units = evaluator.Units(scope);
        evaluator.Spend(units.Count);
        var truths = units.Where(unit => !unit.IsPlace)
            .SelectMany(unit => unit.Of(attribute.Code).Distinct(), (unit, code) => (unit, code))
            .GroupBy(pair => pair.code, pair => pair.unit)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => evaluator.Of(groups.Where, scope with { Group = [.. group], Of = (new UnitGroup(attribute.Code, group.Key), scope.Period.End) }))
            .ToList();
        if (truths.Count == 0)
            return WithoutGroups(groups, evaluator.Context, scope.Period);
        return States.Blocking(truths) ?? Reading.Of(truths.Count(truth => truth.Amount != 0));
    }

    public static Reading EmptyRegister(string region, Period period) =>
        Reading.OfMissing(new MissingFigure(Selection.Units, region, period, ("单位名录为空", "the register of units is empty")));

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
