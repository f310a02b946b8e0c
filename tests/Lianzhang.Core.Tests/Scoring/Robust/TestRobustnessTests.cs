using Lianzhang.Core.Judgement;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Scoring;
using Lianzhang.Core.Scoring.Aggregating;
using Lianzhang.Core.Scoring.Assessing;
using Lianzhang.Core.Scoring.Normalising;
using Lianzhang.Core.Scoring.Robust;
using Lianzhang.Core.Scoring.Weighing;

namespace Lianzhang.Core.Tests.Scoring.Robust;

public sealed class TestRobustnessTests
{
    private static readonly ScoreStep[] Steps = [new MinMax("scaled", Lower: 1), new Arithmetic("pillars", [2]), new Geometric("index", [3])];

    // 12 units by 3 × 4 indicators, a few of them missing; figures by a fixed rule.
    private static ScoreSpec Spec(params ScoreStep[] steps) => new(
        [.. Enumerable.Range(0, 12).Select(at => new IndicatorSpec($"x{at}", Parent: $"p{at / 4}", Weight: 1 + (at % 3), Direction: at % 5 == 0 ? Direction.Down : Direction.Up))],
        steps.Length == 0 ? Steps : steps,
        Aggregates: [new("index"), new("p0", Parent: "index", Weight: 2), new("p1", Parent: "index", Weight: 1), new("p2", Parent: "index", Weight: 1)]);

    private static ScoreTable Table(int units = 12, bool isComplete = false) => new(
        [.. Enumerable.Range(0, units).Select(unit => $"u{unit}")],
        [.. Enumerable.Range(0, 12).Select(column => new ScoreColumn($"x{column}", [.. Enumerable.Range(0, units).Select(unit => Figure(unit, column, isComplete))]))],
        [.. Enumerable.Range(0, units).Select(unit => unit % 2 == 0 ? "county" : "district")]);

    private static double? Figure(int unit, int column, bool isComplete) =>
        (unit * 7) + column == 40 && !isComplete ? null : ((unit * 37) + (column * 53) + (unit * unit * (column + 1))) % 97;

    private static Robustness Run(ScoreSpec spec, RobustnessSpec uncertainty, ScoreTable? table = null)
    {
        var run = TestRobustness.Run(spec, table ?? Table(), uncertainty);
        Assert.True(run.Succeeded(out var robustness), string.Join('\n', run.Faults));
        return robustness;
    }

    [Fact]
    public void Without_anything_uncertain_every_run_gives_the_rank_of_the_pipeline()
    {
        var ranks = Pipeline.Run(Spec(), Table()).Value!.Ranks();
        var robust = Run(Spec(), new RobustnessSpec(Weights: 0, Runs: 20));
        Assert.Equal(ranks, robust.Units.Select(unit => unit.Rank));
        Assert.All(robust.Units, unit => Assert.Equal((unit.Rank, unit.Rank, Steadiness.Firm), (unit.Best, unit.Worst, unit.Steadiness)));
    }

    [Fact]
    public void The_laid_out_tree_gives_what_the_steps_give()
    {
        // A limit that limits nothing keeps the model from laying the tree out.
        var slow = Run(Spec([.. Steps, new Limit("limit", Columns: ["index"])]), new RobustnessSpec(Runs: 100, Sobol: 20));
        var fast = Run(Spec(), new RobustnessSpec(Runs: 100, Sobol: 20));
        Assert.Equal(slow.Units.SelectMany(unit => unit.Frequencies), fast.Units.SelectMany(unit => unit.Frequencies));
        Assert.Equal(slow.Sobol!.RankShift, fast.Sobol!.RankShift);
        Assert.Equal(slow.Sobol.Scores.SelectMany(unit => unit.Indices), fast.Sobol.Scores.SelectMany(unit => unit.Indices));
    }

