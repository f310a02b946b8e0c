using Lianzhang.Core.Scoring;

namespace Lianzhang.Core.Assessment;

/// <summary>A part of a score in which somebody fell behind the best of its group.</summary>
/// <param name="Code">The indicator or counted column.</param>
/// <param name="Lost">By how many points of the whole score.</param>
public sealed record WeakPoint(string Code, double Lost);

/// <summary>Finds what cost somebody most: what it takes up in its next plan.</summary>
public static class FindWeakPoints
{
    private const int Most = 3;

    // Less than shows in a score of two digits is no weakness.
    private const double Least = 0.005;

    /// <summary>The parts that cost most, the worst first; none for who has no score. Parts of methods that do not add up have no points to compare.</summary>
    public static IReadOnlyList<WeakPoint> Of(AssessmentResult result, string member)
    {
        var own = result.Of(member);
        if (own.Score is null)
            return [];
        var compared = result.Scores.Units.Where(unit => unit.Group == own.Group && unit.Score is not null).ToList();
        var lost = from part in WholePoints.Bottom(own)
                   where part.Points is not null
                   let best = compared.Max(unit => PointsOf(unit, part))
                   let points = (best - part.Points) * WholePoints.ShareOf(own, part.Parent)
                   where points >= Least
                   orderby points descending, part.Child
                   select new WeakPoint(part.Child, points.Value);
        return [.. lost.Take(Most)];
    }

    // What gave nothing takes nothing off; what is missing among weighted parts is not known.
    private static double? PointsOf(UnitScore unit, Contribution part) =>
        unit.Contributions.FirstOrDefault(other => other.Parent == part.Parent && other.Child == part.Child)?.Points ?? (part.Weight is null ? 0 : null);
}
