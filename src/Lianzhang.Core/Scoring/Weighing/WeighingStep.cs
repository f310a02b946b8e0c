using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Weighing;

/// <summary>
/// A step that gives weights to the children of aggregates: of those that it names by <c>parents</c>, or else of all whose children are in
/// the table and that are not put together yet. Weights sum to 1 within a parent.
/// </summary>
public abstract record WeighingStep(
    string Step,
    [property: Description("Codes of the aggregates whose children are weighed; all that can be if left out.")] IReadOnlyList<string>? Parents) : ScoreStep(Step)
{
    /// <summary>Whether weights follow from the figures, so that the children must be there.</summary>
    internal virtual bool ReadsValues => true;

    /// <summary>Weights of the children, in their order; they need not sum to 1 yet.</summary>
    internal abstract double[] Weigh(ScoreNode parent, ScoreState state);

    internal sealed override bool Weighs(string parent) => Parents is null || Parents.Contains(parent);

    internal sealed override IEnumerable<(string Key, string Code)> Reads => (Parents ?? []).Select(code => ("parents", code));

    internal sealed override ScoreState Run(ScoreState state)
    {
        foreach (var parent in state.Tree.Aggregates.Where(node => Parents is null ? CanWeigh(node, state) : Parents.Contains(node.Code)))
        {
            foreach (var child in parent.Children.Where(child => ReadsValues && !state.Table.Has(child)))
                throw new ScoringException(($"{child} 尚未算出，无法据此定权", $"{child} has not been made yet, so that nothing can be weighed by it"), "parents");
            var weights = Weigh(parent, state);
            var sum = weights.Sum();
            if (sum <= 0)
                throw new ScoringException(($"{parent.Code} 的下级指标没有差异，无法定权", $"nothing below {parent.Code} varies, so that there is nothing to weigh by"));
            state = state with { Weights = state.Weights.SetItems(parent.Children.Select((child, at) => KeyValuePair.Create(child, weights[at] / sum))) };
        }

        return state;
    }

    private bool CanWeigh(ScoreNode node, ScoreState state) =>
        !state.Table.Has(node.Code) && (!ReadsValues || node.Children.All(state.Table.Has));
}
