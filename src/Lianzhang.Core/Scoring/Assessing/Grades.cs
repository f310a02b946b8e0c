using System.ComponentModel;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring.Assessing;

/// <summary>A grade and the score from which on it is given.</summary>
public sealed record Grade(
    [property: Description("The score from which on it is given; none for the lowest.")] double? From,
    [property: Description("The word for it.")] string Word);

/// <summary>
/// The grade of each unit: the highest whose <c>from</c> its score, rounded to 6 digits, reaches. A missing score has none. By default 90 and
/// above is excellent, 80 and above good, below fair. Source: county assessments, grades 90 / 80.
/// </summary>
public sealed record Grades(
    string Step,
    [property: Description("The grades, the highest first; excellent from 90, good from 80 and fair if left out.")] IReadOnlyList<Grade>? Words = null,
    [property: Description("Code of the score that is graded; the one that ranks if left out.")] string? Column = null) : ScoreStep(Step)
{
    private static readonly Grade[] Usual = [new(90, "优秀"), new(80, "良好"), new(null, "一般")];

    internal override IEnumerable<(string Key, string Code)> Reads => Column is null ? [] : [("column", Column)];

    internal override IEnumerable<(string Key, Text Message)> Check(ScoreTree tree)
    {
        var from = (Words ?? Usual).Select(step => step.From ?? double.NegativeInfinity).ToList();
        if (from.Count == 0 || from.Zip(from.Skip(1)).Any(pair => pair.First <= pair.Second))
            yield return ("words", ("等次须由高到低排列", "grades stand in order, the highest first"));
    }

    internal override ScoreState Run(ScoreState state)
    {
        var column = Column ?? state.Final;
        if (!state.Table.Has(column))
            throw new ScoringException(($"得分 {column} 尚未算出", $"the score {column} has not been made yet"), "column");
        var grades = state.Table[column].Select((score, row) => (Row: row, Grade: score is { } there
            ? (Words ?? Usual).FirstOrDefault(step => step.From is not { } from || Ranking.Round(there) >= from)?.Word
            : null));
        return state with { Classes = state.Classes.SetItems(grades.Where(each => each.Grade is not null).Select(each => KeyValuePair.Create(each.Row, each.Grade!))) };
    }
}