    [Fact]
    public void The_same_seed_gives_the_same_and_another_seed_another()
    {
        var one = Run(Spec(), new RobustnessSpec(Runs: 200, Seed: 7));
        Assert.Equal(one.Units.SelectMany(unit => unit.Frequencies), Run(Spec(), new RobustnessSpec(Runs: 200, Seed: 7)).Units.SelectMany(unit => unit.Frequencies));
        Assert.NotEqual(one.Units.SelectMany(unit => unit.Frequencies), Run(Spec(), new RobustnessSpec(Runs: 200, Seed: 8)).Units.SelectMany(unit => unit.Frequencies));
    }

    [Fact]
    public void Frequencies_sum_to_one_and_the_interval_lies_within_them()
    {
        var robust = Run(Spec(), new RobustnessSpec(Weights: 0.5, Runs: 500));
        Assert.All(robust.Units, unit =>
        {
            Assert.Equal(1, unit.Frequencies.Sum(each => each.Share), 1e-9);
            Assert.True(unit.Best <= unit.Low && unit.Low <= unit.Median && unit.Median <= unit.High && unit.High <= unit.Worst);
            Assert.True(unit.Frequencies.Where(each => each.Rank < unit.Low).Sum(each => each.Share) < 0.05);
            Assert.True(unit.Frequencies.Where(each => each.Rank <= unit.High).Sum(each => each.Share) >= 0.95);
        });
        Assert.Contains(robust.Units, unit => unit.Steadiness == Steadiness.Loose);
    }

    [Fact]
    public void A_unit_that_is_best_in_everything_is_first_whatever_the_weights()
    {
        var table = Table(isComplete: true);
        table = table.Columns.Select((column, at) => (column, at)).Aggregate(table, (all, each) => all.With(each.column.Code, [each.at % 5 == 0 ? -10 : 1000, .. each.column.Values.Skip(1)]));
        var first = Run(Spec(), new RobustnessSpec(Weights: 1, Runs: 300), table).Units[0];
        Assert.Equal([new RankShare(1, 1)], first.Frequencies);
        Assert.Equal(("第 1 名", "rank 1"), (first.Words!.Value.Zh, first.Words!.Value.En));
    }

    [Fact]
    public void Other_methods_are_tried_as_often_as_the_own()
    {
        // Two units, of which the arithmetic mean prefers one and the geometric the other; no weight is uncertain.
        var spec = new ScoreSpec([new("a", Parent: "t", Weight: 1), new("b", Parent: "t", Weight: 1)], [new Arithmetic("up")], Aggregates: [new("t")]);
        var table = new ScoreTable(["even", "uneven"], [new("a", [4.0, 1.0]), new("b", [4.0, 8.0])]);
        var robust = Run(spec, new RobustnessSpec(Weights: 0, Runs: 1000, Sobol: 2000, Alternatives: [new("up", [new Geometric("up")])]), table);
        Assert.Equal(2, robust.Units[0].Rank);
        Assert.InRange(robust.Units[0].Frequencies.Single(each => each.Rank == 1).Share, 0.45, 0.55);
        Assert.Equal(("up", true), (robust.Sobol!.RankShift[0].Input, Math.Abs(robust.Sobol.RankShift[0].Total!.Value - 1) < 0.1));
        Assert.InRange(robust.Sobol.RankShift[0].First!.Value, 0.9, 1.1);
    }

