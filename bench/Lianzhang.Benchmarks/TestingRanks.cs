using Lianzhang.Core.Scoring;
using Lianzhang.Core.Scoring.Aggregating;
using Lianzhang.Core.Scoring.Normalising;
using Lianzhang.Core.Scoring.Robust;

namespace Lianzhang.Benchmarks;

/// <summary>What it costs to test how firmly ranks stand, beside a plain loop on one thread that scores everything again for every run.</summary>
internal static class TestingRanks
{
    private const int Runs = 10_000;
    private const int Regions = 20;
    private const int Indicators = 40;
    private const int Pillars = 5;

    public static void Run()
    {
        var table = Table();
        var uncertainty = new RobustnessSpec(Weights: 0.25, Runs: Runs, Seed: 2026);
        Agree(table, uncertainty);
        SideBySide.Compare(
            $"{Runs:N0} runs over {Regions} regions and {Indicators} indicators in {Pillars} pillars, weights off by up to a quarter, one thread",
            5,
            ("PlainLoop: normalise, weigh and rank again for every run", () => PlainLoop(table, uncertainty)),
            ("TestRobustness, with the ranks without each indicator", () => TestRobustness.Run(Spec(), table, uncertainty)),
            ("TestRobustness, with Sobol indices by 2 x 1,000 runs", () => TestRobustness.Run(Spec(), table, uncertainty with { Sobol = 1_000 })));
    }

    // Both draw the same numbers, so that every rank of every run must be the same.
    private static void Agree(ScoreTable table, RobustnessSpec uncertainty)
    {
        var plain = PlainLoop(table, uncertainty);
        var ours = TestRobustness.Run(Spec(), table, uncertainty).Value!;
        for (var region = 0; region < Regions; region++)
        {
            var shares = plain[region].GroupBy(rank => rank).OrderBy(same => same.Key).Select(same => new RankShare(same.Key, (double)same.Count() / Runs));
            if (!shares.SequenceEqual(ours.Units[region].Frequencies))
                throw new InvalidOperationException($"the ranks of {table.Units[region]} differ");
        }

        Console.WriteLine($"Both give every region the same ranks in the same shares of {Runs:N0} runs.");
    }

    private static ScoreSpec Spec() => new(
        [.. Enumerable.Range(0, Indicators).Select(at => new IndicatorSpec($"x{at}", Parent: $"p{at % Pillars}", Weight: Weight(at)))],
        [new MinMax("scaled"), new Arithmetic("up")],
        Aggregates: [new("index"), .. Enumerable.Range(0, Pillars).Select(at => new AggregateSpec($"p{at}", Parent: "index", Weight: Weight(at)))]);

    private static double Weight(int at) => 1 + (at % 3);

    private static ScoreTable Table() => new(
        [.. Enumerable.Range(0, Regions).Select(region => $"region {region}")],
        [.. Enumerable.Range(0, Indicators).Select(at => new ScoreColumn($"x{at}", [.. Enumerable.Range(0, Regions).Select(region => (double?)(((region * 7919) + (at * 104_729) + (region * region * (at + 3))) % 997))]))]);

    // The ranks of each region over all runs.
    private static double[][] PlainLoop(ScoreTable table, RobustnessSpec uncertainty)
    {
        double[][] ranks = [.. Enumerable.Range(0, Regions).Select(_ => new double[Runs])];
        for (var run = 0; run < Runs; run++)
        {
            var scores = Score(table, TestRobustness.Sample(uncertainty.Seed, run, Indicators + Pillars), uncertainty.Weights);
            for (var region = 0; region < Regions; region++)
            {
                var score = Ranking.Round(scores[region]);
                ranks[region][run] = 1 + scores.Count(other => Ranking.Round(other) > score);
            }
        }

        return ranks;
    }

    private static double[] Score(ScoreTable table, double[] chance, double share)
    {
        double[][] scaled = [.. table.Columns.Select(column =>
        {
            var (least, most) = (column.Values.Min()!.Value, column.Values.Max()!.Value);
            return column.Values.Select(value => (value!.Value - least) / (most - least) * 100).ToArray();
        })];
        double[] Off(double[] weights, int start)
        {
            double[] off = [.. weights.Select((weight, at) => weight * (1 + (share * ((2 * chance[start + at]) - 1))))];
            return [.. off.Select(each => each * (weights.Sum() / off.Sum()))];
        }

        double[][] members = [.. Enumerable.Range(0, Pillars).Select(pillar => Off([.. Enumerable.Range(0, Indicators / Pillars).Select(at => Weight((at * Pillars) + pillar))], pillar * (Indicators / Pillars)))];
        var pillars = Off([.. Enumerable.Range(0, Pillars).Select(Weight)], Indicators);
        return [.. Enumerable.Range(0, Regions).Select(region => Mean(pillars, pillar =>
            Mean(members[pillar], at => scaled[(at * Pillars) + pillar][region])))];
    }

    private static double Mean(double[] weights, Func<int, double> value)
    {
        var (total, sum) = (0.0, 0.0);
        for (var at = 0; at < weights.Length; at++)
            (total, sum) = (total + (weights[at] * value(at)), sum + weights[at]);
        return total / sum;
    }
}
