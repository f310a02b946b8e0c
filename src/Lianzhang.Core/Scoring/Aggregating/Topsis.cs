using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Aggregating;

/// <summary>
/// TOPSIS: v = w × x / √Σx² (weights summing to 1), d⁺ and d⁻ the Euclidean distances of a unit from the best and the worst value of each
/// child, score = d⁻ / (d⁺ + d⁻). Range [0, 1]; directions are respected; 0.5 for all where no child varies. Takes complete data; a child that
/// is zero throughout gives nothing. By <c>raw</c> the values are not divided by their length first. Source: Hwang and Yoon (1981).
/// </summary>
public sealed record Topsis(
    string Step,
    IReadOnlyList<int>? Levels = null,
    [property: Description("Whether values are taken as they are, because a step has normalised them.")] bool Raw = false) : AggregatingStep(Step, Levels)
{
    internal override (double?[] Values, IEnumerable<(int Row, Contribution Contribution)> Contributions) Combine(AggregateInput input)
    {
        var (columns, shares) = (input.Complete(), input.Shares);
        double[][] weighted = [.. columns.Select((column, child) => Weigh(column, shares[child]))];
        return ([.. Enumerable.Range(0, input.Rows).Select(row =>
        {
            var toBest = Math.Sqrt(weighted.Sum(column => Square(column.Max() - column[row])));
            var toWorst = Math.Sqrt(weighted.Sum(column => Square(column[row] - column.Min())));
            return (double?)(toBest + toWorst == 0 ? 0.5 : toWorst / (toBest + toWorst));
        })], input.Parts());
    }

    private double[] Weigh(double[] column, double share)
    {
        var length = Raw ? 1 : Math.Sqrt(column.Sum(Square));
        return [.. column.Select(value => length == 0 ? 0 : value / length * share)];
    }

    private static double Square(double value) => value * value;
}
