using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Assessing;

/// <summary>
/// A column of points counted from a start: start + Σ times × points, between <c>floor</c> and <c>cap</c> where these are given. A count that is
/// missing is no occurrence. Source: county assessments, "start 100, report missing −10, empty −5"; "base 80, cap 100, done +2, late −5".
/// </summary>
public sealed record CountedPoints(
    string Step,
    [property: Description("Code of the column that is made; it may be an indicator that the data does not hold.")] string Into,
    [property: Description("What is counted.")] IReadOnlyList<CountRule> Counts,
    [property: Description("Points without any occurrence.")] double Start = 100,
    [property: Description("The fewest points.")] double? Floor = null,
    [property: Description("The most points.")] double? Cap = null) : ScoreStep(Step)
{
    internal override string? Makes => Into;

    internal override IEnumerable<(string Key, string Code)> Reads => Counts.Columns();

    internal override ScoreState Run(ScoreState state)
    {
        var rows = Enumerable.Range(0, state.Table.Units.Count).Select(row => Counts.Count(state, row)).ToList();
        return state.WithTurned(Into, [.. rows.Select(counted => (double?)Limit.Between(Start + counted.Sum(each => each.Points), Floor, Cap))])
            .WithContributions(rows.SelectMany((counted, row) => counted.Select(each => (row, new Contribution(Into, each.Rule.Column, each.Times, Weight: null, each.Points)))));
    }
}
