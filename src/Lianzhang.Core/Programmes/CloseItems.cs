using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes;

/// <summary>In what two items agree so far that one may be asked for in the place of the other.</summary>
public enum Likeness
{
    Name,
    Definition,
}

/// <summary>Two items that are close, in the order of the file.</summary>
public sealed record ClosePair(Item First, Item Second, Likeness In)
{
    /// <summary>Whether either names the other as deliberately separate.</summary>
    public bool IsMeant => First.DiffersFrom?.Contains(Second.Code) == true || Second.DiffersFrom?.Contains(First.Code) == true;
}

/// <summary>Finds items that seem to ask the same thing under two codes.</summary>
public static class CloseItems
{
    // Shorter ones, such as 期末数, say when and not what.
    private const int LeastDefinition = 12;
    private const int MostMore = 2;
    private const double LeastAlike = 0.5;

    // Whose value it is, which the name of the kind of unit says.
    private static readonly string[] Prefixes = ["企业", "园区", "县区"];

    /// <summary>All pairs that are close, in the order of the items.</summary>
    public static IReadOnlyList<ClosePair> Of(IReadOnlyList<Item> items)
    {
        List<ClosePair> pairs = [];
        foreach (var group in items.DistinctBy(item => item.Code).GroupBy(item => (item.Kind, item.Unit.Dimension)))
        {
            var same = group.ToList();
            for (var i = 1; i < same.Count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    if (Between(same[j], same[i]) is { } likeness)
                        pairs.Add(new ClosePair(same[j], same[i], likeness));
                }
            }
        }

        return pairs;
    }

    /// <summary>In what two items agree, whichever comes first; null where they are not close, or are one item.</summary>
    public static Likeness? Between(Item one, Item other)
    {
        if (one.Code == other.Code || one.Kind != other.Kind || one.Unit.Dimension != other.Unit.Dimension)
            return null;
        if (AreNear(Bare(one.Name.Zh), Bare(other.Name.Zh)))
            return Likeness.Name;
        var definition = Letters(one.Definition);
        return definition.Length >= LeastDefinition && definition == Letters(other.Definition) ? Likeness.Definition : null;
    }

    private static string Bare(string name) => Prefixes.FirstOrDefault(prefix => name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix ? name[prefix.Length..] : name;

    private static string Letters(string? text) => string.Concat((text ?? string.Empty).Where(char.IsLetterOrDigit));

    private static bool AreNear(string one, string other)
    {
        if (one == other)
            return true;
        var least = Math.Min(one.Length, other.Length);
        if (Math.Abs(one.Length - other.Length) > MostMore)
            return false;
        var start = 0;
        while (start < least && one[start] == other[start])
            start++;
        var end = 0;
        while (end < least - start && one[^(end + 1)] == other[^(end + 1)])
            end++;
        return start + end == least && Alike(one, other) >= LeastAlike;
    }

    // Dice: how many pairs of neighbouring characters they share, of all that they have.
    private static double Alike(string one, string other)
    {
        var (mine, theirs) = (Neighbours(one), Neighbours(other));
        var shared = mine.GroupBy(pair => pair).Sum(group => Math.Min(group.Count(), theirs.Count(pair => pair == group.Key)));
        return mine.Count + theirs.Count == 0 ? 0 : 2.0 * shared / (mine.Count + theirs.Count);
    }

    private static List<(char, char)> Neighbours(string text) => [.. text.Zip(text.Skip(1))];
}

/// <summary>The words for in what items agree.</summary>
public static class LikenessWords
{
    public static Text Of(Likeness likeness) => likeness switch
    {
        Likeness.Name => ("名称", "name"),
        Likeness.Definition => ("指标解释", "definition"),
    };
}
