using System.ComponentModel;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring.Aggregating;

/// <summary>What a mean does where a child is missing.</summary>
public enum MissingPart
{
    /// <summary>The weights of those that are there are taken to sum to 1.</summary>
    Renormalise,

    /// <summary>The result is missing.</summary>
    Missing,
}

/// <summary>
/// A weighted mean of the children: back(Σ w map(x) / Σ w), where map and back make it one mean or another. All are missing: so is the mean.
/// </summary>
public abstract record MeanStep(
    string Step,
    IReadOnlyList<int>? Levels,
    [property: Description("What is done where a child is missing.")] MissingPart Missing,
    [property: Description("The least share of children that must be there, by their number; the result is missing below it.")] double LeastShare) : AggregatingStep(Step, Levels)
{
    /// <summary>What is averaged in place of a value.</summary>
    internal abstract double Map(double value);

    /// <summary>The mean of the values by the mean of what was averaged in their place.</summary>
    internal abstract double Back(double mean);

    /// <summary>Why the mean cannot take a value; null when it can.</summary>
    internal virtual Text? Refuse(double value) => null;

    /// <summary>What a value adds to the mean; null where the mean does not add up.</summary>
    internal virtual double? Points(double value, double share) => null;

    internal bool IsEnough(int present, int children) =>
        present > 0 && (Missing == MissingPart.Renormalise || present == children) && (double)present / children >= LeastShare;

    internal sealed override (double?[] Values, IEnumerable<(int Row, Contribution Contribution)> Contributions) Combine(AggregateInput input)
    {
        var values = new double?[input.Rows];
        var contributions = new List<(int, Contribution)>();
        for (var row = 0; row < input.Rows; row++)
        {
            int[] there = [.. Enumerable.Range(0, input.Columns.Length).Where(child => input.Columns[child][row] is not null)];
            double[] present = [.. there.Select(child => Check(input, child, row))];
            double[] weights = [.. there.Select(child => input.Weights[child])];
            var sum = weights.Sum();
            var counts = sum > 0 && IsEnough(present.Length, input.Columns.Length);
            values[row] = counts ? Back(present.Zip(weights, (value, weight) => weight * Map(value)).Sum() / sum) : null;
            for (var child = 0; child < input.Columns.Length; child++)
            {
                var value = input.Columns[child][row];
                double? share = value is null || !counts ? null : input.Weights[child] / sum;
                contributions.Add((row, new Contribution(input.Node.Code, input.Node.Children[child], value, share, share is { } given ? Points(value!.Value, given) : null)));
            }
        }

        return (values, contributions);
    }

    private double Check(AggregateInput input, int child, int row)
    {
        var value = input.Columns[child][row]!.Value;
        return Refuse(value) is not { } why ? value : throw new ScoringException((
            $"{input.State.UnitAt(row)} 的 {input.Node.Children[child]} 为 {value}：{why.Zh}",
            $"{input.Node.Children[child]} of {input.State.UnitAt(row)} is {value}: {why.In(Language.English)}"));
    }
}
