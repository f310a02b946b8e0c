using System.Globalization;

namespace Lianzhang.Core.Tests.Scoring;

/// <summary>Filling, dividing and treating for outliers.</summary>
public sealed class TreatingTests
{
    [Fact]
    public void Missing_values_are_filled_by_mean_median_or_zero()
    {
        Scored.Same(Scored.One("method: impute, with: mean", "1 2 6 NA"), 1, 2, 6, 3);
        Scored.Same(Scored.One("method: impute, with: median", "1 2 6 NA"), 1, 2, 6, 2);
        Scored.Same(Scored.One("method: impute, with: zero", "1 NA"), 1, 0);
        Scored.Same(Scored.One("method: impute, with: none", "1 NA"), 1, null);
    }

    [Fact]
    public void The_group_fills_by_its_own_and_a_group_without_any_stays_missing()
    {
        const string Csv = "unit,kind,x\na,county,1\nb,county,3\nc,county,NA\nd,zone,10\ne,zone,\nf,lone,\n";
        Scored.Same(Scored.By(Spec("with: group_mean"), Csv).Column("x"), 1, 3, 2, 10, 10, null);
        Scored.Same(Scored.By(Spec("with: group_median"), Csv).Column("x"), 1, 3, 2, 10, 10, null);

        static string Spec(string with) => $"score: x\ngroup: kind\nindicators:\n- {{code: x}}\nsteps:\n- {{step: s, method: impute, {with}}}\n";
    }

    [Fact]
    public void Each_indicator_may_state_how_it_is_filled()
    {
        const string Spec = "score: x\nindicators:\n- {code: x, missing: zero}\n- {code: y, missing: mean}\n- {code: z}\nsteps:\n- {step: s, method: impute}\n";
        var result = Scored.By(Spec, "unit,x,y,z\na,4,4,4\nb,NA,NA,NA\n");
        Scored.Same([result.Column("x")[1], result.Column("y")[1], result.Column("z")[1]], 0, 4, null);
    }

    [Fact]
    public void Denominated_is_divided_by_another_column_and_scaled()
    {
        const string Spec = "score: x\nindicators:\n- {code: x, denominator: people, scale: 1000}\nsteps:\n- {step: s, method: denominate}\n";
        Scored.Same(Scored.By(Spec, "unit,x,people\na,3,1500\nb,NA,10\nc,4,NA\n").Column("x"), 2, null, null);
        Assert.Equal("spec.yaml:5:3: x of b is 3: its denominator people is zero", Scored.Refused(Spec, "unit,x,people\na,3,1500\nb,3,0\n"));
    }

    [Fact]
    public void A_logarithm_refuses_what_is_not_positive()
    {
        Scored.Same(Scored.One("method: log", "1 2.718281828459045 NA"), 0, 1, null);
        Scored.Same(Scored.One("method: log, shift: 3", "-2"), 0);
        Assert.Equal("spec.yaml:5:3: x of u2 is -1: a logarithm takes positive values; shift may help", Scored.OneRefused("method: log", "1 -1"));
    }

    [Fact]
    public void A_scaled_logarithm_shifts_by_a_hundredth_of_the_range() =>
        Scored.Same(Scored.One("method: log_scaled", "-5 95 45 NA"), Math.Log(1), Math.Log(101), Math.Log(51), null);

    [Fact]
    public void Winsorised_by_percentiles_between_values_on_a_straight_line() =>
        Scored.Same(Scored.One("method: winsorise, low: 0.1, high: 0.9", "0 10 20 30 40"), 4, 10, 20, 30, 36);

    [Fact]
    public void Shares_of_winsorising_that_cross_are_refused() =>
        Assert.Equal("spec.yaml:5:48: low and high lie between 0 and 1, low below high", Scored.OneRefused("method: winsorise, low: 0.6, high: 0.4", "0 10"));

    [Fact]
    public void One_outlier_is_moved_to_its_neighbour()
    {
        // Skewness 3.063 and kurtosis 9.741 before, 1.712 and 1.816 after: one point is enough.
        Scored.Same(Scored.One("method: treat_outliers", "1 2 3 4 5 6 7 8 9 10 30 100"), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 30);
        Scored.Same(Scored.One("method: treat_outliers", "-1 -2 -3 -4 -5 -6 -7 -8 -9 -10 -30 -100"), -1, -2, -3, -4, -5, -6, -7, -8, -9, -10, -30, -30);
    }

    [Fact]
    public void Skewness_without_kurtosis_is_left_alone() =>
        Scored.Same(Scored.One("method: treat_outliers, skewness: 1", "1 2 3 4 5 5 6 6 7 50 50 50"), 1, 2, 3, 4, 5, 5, 6, 6, 7, 50, 50, 50);

    [Fact]
    public void Five_points_are_moved_at_most_and_equal_ones_count_each()
    {
        var small = Enumerable.Range(0, 40).Select(at => at / 10.0).ToList();
        double[] large = [100, 200, 400, 800, 1600, 3200, 6400];
        Scored.Same(Scored.One("method: treat_outliers", Text([.. small, .. large])), [.. small.Concat([100, 200, 200, 200, 200, 200, 200]).Select(value => (double?)value)]);
    }

    [Fact]
    public void Where_five_points_do_not_do_the_logarithm_of_the_original_is_taken()
    {
        List<double> values = [.. Enumerable.Range(0, 55).Select(at => at / 100.0), 100, 200, 300, 400, 500, 600];
        Scored.Same(Scored.One("method: treat_outliers", Text(values)), [.. values.Select(value => (double?)Math.Log(value + 6))]);
    }

    [Fact]
    public void Few_values_and_equal_ones_are_left_alone()
    {
        Scored.Same(Scored.One("method: treat_outliers", "1 1 1000"), 1, 1, 1000);
        Scored.Same(Scored.One("method: treat_outliers", "7 7 7 7 7"), 7, 7, 7, 7, 7);
    }

    private static string Text(IEnumerable<double> values) => string.Join(' ', values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));
}
