using Lianzhang.Core.Scoring;

namespace Lianzhang.Core.Assessment;

/// <summary>A part at the bottom of somebody's score.</summary>
/// <param name="Code">The indicator or counted column.</param>
/// <param name="Value">Its own score, or how often it occurred.</param>
/// <param name="Points">What it gave to the whole score; null where the method does not add up, or the part is missing.</param>
/// <param name="IsCounted">Whether it has no weight, as what is counted.</param>
internal sealed record WholePart(string Code, double? Value, double? Points, bool IsCounted)
{
    /// <summary>The same where it does not occur: it gives nothing, and what is counted is so no time.</summary>
    public WholePart Absent => this with { Value = IsCounted && Value is not null ? 0 : null, Points = 0 };
}

/// <summary>Takes a score apart down to indicators and counted columns, in points of the whole.</summary>
internal static class WholePoints
{
    public static IEnumerable<WholePart> Of(UnitScore unit) =>
        from part in Bottom(unit)
        group part by part.Child into same
        let points = same.Select(part => part.Points * ShareOf(unit, part.Parent)).ToList()
        select new WholePart(same.Key, same.First().Value, points.Contains(null) ? null : points.Sum(), same.All(part => part.Weight is null));

    /// <summary>The parts below which there are none.</summary>
    public static IEnumerable<Contribution> Bottom(UnitScore unit) =>
        unit.Contributions.Where(part => part.Child != part.Parent && !unit.Contributions.Any(below => below.Parent == part.Child));

    /// <summary>How much of a point at a place is one of the whole score.</summary>
    public static double ShareOf(UnitScore unit, string code)
    {
        var (share, at, seen) = (1.0, code, new HashSet<string>(StringComparer.Ordinal));
        while (seen.Add(at) && unit.Contributions.FirstOrDefault(part => part.Child == at && part.Parent != at) is { } above)
            (share, at) = (share * (above.Weight ?? 1), above.Parent);
        return share;
    }
}
