using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Assessing;

/// <summary>
/// One vote against (一票否决): where a count exceeds <c>over</c>, the score is no higher than <c>at_most</c>. A count that is missing vetoes
/// nothing; a missing score stays missing. Source: county assessments, vetoes for accidents and false figures.
/// </summary>
public sealed record Veto(
    string Step,
    [property: Description("The column that is counted.")] string By,
    [property: Description("How often it may occur without a veto.")] double Over = 0,
    [property: Description("The highest score that a vetoed unit can have.")] double AtMost = 0,
    [property: Description("Code of the score that is vetoed; the one that ranks if left out.")] string? Column = null) : ScoreStep(Step)
{
    internal override IEnumerable<(string Key, string Code)> Reads => Column is null ? [("by", By)] : [("by", By), ("column", Column)];

    internal override ScoreState Run(ScoreState state)
    {
        var column = Column ?? state.Final;
        if (!state.Table.Has(column))
            throw new ScoringException(($"得分 {column} 尚未算出", $"the score {column} has not been made yet"), "column");
        var scores = state.Table[column];
        int[] vetoed = [.. Enumerable.Range(0, scores.Count).Where(row => state.Table[By][row] > Over && scores[row] > AtMost)];
        return state.With(column, [.. scores.Select((score, row) => vetoed.Contains(row) ? AtMost : score)])
            .WithContributions(vetoed.Select(row => (row, new Contribution(column, By, state.Table[By][row], Weight: null, AtMost - scores[row]))));
    }
}
