using Lianzhang.Core.Judgement;

namespace Lianzhang.Core.Scoring;

/// <summary>Ranks. What is missing has none.</summary>
public static class Ranking
{
    /// <summary>Digits behind the point to which scores are rounded before they are ranked or sealed.</summary>
    public const int Digits = 6;

    /// <summary>A score as it is ranked and sealed: 6 digits, half away from zero.</summary>
    public static double Round(double score) => Math.Round(score, Digits, MidpointRounding.AwayFromZero) + 0.0;

    public static double? Round(double? score) => score is { } there ? Round(there) : null;

    /// <summary>Rank 1 for the best within each group; those with the same value share a rank.</summary>
    /// <param name="values">The values as they are; scores are rounded by whoever ranks them.</param>
    /// <param name="best">Whether the highest (up) or the lowest (down) value is the best.</param>
    /// <param name="ties">What those share that are equal.</param>
    /// <param name="groups">The group of each value; null where all are ranked together.</param>
    public static double?[] Of(IReadOnlyList<double?> values, Direction best = Direction.Up, Ties ties = Ties.Competition, IReadOnlyList<string>? groups = null)
    {
        var ranks = new double?[values.Count];
        foreach (var group in Enumerable.Range(0, values.Count).Where(row => values[row] is not null).GroupBy(row => groups?[row] ?? string.Empty, StringComparer.Ordinal))
        {
            var (before, different) = (0, 0);
            var sorted = best == Direction.Down ? group.OrderBy(row => values[row]!.Value) : group.OrderByDescending(row => values[row]!.Value);
            foreach (var equal in sorted.GroupBy(row => values[row]!.Value))
            {
                var count = equal.Count();
                foreach (var row in equal)
                    ranks[row] = Place(ties, before, count, different);
                before += count;
                different++;
            }
        }

        return ranks;
    }

    internal static double Place(Ties ties, int before, int count, int different) => ties switch
    {
        Ties.Competition => before + 1,
        Ties.Dense => different + 1,
        Ties.Average => before + ((count + 1) / 2.0),
        Ties.Last => before + count,
    };
}
