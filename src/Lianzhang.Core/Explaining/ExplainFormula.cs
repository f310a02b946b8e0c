using Lianzhang.Core.Formulas;

namespace Lianzhang.Core.Explaining;

/// <summary>Opens a result down to the units that it rests on.</summary>
public static class ExplainFormula
{
    /// <summary>More aggregates than a page can show are counted and not opened: each goes through all units of the region.</summary>
    public const int MostAggregates = 24;

    public static Explanation Explain(Formula formula, FormulaContext context)
    {
        var evaluation = EvaluateFormula.Evaluate(formula, context, out var asked);
        return new Explanation(evaluation.Reading, [.. asked.Take(MostAggregates).Select(one => Explain(one, context))], Math.Max(0, asked.Count - MostAggregates), evaluation.Used);
    }

    /// <summary>One of the aggregates opened to its units, by its place in <see cref="Explanation.Aggregates"/>; null where there is none.</summary>
    public static OpenedAggregate? Open(Formula formula, FormulaContext context, int aggregate)
    {
        EvaluateFormula.Evaluate(formula, context, out var asked);
        if (aggregate < 0 || aggregate >= Math.Min(asked.Count, MostAggregates))
            return null;
        var (one, units) = (asked[aggregate], new AggregateUnits(asked[aggregate], context.Catalogue));
        return new OpenedAggregate(new Formula(one.Source, one.Call), units.Item, units.Unit, one.Period, units.Answers(context));
    }

    private static ExplainedAggregate Explain(AskedAggregate asked, FormulaContext context)
    {
        var units = new AggregateUnits(asked, context.Catalogue);
        var answers = units.Answers(context);
        return new ExplainedAggregate(
            new Formula(asked.Source, asked.Call),
            units.Kind,
            units.Item,
            units.Unit,
            asked.Period,
            asked.Reading,
            units.Together(answers),
            Completeness.Of(answers),
            units.Kind == AggregateKind.Groups ? [] : [.. Parts(units, answers, context)]) { Groups = OpenGroups.Of(asked, context) };
    }

    // Each unit belongs to one part, so that the parts add up whatever regions there are.
    private static IEnumerable<ExplainedPart> Parts(AggregateUnits units, IReadOnlyList<UnitAnswer> answers, FormulaContext context)
    {
        if (AggregateUnits.Regions(context.Catalogue) is not { } tree)
            yield break;
        var children = tree.Codes.Where(code => tree.ParentOf(code) == context.Region).ToList();
        var byChild = answers.ToLookup(answer => children.Find(child => answer.Region is { } region && tree.IsWithin(region, child)));
        foreach (var child in children)
            yield return Part(child, [.. byChild[child]]);
        if (children.Count > 0 && byChild[null].ToList() is { Count: > 0 } rest)
            yield return Part(null, rest);

        ExplainedPart Part(string? region, List<UnitAnswer> all) => new(region, units.Together(all), Completeness.Of(all));
    }
}
