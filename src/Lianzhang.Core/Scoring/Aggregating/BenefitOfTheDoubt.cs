using System.ComponentModel;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring.Aggregating;

/// <summary>
/// Benefit of the doubt: each unit is given the weights that are best for it. Score = max Σ w x of the unit, such that Σ w x ≤ 1 for every unit
/// and w ≥ 0; by <c>least_share</c> and <c>most_share</c> each child's part w x of the unit's own score is held between these shares. Range
/// [0, 1]; given weights play no part; any scale of a child gives the same. Takes complete data, turned so that more is better and not negative.
/// Source: Melyn and Moesen (1991); OECD/JRC Handbook (2008), step 6.
/// </summary>
public sealed record BenefitOfTheDoubt(
    string Step,
    IReadOnlyList<int>? Levels = null,
    [property: Description("The least share that each child has in a unit's score.")] double LeastShare = 0,
    [property: Description("The largest share.")] double MostShare = 1) : AggregatingStep(Step, Levels)
{
    internal override IEnumerable<(string Key, Text Message)> CheckMore(ScoreTree tree)
    {
        if (LeastShare is < 0 or > 1 || MostShare is < 0 or > 1 || LeastShare > MostShare)
            yield return ("least_share", ("least_share 与 most_share 须在 0 与 1 之间，且前者不大于后者", "least_share and most_share lie between 0 and 1, the first no larger than the second"));
    }

    internal override (double?[] Values, IEnumerable<(int Row, Contribution Contribution)> Contributions) Combine(AggregateInput input)
    {
        double[][] units = [.. Enumerable.Range(0, input.Rows).Select(row => new double[input.Columns.Length])];
        foreach (var (column, child) in input.Complete().Select((column, child) => (column, child)))
        {
            if (column.Any(value => value < 0))
                throw new ScoringException(($"{input.Node.Children[child]} 有负值或越低越好，请先标准化", $"{input.Node.Children[child]} has negative values, or less of it is better; normalise first"));
            // The scale makes no difference to the score, but it does to the arithmetic.
            var largest = column.Max();
            for (var row = 0; row < input.Rows; row++)
                units[row][child] = largest == 0 ? 0 : column[row] / largest;
        }

        var scores = new double?[input.Rows];
        var contributions = new List<(int, Contribution)>();
        for (var row = 0; row < input.Rows; row++)
        {
            var weights = Simplex.Maximise(units[row], [.. units, .. Shares(units[row])], [.. units.Select(_ => 1.0), .. Shares(units[row]).Select(_ => 0.0)])!;
            double[] points = [.. weights.Select((weight, child) => weight * units[row][child])];
            scores[row] = points.Sum();
            contributions.AddRange(points.Select((each, child) => (row, new Contribution(input.Node.Code, input.Node.Children[child], input.Columns[child][row], points.Sum() == 0 ? null : each / points.Sum(), each))));
        }

        return (scores, contributions);
    }

    // share × Σ w x ≤ w x of a child ≤ share × Σ w x, each as a row that is no more than zero.
    private double[][] Shares(double[] unit) =>
    [
        .. LeastShare > 0 ? unit.Select((_, child) => Row(unit, child, LeastShare, 1)) : [],
        .. MostShare < 1 ? unit.Select((_, child) => Row(unit, child, MostShare, -1)) : [],
    ];

    private static double[] Row(double[] unit, int child, double share, int sign) =>
        [.. unit.Select((value, at) => sign * ((share * value) - (at == child ? value : 0)))];
}
