using Lianzhang.Core.Judgement;
using Lianzhang.Core.Scoring;
using Lianzhang.Core.Scoring.Aggregating;
using Lianzhang.Core.Scoring.Filling;
using Lianzhang.Core.Scoring.Normalising;
using Lianzhang.Core.Scoring.Treating;

namespace Lianzhang.Core.Tests.Scoring;

/// <summary>An index of 51 units by 49 indicators in eight pillars and two sub-indices comes out of a second computation, table by table, to 1e-9.</summary>
public sealed class PlainIndexTests
{
    private const int Units = 51;
    private const int Indicators = 49;
    private const int Pillars = 8;

    private static readonly int[] PillarOf = [.. Enumerable.Range(0, Indicators).Select(at => at * Pillars / Indicators)];
    private static readonly int[] SubIndexOf = [.. Enumerable.Range(0, Pillars).Select(at => at < 5 ? 0 : 1)];
    private static readonly double[] Weights = [.. Enumerable.Range(0, Indicators).Select(at => 1 + (at * 7 % 5 / 2.0))];
    private static readonly double[] PillarWeights = [1, 2, 1, 0.5, 1, 3, 1, 2];
    private static readonly double[] SubIndexWeights = [0.4, 0.6];
    private static readonly bool[] IsDown = [.. Enumerable.Range(0, Indicators).Select(at => at % 6 == 4)];
    private static readonly int[] Divisors = [.. Enumerable.Range(0, Indicators).Select(at => at % 4 == 0 ? at % 3 : -1)];

    // Two units are a group of their own, so that a mean of the group may not be there.
    private static readonly string[] Groups = [.. Enumerable.Range(0, Units).Select(at => at >= 49 ? "islands" : at % 2 == 0 ? "inland" : "coast")];

    [Theory]
    [InlineData(1)]
    [InlineData(20261127)]
    public void Every_table_on_the_way_is_the_same(uint seed)
    {
        var chance = new Chance(seed);
        double[][] divisors = [.. Enumerable.Range(0, 3).Select(_ => Made(() => 50 + (chance.Next() * 1_000)))];
        double[][] data = [.. Enumerable.Range(0, Indicators).Select(at => Made(() => Cell(chance, at)))];
        (data[3][49], data[3][50]) = (double.NaN, double.NaN);

        var divided = PlainIndex.Divide(data, divisors, Divisors);
        var filled = PlainIndex.FillByGroup(divided, Groups);
        var (treated, how) = PlainIndex.Treat(filled);
        var scaled = PlainIndex.Scale(treated, IsDown, 1, 100);
        var pillars = PlainIndex.Combine(scaled, PillarOf, Weights, isGeometric: false);
        var subIndices = PlainIndex.Combine(pillars, SubIndexOf, PillarWeights, isGeometric: true);
        var index = PlainIndex.Combine(subIndices, [0, 0], SubIndexWeights, isGeometric: false);
        // The data asks for everything.
        Assert.Equal([0, 1, 2], how.Distinct().Order());
        Assert.Contains(double.NaN, divided[3]);
        Assert.Contains(double.NaN, scaled[3]);

        var run = Pipeline.Run(Spec(), Table(data, divisors));
        Assert.True(run.Succeeded(out var result), string.Join('\n', run.Faults));
        Assert.Equal(["data", "divided", "filled", "treated", "scaled", "pillars", "sub_indices", "index"], result.Trace.Select(table => table.Step));
        foreach (var (table, expected) in new[] { data, divided, filled, treated, scaled, scaled, scaled, scaled }.Select((expected, at) => (result.Trace[at], expected)))
            Same(table, "i", expected);
        Same(result.Trace[^3], "p", pillars);
        Same(result.Trace[^2], "s", subIndices);
        Same(result.Trace[^1], "x", index);
        Assert.Equal(PlainIndex.Ranks(index[0]), result.Units.Select(unit => unit.Rank!.Value));
    }

    private static void Same(TraceTable table, string code, double[][] expected)
    {
        for (var column = 0; column < expected.Length; column++)
        {
            var place = table.Columns.ToList().IndexOf($"{code}{column}");
            Assert.True(place >= 0, $"{table.Step} has no {code}{column}");
            for (var unit = 0; unit < Units; unit++)
            {
                var found = table.Rows[unit].Values[place] ?? double.NaN;
                var should = expected[column][unit];
                Assert.True(double.IsNaN(should) ? double.IsNaN(found) : Math.Abs(found - should) <= 1e-9 * Math.Max(1, Math.Abs(should)), $"{table.Step}, {code}{column} of u{unit}: {found:R}, not {should:R}");
            }
        }
    }

    private static ScoreSpec Spec() => new(
        [.. Enumerable.Range(0, Indicators).Select(at => new IndicatorSpec($"i{at}", Parent: $"p{PillarOf[at]}", Weight: Weights[at], Direction: IsDown[at] ? Direction.Down : Direction.Up, Denominator: Divisors[at] < 0 ? null : $"d{Divisors[at]}"))],
        [new Denominate("divided"), new Impute("filled", Fill.GroupMean), new TreatOutliers("treated"), new MinMax("scaled", 1, 100), new Arithmetic("pillars", [2]), new Geometric("sub_indices", [3]), new Arithmetic("index", [4])],
        Aggregates:
        [
            .. Enumerable.Range(0, Pillars).Select(at => new AggregateSpec($"p{at}", Parent: $"s{SubIndexOf[at]}", Weight: PillarWeights[at])),
            .. SubIndexWeights.Select((weight, at) => new AggregateSpec($"s{at}", Parent: "x0", Weight: weight)),
            new AggregateSpec("x0"),
        ],
        Group: "group",
        Groups: GroupRule.Together);

    private static ScoreTable Table(double[][] data, double[][] divisors) => new(
        [.. Enumerable.Range(0, Units).Select(at => $"u{at}")],
        [.. data.Select((column, at) => Column($"i{at}", column)), .. divisors.Select((column, at) => Column($"d{at}", column))],
        Groups);

    private static ScoreColumn Column(string code, double[] values) => new(code, [.. values.Select(value => double.IsNaN(value) ? (double?)null : value)]);

    private static double[] Made(Func<double> cell) => [.. Enumerable.Range(0, Units).Select(_ => cell())];

    // Every fifth indicator has a few figures far out, every seventh a long tail; one in twenty figures is missing.
    private static double Cell(Chance chance, int indicator)
    {
        var (u, v) = (chance.Next(), chance.Next());
        if (chance.Next() < 0.05)
            return double.NaN;
        return indicator % 7 == 0 ? Math.Exp(60 * u) : indicator % 5 == 0 && v < 0.04 ? 5_000 * (1 + u) : indicator % 11 == 6 && v < 0.04 ? -3_000 * (1 + u) : 100 * (u + v);
    }

    /// <summary>Numbers from 0 to 1 that come again by their seed (the minimal standard of Park and Miller).</summary>
    private sealed class Chance(uint seed)
    {
        private ulong state = (seed % 2_147_483_646) + 1;

        public double Next()
        {
            state = state * 48_271 % 2_147_483_647;
            return state / 2_147_483_647.0;
        }
    }
}
