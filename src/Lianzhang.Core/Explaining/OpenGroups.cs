using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Explaining;

/// <summary>Opens a count of groups to the groups.</summary>
internal static class OpenGroups
{
    /// <summary>Null for what counts no groups.</summary>
    public static ExplainedGroups? Of(AskedAggregate asked, FormulaContext context)
    {
        if (asked.Call.Arguments[0] is not Groups groups || context.Catalogue.Attributes.Values.FirstOrDefault(attribute => attribute.Group == groups.Group.Code) is not { } attribute)
            return null;
        var (evaluator, scope) = (new Evaluator(context), new Scope(asked.Period));
        var calls = NamedCodes.EachNode(groups.Where).OfType<Call>().Where(call => call.Function.TakesUnits).DistinctBy(PrintFormula.Of).ToList();
        var units = calls.Select(call => new AggregateUnits(new AskedAggregate(call, asked.Period, Reading.NotApplicable), context.Catalogue).Unit).ToList();
        return new ExplainedGroups(
            attribute.Code,
            [.. calls.Zip(units, (call, unit) => new AskedOfGroup(new Formula(PrintFormula.Of(call), call), unit))],
            [.. GroupCount.Each(attribute.Code, evaluator, scope).Select(group => Group(group.Code, group.Units))]);

        ExplainedGroup Group(string code, Lazy<IReadOnlyList<ReportingUnit>> members)
        {
            var within = scope with { Group = members, Of = (new UnitGroup(attribute.Code, code), asked.Period.End) };
            var truth = evaluator.Of(groups.Where, within);
            return new ExplainedGroup(code, truth.HasValue ? truth.Amount != 0 : null, members.Value.Count, [.. calls.Zip(units, (call, unit) => evaluator.Of(call, within) is { HasValue: true } found ? unit.FromBase(found.Amount) : (decimal?)null)]);
        }
    }
}
