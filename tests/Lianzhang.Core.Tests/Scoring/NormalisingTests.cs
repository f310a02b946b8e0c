namespace Lianzhang.Core.Tests.Scoring;

/// <summary>Each way to bring indicators to one scale, by numbers worked out by hand.</summary>
public sealed class NormalisingTests
{
    private const string Down = "direction: down";

    [Fact]
    public void Min_max_runs_from_the_worst_to_the_best()
    {
        Scored.Same(Scored.One("method: min_max", "2 4 10 NA"), 0, 25, 100, null);
        Scored.Same(Scored.One("method: min_max, lower: 1, upper: 5", "2 4 10"), 1, 2, 5);
        Scored.Same(Scored.One("method: min_max", "2 4 10", Down), 100, 75, 0);
    }

    [Fact]
    public void A_constant_column_is_refused_unless_it_is_said_how_to_score_it()
    {
        Assert.Equal("spec.yaml:5:3: all values of x are equal, so that nothing tells units apart; say by constant how to score them", Scored.OneRefused("method: min_max", "3 3 NA"));
        Assert.Equal("spec.yaml:1:8: no unit has come to a x", Scored.OneRefused("method: min_max, constant: missing", "3 3 NA"));
    }

    [Theory]
    [InlineData("lowest", 0)]
    [InlineData("middle", 50)]
    [InlineData("highest", 100)]
    public void A_constant_column_may_get_the_lowest_the_middle_or_the_highest(string rule, double score) =>
        Scored.Same(Scored.One($"method: min_max, constant: {rule}", "3 3 NA"), score, score, null);

    [Fact]
    public void Z_scores_take_the_deviation_of_the_sample_or_of_the_population()
    {
        // Mean 5, sum of squares 32: sample deviation 4, population deviation 3.2660.
        Scored.Same(Scored.One("method: z_score", "1 5 9"), -1, 0, 1);
        Scored.Same(Scored.One("method: z_score, mean: 50, deviation: 10", "1 5 9 NA"), 40, 50, 60, null);
        Scored.Same(Scored.One("method: z_score, population: true", "1 5 9"), -4 / Math.Sqrt(32 / 3.0), 0, 4 / Math.Sqrt(32 / 3.0));
        Scored.Same(Scored.One("method: z_score", "1 5 9", Down), 1, 0, -1);
        Scored.Same(Scored.One("method: z_score, constant: middle, mean: 7", "2 2"), 7, 7);
    }

    [Fact]
    public void Ranks_count_from_the_worst_and_ties_share()
    {
        Scored.Same(Scored.One("method: rank_score", "30 10 20 20 NA"), 4, 1, 2, 2, null);
        Scored.Same(Scored.One("method: rank_score, ties: average", "30 10 20 20"), 4, 1, 2.5, 2.5);
        Scored.Same(Scored.One("method: rank_score, ties: dense", "30 10 20 20"), 3, 1, 2, 2);
        Scored.Same(Scored.One("method: rank_score, ties: last", "30 10 20 20"), 4, 1, 3, 3);
        Scored.Same(Scored.One("method: rank_score", "30 10 20 20", Down), 1, 4, 2, 2);
    }

    [Fact]
    public void Percentile_ranks_and_borda_points_follow_from_ranks()
    {
        Scored.Same(Scored.One("method: percentile_rank", "30 10 20 20 NA"), 1, 0, 1 / 3.0, 1 / 3.0, null);
        Scored.Same(Scored.One("method: percentile_rank, upper: 100", "7 NA"), 100, null);
        Scored.Same(Scored.One("method: borda", "30 10 20 20 NA"), 3, 0, 1, 1, null);
        Scored.Same(Scored.One("method: borda", "30 10 20", Down), 0, 2, 1);
    }

    [Fact]
    public void Distances_to_the_maximum_and_to_a_target()
    {
        Scored.Same(Scored.One("method: distance_to_maximum", "2 4 10"), 0, 0.25, 1);
        Scored.Same(Scored.One("method: distance_to_target", "2 4 10 NA", "target: 6"), 0, 0.5, 2, null);
        Scored.Same(Scored.One("method: distance_to_target, cap: true", "2 4 10", "target: 6"), 0, 0.5, 1);
        Scored.Same(Scored.One("method: distance_to_target", "2 4 10", "target: 4, direction: down"), 8 / 6.0, 1, 0);
    }

    [Fact]
    public void A_target_that_is_no_better_than_the_worst_or_not_stated_is_refused()
    {
        Assert.Contains("no better than its worst", Scored.OneRefused("method: distance_to_target", "2 4", "target: 2"), StringComparison.Ordinal);
        Assert.Contains("indicator x states no target", Scored.OneRefused("method: distance_to_target", "2 4"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fraction_of_the_maximum_and_of_the_minimum_where_less_is_better()
    {
        Scored.Same(Scored.One("method: fraction_of_maximum", "2 4 8"), 0.25, 0.5, 1);
        Scored.Same(Scored.One("method: fraction_of_maximum", "2 4 8", Down), 1, 0.5, 0.25);
        Scored.Same(Scored.One("method: fraction_of_maximum, down: negated", "2 4 8", Down), 1, 2, 4);
        Assert.Contains("x of u2 is 0: it cannot be divided by", Scored.OneRefused("method: fraction_of_maximum", "2 0", Down), StringComparison.Ordinal);
        Assert.Contains("the best value of x is zero", Scored.OneRefused("method: fraction_of_maximum", "-2 0"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_distance_to_a_unit_is_a_ratio_a_difference_or_a_place_in_the_range()
    {
        Scored.Same(Scored.One("method: distance_to_unit, unit: u2", "2 4 6 NA"), 0.5, 1, 1.5, null);
        Scored.Same(Scored.One("method: distance_to_unit, unit: u2, form: relative", "2 4 6"), -0.5, 0, 0.5);
        Scored.Same(Scored.One("method: distance_to_unit, unit: u2, form: range", "2 4 6"), 0, 1, 2);
        Scored.Same(Scored.One("method: distance_to_unit, unit: u2", "2 4 8", Down), 2, 1, 0.5);
        Assert.Contains("the data has no unit u9", Scored.OneRefused("method: distance_to_unit, unit: u9", "2 4"), StringComparison.Ordinal);
    }

    [Fact]
    public void Goalposts_truncate_what_lies_beyond_them()
    {
        Scored.Same(Scored.One("method: goalposts, scale: 100", "0 15 30", "low: 10, high: 20"), 0, 50, 100);
        Scored.Same(Scored.One("method: goalposts, truncate: false", "0 15 30", "low: 10, high: 20"), -1, 0.5, 2);
        Scored.Same(Scored.One("method: goalposts", "0 12 30", "low: 10, high: 20, direction: down"), 1, 0.8, 0);
        Assert.Contains("low of x must be below its high", Scored.OneRefused("method: goalposts", "1 2", "low: 3, high: 3"), StringComparison.Ordinal);
    }

    [Fact]
    public void Above_about_and_below_the_mean()
    {
        Scored.Same(Scored.One("method: above_below_mean", "5 10 15 NA"), -1, 0, 1, null);
        Scored.Same(Scored.One("method: above_below_mean", "5 10 15", Down), 1, 0, -1);
    }

    [Fact]
    public void A_direction_is_turned_once_only() =>
        Scored.Same(Scored.By("score: x\nindicators:\n- {code: x, direction: down}\nsteps:\n- {step: a, method: min_max}\n- {step: b, method: rank_steps}\n", "unit,x\na,1\nb,2\n").Column("x"), 100, 95);
}
