using Lianzhang.Core.Scoring.Aggregating;
using Lianzhang.Core.Scoring.Assessing;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring.Robust;

/// <summary>
/// Units that are scored together, by one choice of methods, up to where the first aggregate is made; from there on weights make the
/// difference.
/// </summary>
internal sealed class RobustPart
{
    private readonly ScoreState state;
    private readonly List<ScoreStep> rest;
    private readonly WeightedTree? tree;
    private readonly double[] weights;
    private readonly (int Place, double Weight, int Sample)[][] families;

    private RobustPart(ScoreState state, List<ScoreStep> rest, IReadOnlyList<UncertainWeight> uncertain)
    {
        (this.state, this.rest, tree) = (state, rest, WeightedTree.Of(state, rest));
        weights = tree is null ? [] : new double[tree.Places.Count];
        foreach (var (code, weight) in state.Weights.Where(each => tree?.Places.ContainsKey(each.Key) == true))
            weights[tree!.Places[code]] = weight;
        var places = uncertain.ToDictionary(each => each.Code, each => each.Place, StringComparer.Ordinal);
        families = [.. state.Tree.Aggregates.Select(node => node.Children.Where(places.ContainsKey)
            .Select(child => (tree?.Places.GetValueOrDefault(child) ?? -1, state.Weights.GetValueOrDefault(child), places[child])).ToArray())
            .Where(family => family.Length > 0)];
    }

    /// <summary>The part after the steps that no weight touches.</summary>
    public static Outcome<RobustPart> Prepare(ScoreState start, IReadOnlyList<ScoreStep> steps, IReadOnlyList<UncertainWeight> uncertain, PlaceOf place)
    {
        var before = steps.TakeWhile(step => step is not AggregatingStep).ToList();
        var run = Pipeline.Run(start, before, place);
        return run.Succeeded(out var part)
            ? Outcome<RobustPart>.Of(new RobustPart(part.Last, [.. steps.Skip(before.Count).Where(step => step is not (Grades or Classes))], uncertain))
            : Outcome<RobustPart>.Failed(run.Faults);
    }

    /// <summary>The scores of the units, by weights that are each off by up to a share; not a number where one is missing.</summary>
    public ReadOnlySpan<double> Score(ReadOnlySpan<double> sample, double share)
    {
        if (tree is null)
            return Stepped(sample, share);
        foreach (var family in families)
        {
            var scale = Scale(family, sample, share);
            foreach (var (place, weight, at) in family)
                weights[place] = Off(weight, sample[at], share) * scale;
        }

        return tree.Score(weights);
    }

    // The weights below a parent keep their sum, which matters where they are points.
    private static double Scale((int Place, double Weight, int Sample)[] family, ReadOnlySpan<double> sample, double share)
    {
        var (before, after) = (0.0, 0.0);
        foreach (var (_, weight, at) in family)
            (before, after) = (before + weight, after + Off(weight, sample[at], share));
        return after == 0 ? 1 : before / after;
    }

    private static double Off(double weight, double chance, double share) => weight * (1 + (share * ((2 * chance) - 1)));

    private double[] Stepped(ReadOnlySpan<double> sample, double share)
    {
        var changed = state.Weights.ToBuilder();
        foreach (var (node, family) in state.Tree.Aggregates.Where(node => node.Children.Count > 1).Zip(families))
        {
            var scale = Scale(family, sample, share);
            foreach (var (child, (_, weight, at)) in node.Children.Zip(family))
                changed[child] = Off(weight, sample[at], share) * scale;
        }

        var last = rest.Aggregate(state with { Weights = changed.ToImmutable() }, (now, step) => step.Run(now));
        return [.. last.Table[last.Final].Select(value => value ?? double.NaN)];
    }
}
