namespace Lianzhang.Core.Scoring.Robust;

/// <summary>The same ranks as <see cref="Ranking"/> gives, without anything to collect afterwards, since runs of chance rank very often.</summary>
internal static class RankRows
{
    /// <summary>Ranks some rows by their scores, rounded to 6 digits.</summary>
    public static void Rank(int[] rows, double[] scores, double[] ranks, bool lowestFirst, Ties ties)
    {
        Span<double> keys = rows.Length <= 256 ? stackalloc double[rows.Length] : new double[rows.Length];
        Span<int> order = rows.Length <= 256 ? stackalloc int[rows.Length] : new int[rows.Length];
        var count = 0;
        foreach (var row in rows)
        {
            if (double.IsNaN(scores[row]))
                continue;
            (keys[count], order[count++]) = (lowestFirst ? Ranking.Round(scores[row]) : -Ranking.Round(scores[row]), row);
        }

        keys[..count].Sort(order[..count]);
        for (int from = 0, different = 0; from < count; different++)
        {
            var to = from + 1;
            while (to < count && keys[to] == keys[from])
                to++;
            for (var at = from; at < to; at++)
                ranks[order[at]] = Ranking.Place(ties, from, to - from, different);
            from = to;
        }
    }
}
