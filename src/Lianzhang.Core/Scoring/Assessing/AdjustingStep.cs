using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Assessing;

/// <summary>A step that adds to or takes from a score that is there, by what is counted.</summary>
public abstract record AdjustingStep(
    string Step,
    [property: Description("What is counted.")] IReadOnlyList<CountRule> Counts,
    [property: Description("Code of the score that changes; the one that ranks if left out.")] string? Column) : ScoreStep(Step)
{
    internal sealed override IEnumerable<(string Key, string Code)> Reads =>
        Column is null ? Counts.Columns() : Counts.Columns().Append(("column", Column));

    /// <summary>By how much the score of a unit changes, given the sum of what was counted.</summary>
    internal abstract double Change(double score, double counted);

    internal sealed override ScoreState Run(ScoreState state)
    {
        var column = Column ?? state.Final;
        if (!state.Table.Has(column))
            throw new ScoringException(($"得分 {column} 尚未算出", $"the score {column} has not been made yet"), "column");
        double?[] scores = [.. state.Table[column]];
        var contributions = new List<(int, Contribution)>();
        for (var row = 0; row < scores.Length; row++)
        {
            if (scores[row] is not { } score)
                continue;
            var counted = Counts.Count(state, row);
            var change = Change(score, counted.Sum(each => each.Points));
            scores[row] = score + change;
            contributions.AddRange(counted.Where(each => each.Points != 0).Select(each => (row, new Contribution(column, each.Rule.Column, each.Times, Weight: null, each.Points))));
            // What a limit kept back is told on a line of its own, so that the lines add up.
            if (counted.Sum(each => each.Points) is var sum && sum != change)
                contributions.Add((row, new Contribution(column, Step, Value: null, Weight: null, change - sum)));
        }

        return state.With(column, scores).WithContributions(contributions);
    }
}
