using System.Security.Cryptography;
using System.Text;

namespace Lianzhang.Core.Inspections;

/// <summary>Who can be inspected for a theme, and when that was done, or planned, last.</summary>
public sealed record InspectedUnit(string Code, string Name, string Region, DateOnly? LastVisit = null);

/// <summary>Who is to be visited, and who is not because that was done already.</summary>
public sealed record PickedUnits(IReadOnlyList<InspectedUnit> Picked, IReadOnlyList<InspectedUnit> Visited);

/// <summary>Draws whom to visit: by a seed, so that the draw can be done again before witnesses, and nobody twice within the months.</summary>
public static class PickUnits
{
    /// <param name="candidates">Those who can be drawn, in any order.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="seed">The seed of the draw.</param>
    /// <param name="on">The day of the draw.</param>
    /// <param name="months">Months within which one is not visited twice.</param>
    public static PickedUnits Of(IReadOnlyCollection<InspectedUnit> candidates, int count, int seed, DateOnly on, int months)
    {
        var byTurn = candidates.ToLookup(unit => IsVisited(unit, on, months));
        var picked = byTurn[false].OrderBy(unit => Lot(seed, unit.Code), StringComparer.Ordinal).ThenBy(unit => unit.Code, StringComparer.Ordinal).Take(count);
        return new PickedUnits([.. picked], [.. byTurn[true].OrderBy(unit => unit.Code, StringComparer.Ordinal)]);
    }

    /// <summary>Whether one was visited, or is to be, within the months up to a day.</summary>
    public static bool IsVisited(InspectedUnit unit, DateOnly on, int months) => unit.LastVisit is { } last && last.AddMonths(months) > on;

    // The same in every process and version, as a hash of the language's own would not be.
    private static string Lot(int seed, string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{code}")));
}
