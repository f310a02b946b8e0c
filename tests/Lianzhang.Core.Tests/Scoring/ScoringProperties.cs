using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Scoring;
using Lianzhang.Core.Scoring.Aggregating;
using Lianzhang.Core.Scoring.Assessing;
using Lianzhang.Core.Scoring.Normalising;
using Lianzhang.Core.Scoring.Weighing;

namespace Lianzhang.Core.Tests.Scoring;

/// <summary>What holds of methods whatever the figures.</summary>
public sealed class ScoringProperties
{
    private static readonly ScoreStep[] ByRank =
    [
        new RankScore("s"), new RankScore("s", Ties.Average), new PercentileRank("s"), new Borda("s"), new RankSteps("s"), new RankSteps("s", Ties: Ties.Dense),
    ];

    private static readonly ScoreStep[] OnOneScale =
    [
        new MinMax("s", Constant: ConstantColumn.Middle), new ZScore("s", Constant: ConstantColumn.Middle), new DistanceToMaximum("s", ConstantColumn.Middle),
        new Efficacy("s", Constant: ConstantColumn.Middle), new RankScore("s"), new Borda("s"),
    ];

    private static readonly WeighingStep[] Weighings = [new EqualWeights("w"), new EntropyWeights("w"), new CriticWeights("w"), new PrincipalComponentWeights("w")];

    private static readonly AggregatingStep[] Monotone = [new Arithmetic("up"), new Geometric("up"), new Harmonic("up"), new Generalised("up", 2), new WeightedSum("up")];

    // Whole numbers, so that ties occur, and now and then nothing.
    private static readonly Gen<double?> Cells = Gen.Frequency((9, Gen.Choose(1, 12).Select(value => (double?)value)), (1, Gen.Constant((double?)null)));

    private static readonly Arbitrary<double?[]> Figures = Gen.Choose(2, 9).SelectMany(length => Cells.ArrayOf(length)).Where(values => values.Any(value => value is not null)).ToArbitrary();

    private static readonly Arbitrary<double[][]> Tables = Gen.Choose(3, 8).SelectMany(rows => Gen.Choose(1, 30).Select(value => (double)value).ArrayOf(rows).ArrayOf(3)).ToArbitrary();

    [Property(MaxTest = 30)]
    public Property Rank_methods_do_not_depend_on_the_order_of_rows() => Prop.ForAll(Figures, values =>
        ByRank.All(step => One(step, values).Reverse().SequenceEqual(One(step, [.. values.Reverse()]))));

    [Property(MaxTest = 30)]
    public Property Rank_methods_see_the_order_of_values_alone() => Prop.ForAll(Figures, values =>
        ByRank.All(step => One(step, values).SequenceEqual(One(step, [.. values.Select(value => (value * value * value) + (2 * value) - 500)]))));

    [Property(MaxTest = 30)]
    public Property Copeland_sees_the_order_of_values_alone() => Prop.ForAll(Tables, columns =>
        Top(columns, new Copeland("up")).SequenceEqual(Top([.. columns.Select(column => column.Select(Math.Exp).ToArray())], new Copeland("up"))));

    [Property(MaxTest = 30)]
    public Property Methods_that_make_one_scale_do_not_depend_on_the_unit() => Prop.ForAll(Figures, values =>
        OnOneScale.All(step => Near(One(step, values), One(step, [.. values.Select(value => (value * 10_000) - 3)]))));

    [Property(MaxTest = 30)]
    public Property Less_being_better_is_more_of_the_negative_being_better() => Prop.ForAll(Figures, values =>
        OnOneScale.All(step => Near(One(step, values, Direction.Down), One(step, [.. values.Select(value => -value)]))));

