namespace Lianzhang.Core.Values;

/// <summary>Finds the word that was probably meant.</summary>
public static class Nearest
{
    /// <summary>The candidate with the fewest edits from <paramref name="word"/>, or null when none is close.</summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        // A third of the word may be wrong; more than that is a guess, not a slip.
        var allowed = Math.Max(1, word.Length / 3);
        return candidates
            .Select(candidate => (candidate, edits: Edits(word, candidate)))
            .Where(pair => pair.edits <= allowed)
            .OrderBy(pair => pair.edits)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    /// <summary>“did you mean” in both languages, or nothing when no candidate is close.</summary>
    public static Text Hint(string word, IEnumerable<string> candidates) =>
        To(word, candidates) is { } meant ? ($"，是否应为 {meant}？", $"; did you mean {meant}?") : (string.Empty, string.Empty);

    /// <summary>Optimal string alignment: a swap of neighbours, the commonest slip of the hand, counts as one edit.</summary>
    internal static int Edits(string a, string b)
    {
        var distance = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            distance[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            distance[0, j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = distance[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                distance[i, j] = Math.Min(substitution, Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    distance[i, j] = Math.Min(distance[i, j], distance[i - 2, j - 2] + 1);
            }
        }

        return distance[a.Length, b.Length];
    }
}