    [Fact]
    public void Indices_of_a_sum_of_weights_are_those_worked_out_by_hand()
    {
        // Points w1 and 3 w2 of a sum whose weights are kept: with 4 children of two parents the variance is what each parent adds.
        var spec = new ScoreSpec(
            [new("a", Parent: "p", Weight: 1), new("b", Parent: "p", Weight: 1), new("c", Parent: "q", Weight: 1), new("d", Parent: "q", Weight: 1)],
            [new Arithmetic("up")],
            Aggregates: [new("t"), new("p", Parent: "t", Weight: 1), new("q", Parent: "t", Weight: 1)]);
        // p differs by 2 between its children, q by 4: variances as 1 to 4; the weights of t have nothing to move between, 1 + 2 / 2 each.
        var table = new ScoreTable(["u"], [new("a", [0.0]), new("b", [2.0]), new("c", [-1.0]), new("d", [3.0])]);
        var indices = Run(spec, new RobustnessSpec(Weights: 0.01, Runs: 1, Sobol: 2000), table).Sobol!.Scores[0].Indices;
        Assert.Equal(["weights p", "weights q", "weights t"], indices.Select(index => index.Input));
        Assert.Equal(0.2, indices[0].First!.Value, 0.05);
        Assert.Equal(0.8, indices[1].First!.Value, 0.05);
        Assert.Equal(0.2, indices[0].Total!.Value, 0.05);
        Assert.Equal(0.8, indices[1].Total!.Value, 0.05);
        Assert.Equal(0, indices[2].Total!.Value, 0.01);
    }

    [Fact]
    public void What_does_not_vary_has_no_indices()
    {
        var spec = new ScoreSpec([new("a", Parent: "t", Weight: 1), new("b", Parent: "t", Weight: 1)], [new Arithmetic("up")], Aggregates: [new("t")]);
        var table = new ScoreTable(["u", "v"], [new("a", [1.0, 2.0]), new("b", [1.0, 2.0])]);
        var sobol = Run(spec, new RobustnessSpec(Sobol: 50), table).Sobol!;
        Assert.All(sobol.RankShift.Concat(sobol.Scores.SelectMany(unit => unit.Indices)), index => Assert.Equal((null, null), (index.First, index.Total)));
    }

    [Fact]
    public void Each_indicator_is_taken_away_in_turn_and_an_empty_pillar_with_it()
    {
        var spec = new ScoreSpec(
            [new("a", Parent: "p", Weight: 1), new("b", Parent: "q", Weight: 1)],
            [new MinMax("scaled", Columns: ["a", "b"]), new Arithmetic("up")],
            Aggregates: [new("t"), new("p", Parent: "t", Weight: 3), new("q", Parent: "t", Weight: 1)]);
        var table = new ScoreTable(["u", "v"], [new("a", [1.0, 2.0]), new("b", [9.0, 1.0])]);
        var removals = Run(spec, new RobustnessSpec(Runs: 1), table).Removals;
        Assert.Equal(("a", 1.0), (removals[0].Code, removals[0].MeanShift));
        Assert.Equal([new RankChange("u", 2, 1), new RankChange("v", 1, 2)], removals[0].Changes);
        Assert.Equal(("b", 0.0, 0), (removals[1].Code, removals[1].MeanShift, removals[1].Changes.Count));
    }

    [Fact]
    public void Comparisons_of_what_is_taken_away_go_with_it()
    {
        var spec = new ScoreSpec(
            [new("a", Parent: "t"), new("b", Parent: "t"), new("c", Parent: "t")],
            [new AhpWeights("weights", "t", [[1, 2, 4], [0.5, 1, 2], [0.25, 0.5, 1]]), new Arithmetic("up")],
            Aggregates: [new("t")]);
        var table = new ScoreTable(["u", "v"], [new("a", [1.0, 2.0]), new("b", [9.0, 1.0]), new("c", [1.0, 3.0])]);
        Assert.All(Run(spec, new RobustnessSpec(Runs: 1), table).Removals, removal => Assert.NotNull(removal.MeanShift));
        var lone = new ScoreSpec([new("a", Parent: "t", Weight: 1)], [new Arithmetic("up")], Aggregates: [new("t")]);
        Assert.Null(Assert.Single(Run(lone, new RobustnessSpec(Runs: 1), new ScoreTable(["u"], [new("a", [1.0])])).Removals).MeanShift);
    }

    [Theory]
    [InlineData(GroupRule.Ranked)]
    [InlineData(GroupRule.Apart)]
    [InlineData(GroupRule.Together)]
    public void Groups_are_ranked_as_the_pipeline_ranks_them(GroupRule rule)
    {
        var spec = Spec() with { Group = "kind", Groups = rule, Ties = Ties.Dense };
        Assert.Equal(Pipeline.Run(spec, Table()).Value!.Ranks(), Run(spec, new RobustnessSpec(Weights: 0, Runs: 2)).Units.Select(unit => unit.Best));
    }

