using Lianzhang.Core.Facts;

namespace Lianzhang.Core.Cubes;

/// <summary>The codes of a dimension as numbers, each with the one above it.</summary>
/// <param name="tree">What lies below what; a code that it does not have lies below none.</param>
/// <param name="hasWhole">Whether everything lies below one whole, which has the number 0.</param>
internal sealed class CubeAxis(CodeTree? tree, bool hasWhole)
{
    public const int None = -1;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<(string? Code, int Parent, int Depth)> codes = hasWhole ? [(null, None, 0)] : [];

    public int Of(string code)
    {
        if (numbers.TryGetValue(code, out var known))
            return known;
        // In a circle of codes each would be above itself: the one that was asked for is then at the top.
        var parent = tree?.ParentOf(code) is { } above && !tree.IsWithin(above, code) ? Of(above) : hasWhole ? 0 : None;
        codes.Add((code, parent, parent == None ? 0 : codes[parent].Depth + 1));
        return numbers[code] = codes.Count - 1;
    }

    /// <summary>The number of a code; null for one that nothing was counted by.</summary>
    public int? Find(string code) => numbers.TryGetValue(code, out var known) ? known : null;

    /// <summary>The code of a number; null for the whole.</summary>
    public string? Code(int number) => codes[number].Code;

    public int Parent(int number) => codes[number].Parent;

    public int Depth(int number) => codes[number].Depth;

    /// <summary>The number itself and all above it.</summary>
    public IEnumerable<int> Upwards(int number)
    {
        for (var at = number; at != None; at = Parent(at))
            yield return at;
    }
}
