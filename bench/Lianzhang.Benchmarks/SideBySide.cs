using System.Diagnostics;
using System.Globalization;

namespace Lianzhang.Benchmarks;

/// <summary>Something measured: its name with the unit.</summary>
internal sealed record Measured(string Name, string Unit);

/// <summary>Measures ways of doing a thing in turn, round by round, so that what disturbs the machine disturbs all of them.</summary>
internal static class SideBySide
{
    /// <summary>Prints the median time of each way and its ratio to the first.</summary>
    public static void Compare(string what, int rounds, params IReadOnlyList<(string Name, Action Work)> ways) =>
        Compare(what, rounds, [new Measured("time", "ms")], [.. ways.Select(way => (way.Name, Timed(way.Work)))]);

    /// <summary>The same for ways that give several numbers each.</summary>
    public static void Compare(string what, int rounds, IReadOnlyList<Measured> measured, IReadOnlyList<(string Name, Func<double[]> Work)> ways)
    {
        Console.WriteLine($"{what}; median of {rounds} rounds after one to warm up");
        var results = ways.Select(_ => new List<double[]>()).ToList();
        for (var round = 0; round <= rounds; round++)
        {
            for (var way = 0; way < ways.Count; way++)
            {
                var numbers = ways[way].Work();
                if (round > 0)
                    results[way].Add(numbers);
            }
        }

        for (var number = 0; number < measured.Count; number++)
            Print(measured[number], [.. ways.Select((way, index) => (way.Name, Median([.. results[index].Select(each => each[number])])))]);
        Console.WriteLine();
    }

    private static Func<double[]> Timed(Action work) => () =>
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return [Stopwatch.GetElapsedTime(start).TotalMilliseconds];
    };

    private static double Median(IReadOnlyList<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Print(Measured measured, IReadOnlyList<(string Name, double Median)> ways)
    {
        Console.WriteLine($" {measured.Name}");
        foreach (var (name, median) in ways)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-56} {median,9:0.0} {measured.Unit,-7} x {median / ways[0].Median:0.00}"));
    }
}
