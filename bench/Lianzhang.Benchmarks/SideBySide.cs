using System.Diagnostics;

namespace Lianzhang.Benchmarks;

/// <summary>Measures ways of doing a thing in turn, round by round, so that what disturbs the machine disturbs all of them.</summary>
internal static class SideBySide
{
    /// <summary>Prints the median of each way and its ratio to the first.</summary>
    public static void Compare(string what, int rounds, params IReadOnlyList<(string Name, Action Work)> ways)
    {
        Console.WriteLine($"{what}; median of {rounds} rounds after one to warm up");
        var times = ways.Select(_ => new List<double>()).ToList();
        for (var round = 0; round <= rounds; round++)
        {
            for (var way = 0; way < ways.Count; way++)
            {
                var start = Stopwatch.GetTimestamp();
                ways[way].Work();
                if (round > 0)
                    times[way].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        var medians = times.Select(each => each.Order().ElementAt(each.Count / 2)).ToList();
        for (var way = 0; way < ways.Count; way++)
            Console.WriteLine($"  {ways[way].Name,-56} {medians[way],9:0.0} ms   x {medians[way] / medians[0]:0.00}");
        Console.WriteLine();
    }
}
