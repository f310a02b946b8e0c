using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Aggregating;

/// <summary>
/// Sum of values times weights, Σ w x, with the weights as they are written: points of an assessment, or value over base times weight in the
/// evaluation of results per mu. Without bounds; more of a child never lowers it. Where a child is missing the sum is, or by
/// <c>missing: renormalise</c> it counts for nothing. Source: provincial rules for the evaluation of results per mu (亩均效益评价).
/// </summary>
public sealed record WeightedSum(
    string Step,
    IReadOnlyList<int>? Levels = null,
    [property: Description("What is done where a child is missing: missing, or renormalise for a child that counts for nothing.")] MissingPart Missing = MissingPart.Missing) : AggregatingStep(Step, Levels)
{
    internal override (double?[] Values, IEnumerable<(int Row, Contribution Contribution)> Contributions) Combine(AggregateInput input)
    {
        var values = new double?[input.Rows];
        var contributions = new List<(int, Contribution)>();
        for (var row = 0; row < input.Rows; row++)
        {
            var points = input.Columns.Select((column, child) => column[row] * input.Weights[child]).ToList();
            var counts = Missing == MissingPart.Missing ? points.TrueForAll(each => each is not null) : points.Exists(each => each is not null);
            values[row] = counts ? points.Sum() : null;
            contributions.AddRange(points.Select((each, child) =>
                (row, new Contribution(input.Node.Code, input.Node.Children[child], input.Columns[child][row], input.Weights[child], counts ? each : null))));
        }

        return (values, contributions);
    }
}
