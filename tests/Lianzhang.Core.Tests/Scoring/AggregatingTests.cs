using Lianzhang.Core.Scoring.Aggregating;

namespace Lianzhang.Core.Tests.Scoring;

/// <summary>Ways to put children together, by numbers worked out by hand or apart.</summary>
public sealed class AggregatingTests
{
    private static double?[] Top(string step, string csv, string indicators = "a: 1, b: 3") =>
        Scored.By(Spec(step, indicators), csv).Scores();

    private static string Spec(string step, string indicators = "a: 1, b: 3") =>
        $"aggregates:\n- {{code: top}}\nindicators:\n{string.Join('\n', indicators.Split(", ").Select(each => $"- {{code: {each.Replace(": ", ", parent: top, weight: ", StringComparison.Ordinal)}}}"))}\nsteps:\n- {{step: up, {step}}}\n";

    [Fact]
    public void Means_of_two_with_weights_one_and_three()
    {
        const string Csv = "unit,a,b\np,16,4\n";
        Scored.Same(Top("method: arithmetic", Csv), 7);
        Scored.Same(Top("method: geometric", Csv), Math.Pow(16, 0.25) * Math.Pow(4, 0.75));
        Scored.Same(Top("method: harmonic", Csv), 4 / ((1 / 16.0) + (3 / 4.0)));
        Scored.Same(Top("method: generalised, exponent: 2", Csv), Math.Sqrt((256 + (3 * 16)) / 4.0));
        Scored.Same(Top("method: generalised, exponent: 0", Csv), Math.Pow(16, 0.25) * Math.Pow(4, 0.75));
        Scored.Same(Top("method: generalised, exponent: -1", Csv), 4 / ((1 / 16.0) + (3 / 4.0)));
        Scored.Same(Top("method: weighted_sum", Csv), 16 + 12);
    }

    [Fact]
    public void The_weight_of_what_is_missing_falls_to_the_others_or_the_result_is_missing()
    {
        const string Csv = "unit,a,b\np,16,NA\nq,1,2\nr,NA,NA\n";
        Scored.Same(Top("method: arithmetic", Csv), 16, 1.75, null);
        Scored.Same(Top("method: arithmetic, missing: missing", Csv), null, 1.75, null);
        Scored.Same(Top("method: arithmetic, least_share: 0.6", Csv), null, 1.75, null);
        Scored.Same(Top("method: arithmetic, least_share: 0.5", Csv), 16, 1.75, null);
        Scored.Same(Top("method: weighted_sum", Csv), null, 7, null);
        Scored.Same(Top("method: weighted_sum, missing: renormalise", Csv), 16, 7, null);
    }

    [Theory]
    [InlineData("geometric", "0", "spec.yaml:7:3: b of p is 0: a geometric mean takes positive values; normalise to a range above zero")]
    [InlineData("harmonic", "-1", "spec.yaml:7:3: b of p is -1: a harmonic mean takes positive values; normalise to a range above zero")]
    [InlineData("generalised, exponent: 2", "-1", "spec.yaml:7:3: b of p is -1: a mean with exponent 2 cannot take it; normalise first")]
    public void Means_refuse_what_they_cannot_take(string method, string b, string message) =>
        Assert.Equal(message, Scored.Refused(Spec($"method: {method}"), $"unit,a,b\np,16,{b}\n"));

    [Fact]
    public void Copeland_counts_majorities_and_outranking_sums_weights()
    {
        // p beats q by a (1 of 4) only; p beats r by both; q and r are even on a, and q is better on b.
        const string Csv = "unit,a,b\np,9,2\nq,5,3\nr,5,1\n";
        Scored.Same(Top("method: copeland", Csv), 0, 2, -2);
        Scored.Same(Top("method: outranking", Csv), 0.25 + 1, 0.75 + 0.875, 0.125);
    }

    [Fact]
    public void The_outranking_matrix_is_shown_beside_the_score()
    {
        var matrix = Scored.By(Spec("method: copeland"), "unit,a,b\np,9,2\nq,5,3\nr,5,1\n").Trace.Single(table => table.Step == "up (top)");
        Assert.Equal(["p", "q", "r"], matrix.Columns);
        Scored.Same([.. matrix.Rows.SelectMany(row => row.Values)], 0, 0.25, 1, 0.75, 0, 0.875, 0, 0.125, 0);
    }

    [Fact]
    public void Outranking_leaves_out_what_is_missing_for_one_of_a_pair() =>
        Scored.Same(Top("method: outranking", "unit,a,b\np,9,NA\nq,5,3\nr,NA,NA\n"), 1 + 0.5, 0 + 0.5, null);

    [Fact]
    public void Topsis_of_four_alternatives()
    {
        const string Csv = "unit,a,b,c,d\np,7,9,9,8\nq,8,7,8,7\nr,9,6,8,9\ns,6,7,8,6\n";
        Scored.Same(
            Scored.By(Spec("method: topsis", "a: 0.1, b: 0.4, c: 0.3, d: 0.2").Replace("weight: 0.2", "weight: 0.2, direction: down", StringComparison.Ordinal), Csv).Scores(),
            0.7426940888613219, 0.4035993297263738, 0.17586998530798234, 0.4414292740495746);
    }

