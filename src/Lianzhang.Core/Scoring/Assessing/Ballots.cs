using System.ComponentModel;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring.Assessing;

/// <summary>
/// Ranked ballots (观摩评比): Σ over ranks r of votes for that rank × (start − less × (r − 1)) / all votes. The columns hold how many votes put the
/// unit first, second and so on; a vote that is missing is none. All votes are those that the unit got, or <c>voters</c> where not everybody ranks
/// everyone. Range from start downwards; a unit without votes has no score. Ties share a rank when scores are ranked. Source: quarterly
/// observation of projects, 100 − 3 (r − 1).
/// </summary>
public sealed record Ballots(
    string Step,
    [property: Description("Code of the column that is made.")] string Into,
    [property: Description("The columns with the votes for the first rank, the second, and so on.")] IReadOnlyList<string> Votes,
    [property: Description("Points of a first rank.")] double Start = 100,
    [property: Description("Points less with every rank.")] double Less = 3,
    [property: Description("How many voted; those who voted for the unit if left out.")] double? Voters = null) : ScoreStep(Step)
{
    internal override string? Makes => Into;

    internal override IEnumerable<(string Key, string Code)> Reads => Votes.Select(column => ("votes", column));

    internal override IEnumerable<(string Key, Text Message)> Check(ScoreTree tree)
    {
        if (Voters <= 0)
            yield return ("voters", ("voters 须大于零", "voters must be above zero"));
    }

    internal override ScoreState Run(ScoreState state) =>
        state.WithTurned(Into, [.. Enumerable.Range(0, state.Table.Units.Count).Select(row => Score(state, row))]);

    private double? Score(ScoreState state, int row)
    {
        double[] votes = [.. Votes.Select(column => state.Table[column][row] ?? 0)];
        if (votes.Any(count => count < 0))
            throw new ScoringException(($"{state.UnitAt(row)} 的票数为负", $"{state.UnitAt(row)} has a negative number of votes"), "votes");
        var points = votes.Select((count, rank) => count * (Start - (Less * rank))).Sum();
        return votes.Sum() == 0 ? null : points / (Voters ?? votes.Sum());
    }
}
