using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>Evaluates a rule as the evaluator does a condition, and keeps the comparisons that decided it.</summary>
internal sealed class DecideRule(Evaluator evaluator, Scope scope)
{
    private readonly Checker checker = new(evaluator.Context.Catalogue);

    public RuleEvaluation Of(Condition condition) => condition switch
    {
        Comparison comparison => Compare(comparison),
        NotCondition not => Not(Of(not.Of)),
        BothConditions both => Join(both.Left, both.Right, decides: false),
        EitherCondition either => Join(either.Left, either.Right, decides: true),
        _ => throw new InvalidOperationException($"no decision for {condition.GetType().Name}"),
    };

    private RuleEvaluation Compare(Comparison comparison)
    {
        var (left, right) = (evaluator.Of(comparison.Left, scope), evaluator.Of(comparison.Right, scope));
        return new RuleEvaluation(Truth.Compare(comparison.Operator, left, right), [new ComparedValues(new RulePart(comparison), left, right, UnitOf(comparison))]);
    }

    private static RuleEvaluation Not(RuleEvaluation of) => of with { Reading = Truth.Not(of.Reading) };

    private RuleEvaluation Join(Condition left, Condition right, bool decides)
    {
        var first = Of(left);
        if (Truth.Settles(first.Reading, decides))
            return first;
        var second = Of(right);
        if (Truth.Settles(second.Reading, decides))
            return second;
        var reading = Truth.Unsettled(first.Reading, second.Reading, decides);
        return new RuleEvaluation(reading, [.. new[] { first, second }.Where(side => side.Reading.HasValue == reading.HasValue).SelectMany(side => side.Compared)]);
    }

    private Unit? UnitOf(Comparison comparison) =>
        checker.Of(comparison.Left) is { } left && checker.Of(comparison.Right) is { } right && (left.Dimension == right.Dimension || left.IsPlainZero || right.IsPlainZero)
            ? Shape.Together(left, right).Unit
            : null;
}