    [Fact]
    public void Topsis_of_units_that_are_all_alike_is_in_the_middle_and_takes_complete_data()
    {
        Scored.Same(Top("method: topsis", "unit,a,b\np,1,2\nq,1,2\n"), 0.5, 0.5);
        Assert.Equal("spec.yaml:7:3: q has no b; the method takes complete data, so impute first", Scored.Refused(Spec("method: topsis"), "unit,a,b\np,1,2\nq,1,NA\n"));
    }

    [Fact]
    public void Benefit_of_the_doubt_gives_each_the_weights_that_are_best_for_it()
    {
        // p and q lie on the frontier; r = (1, 1) reaches 2 of 3 of the way to (1.5, 1.5) between (2, 1) and (1, 2).
        Scored.Same(Top("method: benefit_of_the_doubt", "unit,a,b\np,2,1\nq,1,2\nr,1,1\ns,0,0\n"), 1, 1, 2 / 3.0, 0);
        // Whoever is best in one child alone is at the frontier by it.
        Scored.Same(Top("method: benefit_of_the_doubt", "unit,a,b\np,10,0\nq,0,4\nr,5,1\n"), 1, 1, 0.75);
    }

    [Fact]
    public void Shares_of_the_score_are_held_between_their_bounds()
    {
        // Half of each score must come from each child: r has w·5 = w·1 = t; q binds by 4 w2 with w1 free, p by 10 w1.
        var result = Scored.By(Spec("method: benefit_of_the_doubt, least_share: 0.5"), "unit,a,b\np,10,1\nq,1,4\nr,5,2\n");
        Assert.All(result.Units.SelectMany(unit => unit.Contributions), part => Assert.Equal(0.5, part.Weight!.Value, 1e-9));
        Assert.All(result.Scores(), score => Assert.InRange(score!.Value, 0, 1 + 1e-9));
    }

    [Fact]
    public void Benefit_of_the_doubt_refuses_negative_values_and_bounds_that_cross()
    {
        Assert.Contains("b has negative values", Scored.Refused(Spec("method: benefit_of_the_doubt"), "unit,a,b\np,1,-1\n"), StringComparison.Ordinal);
        Assert.Contains("spec.yaml:7:57: least_share and most_share lie between 0 and 1", Scored.Refused(Spec("method: benefit_of_the_doubt, least_share: 0.9, most_share: 0.1"), "unit,a,b\np,1,1\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_simplex_solves_textbook_programmes()
    {
        // Max 3x + 5y, x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18 (Hillier and Lieberman): x = 2, y = 6.
        Assert.Equal([2, 6], Simplex.Maximise([3, 5], [[1, 0], [0, 2], [3, 2]], [4, 12, 18])!, (left, right) => Math.Abs(left - right) < 1e-9);
        // Beale's example, which runs in a circle without Bland's rule: 1/20 at (1/25, 0, 1, 0).
        Assert.Equal([1 / 25.0, 0, 1, 0], Simplex.Maximise([0.75, -150, 0.02, -6], [[0.25, -60, -0.04, 9], [0.5, -90, -0.02, 3], [0, 0, 1, 0]], [0, 0, 1])!, (left, right) => Math.Abs(left - right) < 1e-9);
        Assert.Null(Simplex.Maximise([1, 1], [[1, -1]], [1]));
    }

    [Fact]
    public void Levels_are_put_together_each_in_its_own_way()
    {
        const string Hierarchy = """
            aggregates:
            - {code: index}
            - {code: economy, parent: index, weight: 2}
            - {code: people, parent: index, weight: 1}
            indicators:
            - {code: a, parent: economy, weight: 1}
            - {code: b, parent: economy, weight: 1}
            - {code: c, parent: people, weight: 1}
            steps:
            - {step: pillars, method: arithmetic, levels: [2]}
            - {step: index, method: geometric, levels: 3}
            """;
        var result = Scored.By(Hierarchy, "unit,a,b,c\np,2,6,32\nq,NA,8,1\n");
        Scored.Same(result.Column("economy"), 4, 8);
        Scored.Same(result.Scores(), Math.Pow(4 * 4 * 32, 1 / 3.0), 4);
        Assert.Equal(["data", "pillars", "index"], result.Trace.Select(table => table.Step));
        Assert.Equal(["a", "b", "c", "economy", "people"], result.Trace[1].Columns);
    }

    [Fact]
    public void Levels_that_are_not_there_or_not_made_yet_are_refused()
    {
        Assert.Equal("spec.yaml:7:42: there is no level 3; levels 2 to 2 can be put together", Scored.Refused(Spec("method: arithmetic, levels: [3]"), "unit,a,b\np,1,1\n"));
        const string Skipped = "aggregates:\n- {code: top}\n- {code: mid, parent: top, weight: 1}\nindicators:\n- {code: a, parent: mid, weight: 1}\nsteps:\n- {step: up, method: arithmetic, levels: 3}\n";
        Assert.Equal("spec.yaml:7:42: top is put together from mid, which no step has made yet", Scored.Refused(Skipped, "unit,a\np,1\n"));
    }
}
