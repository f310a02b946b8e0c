namespace Lianzhang.Core.Assessment;

/// <summary>A figure that is another one than before.</summary>
public sealed record ChangedFigure(string Column, decimal? Before, decimal? After, string Source);

/// <summary>How somebody came out twice.</summary>
/// <param name="Code">Who.</param>
/// <param name="Name">The name.</param>
/// <param name="Group">The group.</param>
/// <param name="ScoreBefore">The score of the first.</param>
/// <param name="ScoreAfter">The score of the second.</param>
/// <param name="RankBefore">The rank of the first.</param>
/// <param name="RankAfter">The rank of the second.</param>
/// <param name="Figures">The own figures that differ. Where there are none and the rank has moved, others moved, or the rules did.</param>
public sealed record ComparedMember(string Code, string Name, string Group, double? ScoreBefore, double? ScoreAfter, double? RankBefore, double? RankAfter, IReadOnlyList<ChangedFigure> Figures);

/// <summary>Two assessments side by side.</summary>
public sealed record AssessmentComparison(bool SameRules, IReadOnlyList<ComparedMember> Members);

/// <summary>Says what changed from one assessment to another, and why ranks moved.</summary>
public static class CompareAssessments
{
    public static AssessmentComparison Of(AssessmentSheet before, AssessmentResult was, AssessmentSheet after, AssessmentResult now) => new(
        before.Rules == after.Rules && before.Plan == after.Plan,
        [
            .. from row in after.Rows
               let score = now.Of(row.Code)
               let earlier = before.Find(row.Code)
               let earlierScore = earlier is null ? null : was.Of(row.Code)
               orderby row.Group, score.Rank ?? double.MaxValue
               select new ComparedMember(row.Code, row.Name, row.Group, earlierScore?.Score, score.Score, earlierScore?.Rank, score.Rank, Changed(earlier, row)),
        ]);

    private static IReadOnlyList<ChangedFigure> Changed(AssessedRow? before, AssessedRow after) => before is null ? [] :
    [
        .. from value in after.Values
           let earlier = before.Find(value.Column)
           where earlier?.Value != value.Value
           select new ChangedFigure(value.Column, earlier?.Value, value.Value, value.Source),
    ];
}