    [Fact]
    public void Rows_are_ranked_as_values_are()
    {
        double[] scores = [3, double.NaN, 5, 5, 1, 3.0000000001];
        foreach (var (ties, lowest) in Enum.GetValues<Ties>().SelectMany(ties => new[] { (ties, false), (ties, true) }))
        {
            double[] ranks = [.. scores.Select(_ => double.NaN)];
            RankRows.Rank([0, 1, 2, 3, 4, 5], scores, ranks, lowest, ties);
            Assert.Equal(
                Ranking.Of([.. scores.Select(score => double.IsNaN(score) ? null : Ranking.Round((double?)score))], lowest ? Direction.Down : Direction.Up, ties),
                ranks.Select(rank => double.IsNaN(rank) ? (double?)null : rank));
        }
    }

    [Fact]
    public void Weights_that_a_mean_cannot_take_are_told_although_the_file_says_nothing_of_robustness()
    {
        const string Spec = "aggregates:\n- {code: t}\n- {code: p, parent: t, weight: 1}\nindicators:\n- {code: a, parent: p, weight: 1}\n- {code: b, parent: p, weight: 1}\nsteps:\n- {step: p, method: arithmetic, levels: 2}\n- {step: t, method: geometric, levels: 3}\n";
        var file = ReadScoreSpec.Read(new SourceFile("spec.yaml", Spec)).Value!;
        var table = new ScoreTable(["u"], [new("a", [1.0]), new("b", [-0.9])]);
        Assert.True(Pipeline.Run(file.Spec, table, file.PlaceOf).Succeeded(out _));
        var fault = Assert.Single(TestRobustness.Run(file.Spec, table, placeOf: file.PlaceOf).Faults).ToString();
        Assert.StartsWith("spec.yaml: with other methods or weights, p of u is -0.", fault, StringComparison.Ordinal);
        Assert.Equal("spec.yaml: weights lies between 0 and 1", TestRobustness.Run(file.Spec, table, new RobustnessSpec(Weights: 2), file.PlaceOf).Faults[0].ToString());
    }

    [Fact]
    public void What_cannot_be_tried_is_refused()
    {
        Assert.Contains("weights lies between 0 and 1", Refused(new RobustnessSpec(Weights: 2)), StringComparison.Ordinal);
        Assert.Contains("runs lies between", Refused(new RobustnessSpec(Runs: 0)), StringComparison.Ordinal);
        Assert.Contains("sobol lies between", Refused(new RobustnessSpec(Sobol: -1)), StringComparison.Ordinal);
        Assert.Contains("unknown code scald; did you mean scaled?", Refused(new RobustnessSpec(Alternatives: [new("scald", [])])), StringComparison.Ordinal);
        Assert.Contains("has the step's name, scaled", Refused(new RobustnessSpec(Alternatives: [new("scaled", [new ZScore("other")])])), StringComparison.Ordinal);
        Assert.Contains("more than 500 combinations", Refused(new RobustnessSpec(Alternatives: [new("scaled", [.. Enumerable.Range(0, 600).Select(_ => new RankScore("scaled"))])])), StringComparison.Ordinal);
        Assert.Contains("a geometric mean takes positive values", Refused(new RobustnessSpec(Alternatives: [new("scaled", [new ZScore("scaled")])])), StringComparison.Ordinal);
        Assert.Contains("has a value that is not a finite number", TestRobustness.Run(Spec(), Table().With("x0", [.. Enumerable.Repeat((double?)double.NaN, 12)])).Faults[0].ToString(), StringComparison.Ordinal);

        static string Refused(RobustnessSpec uncertainty) => TestRobustness.Run(Spec(), Table(), uncertainty).Faults[0].ToString();
    }
}
