using Lianzhang.Core.Programmes;

namespace Lianzhang.Core.Registers;

/// <summary>The industry or field of a programme that a class belongs to, as a whole or in part.</summary>
public sealed record IndustryClaim(string Industry, bool IsWhole);

/// <summary>Finds the programme's industry of a class of GB/T 4754: the longest prefix decides.</summary>
public sealed class IndustryOfGb
{
    private readonly Dictionary<string, IndustryClaim> claims = new(StringComparer.Ordinal);

    public IndustryOfGb(IReadOnlyList<Industry> industries)
    {
        // Of two that claim the same prefix the one that holds it as a whole, then the field rather than its industry, then the first of the file.
        var depths = Depths(industries);
        foreach (var (prefix, claim) in industries
            .SelectMany(industry => Claims(industry).Select(claim => (claim.Prefix, Claim: new IndustryClaim(industry.Code, claim.IsWhole))))
            .OrderByDescending(claim => claim.Claim.IsWhole)
            .ThenByDescending(claim => depths[claim.Claim.Industry]))
            claims.TryAdd(prefix, claim);
    }

    /// <summary>Null where no industry of the programme claims the class.</summary>
    public IndustryClaim? Of(string gb)
    {
        for (var length = gb.Length; length > 0; length--)
        {
            if (claims.TryGetValue(gb[..length], out var claim))
                return claim;
        }

        return null;
    }

    private static IEnumerable<(string Prefix, bool IsWhole)> Claims(Industry industry) =>
        [.. (industry.Gb ?? []).Select(prefix => (prefix, true)), .. (industry.GbPartly ?? []).Select(prefix => (prefix, false))];

    private static Dictionary<string, int> Depths(IReadOnlyList<Industry> industries)
    {
        var parents = industries.ToDictionary(industry => industry.Code, industry => industry.Parent);
        return industries.ToDictionary(industry => industry.Code, industry =>
        {
            var depth = 0;
            for (var up = industry.Parent; up is not null && depth <= parents.Count; up = parents.GetValueOrDefault(up))
                depth++;
            return depth;
        });
    }
}
