namespace Lianzhang.Core.Facts;

/// <summary>Codes with their parents: regions, industries, or a flat list.</summary>
public sealed class CodeTree(IReadOnlyDictionary<string, string?> parents)
{
    public IEnumerable<string> Codes => parents.Keys;

    public bool Has(string code) => parents.ContainsKey(code);

    /// <summary>The code above; null for one at the top, or that the tree does not have.</summary>
    public string? ParentOf(string code) => parents.GetValueOrDefault(code);

    /// <summary>Whether <paramref name="code"/> is <paramref name="ancestor"/> or lies below it. Bounded, so that a cycle ends.</summary>
    public bool IsWithin(string code, string ancestor)
    {
        string? current = code;
        for (var steps = 0; current is not null && steps <= parents.Count; steps++)
        {
            if (current == ancestor)
                return true;
            current = parents.GetValueOrDefault(current);
        }

        return false;
    }
}