    [Property(MaxTest = 30)]
    public Property Weights_sum_to_one_and_none_is_negative() => Prop.ForAll(Tables, columns => Weighings.All(step =>
    {
        var run = Pipeline.Run(Spec([step, new Arithmetic("up")]), Table(columns));
        // What does not vary cannot be weighed by how it varies, and that is refused.
        return run.Value is not { } result
            ? run.Faults.Single().ToString().Contains("varies", StringComparison.Ordinal)
            : result.Trace.Single(table => table.Step == "w").Rows.Where(row => row.Name != "top").Select(row => row.Values[0]!.Value).ToList() is var weights
                && Math.Abs(weights.Sum() - 1) < 1e-12 && weights.TrueForAll(weight => weight >= 0);
    }));

    [Property(MaxTest = 30)]
    public Property More_of_a_child_never_lowers_a_mean() => Prop.ForAll(Tables, columns => Monotone.All(step =>
    {
        double[][] more = [[columns[0][0] + 1, .. columns[0][1..]], .. columns[1..]];
        return Top(more, step)[0] >= Top(columns, step)[0] - 1e-12 && Near(Top(more, step)[1..], Top(columns, step)[1..]);
    }));

    [Property(MaxTest = 30)]
    public Property Means_stand_in_their_order() => Prop.ForAll(Tables, columns =>
        Top(columns, new Harmonic("up")).Zip(Top(columns, new Geometric("up")), Top(columns, new Arithmetic("up"))).All(means =>
            means.First <= means.Second + 1e-9 && means.Second <= means.Third + 1e-9));

    [Property(MaxTest = 30)]
    public Property Topsis_and_benefit_of_the_doubt_do_not_depend_on_units_and_stay_within_one() => Prop.ForAll(Tables, columns =>
        new AggregatingStep[] { new Topsis("up"), new BenefitOfTheDoubt("up") }.All(step =>
            Near(Top(columns, step), Top([columns[0].Select(value => value * 1000).ToArray(), .. columns[1..]], step)) && Top(columns, step).All(score => score is >= 0 and <= 1 + 1e-9)));

    [Property(MaxTest = 30)]
    public Property Someone_is_at_the_frontier() => Prop.ForAll(Tables, columns => Math.Abs(Top(columns, new BenefitOfTheDoubt("up")).Max()!.Value - 1) < 1e-9);

    [Property(MaxTest = 30)]
    public Property Points_add_up_to_the_score() => Prop.ForAll(Tables, columns =>
        Pipeline.Run(Spec([new MinMax("s", Constant: ConstantColumn.Middle), new Arithmetic("up")]), Table(columns)).Value!.Units
            .All(unit => Math.Abs(unit.Contributions.Sum(each => each.Points)!.Value - unit.Score!.Value) < 1e-9));

    private static double?[] One(ScoreStep step, double?[] values, Direction direction = Direction.Up)
    {
        var spec = new ScoreSpec([new IndicatorSpec("x", Direction: direction)], [step], Score: "x");
        var table = new ScoreTable([.. values.Select((_, at) => $"u{at}")], [new ScoreColumn("x", values)]);
        return [.. Pipeline.Run(spec, table).Value!.Units.Select(unit => unit.Score)];
    }

    private static ScoreSpec Spec(ScoreStep[] steps) => new(
        [new("a", Parent: "top", Weight: 1), new("b", Parent: "top", Weight: 2), new("c", Parent: "top", Weight: 3)], steps, Aggregates: [new("top")]);

    private static ScoreTable Table(double[][] columns) => new(
        [.. columns[0].Select((_, at) => $"u{at}")],
        [.. columns.Select((column, at) => new ScoreColumn("abc"[at].ToString(), [.. column.Select(value => (double?)value)]))]);

    private static double?[] Top(double[][] columns, ScoreStep step) =>
        [.. Pipeline.Run(Spec([step]), Table(columns)).Value!.Units.Select(unit => unit.Score)];

    private static bool Near(IEnumerable<double?> left, IEnumerable<double?> right) =>
        left.Zip(right).All(pair => pair.First is null == pair.Second is null && (pair.First is null || Math.Abs(pair.First.Value - pair.Second!.Value) < 1e-9));
}
