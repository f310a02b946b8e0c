using Lianzhang.Core.Scoring.Weighing;

namespace Lianzhang.Core.Tests.Scoring;

/// <summary>Weights, by numbers worked out apart.</summary>
public sealed class WeighingTests
{
    private static double?[] Weights(string step, string csv, string codes = "a b c") =>
        [.. Scored.By(Spec(step, codes), csv).Trace.Single(table => table.Step == "weights").Rows.Where(row => row.Name != "top").Select(row => row.Values[0])];

    private static string Spec(string step, string codes) =>
        $"aggregates:\n- {{code: top}}\nindicators:\n{string.Join('\n', codes.Split(' ').Select(code => $"- {{code: {code}, parent: top}}"))}\nsteps:\n- {{step: weights, {step}}}\n- {{step: up, method: arithmetic}}\n";

    [Fact]
    public void Equal_weights_sum_to_one() => Scored.Same(Weights("method: equal_weights", "unit,a,b,c\nu,1,2,3\n"), 1 / 3.0, 1 / 3.0, 1 / 3.0);

    [Fact]
    public void Entropy_weighs_what_differs() =>
        Scored.Same(Weights("method: entropy_weights", "unit,a,b\np,1,2\nq,2,2\nr,3,4\ns,4,2\n", "a b"), 0.6629493497641757, 0.33705065023582426);

    [Fact]
    public void Critic_weighs_what_varies_and_what_others_do_not_say() =>
        Scored.Same(Weights("method: critic_weights", "unit,a,b,c\np,0,1,0\nq,0.25,0.5,1\nr,1,0,0.5\n"), 0.3311021566601501, 0.40466215092727975, 0.2642356924125703);

    [Fact]
    public void The_first_component_of_two_correlated_columns_weighs_them_alike() =>
        Scored.Same(Weights("method: principal_component_weights", "unit,a,b\np,1,20\nq,2,10\nr,3,70\ns,4,50\n", "a b"), 0.5, 0.5);

    [Fact]
    public void The_loadings_of_three_columns_are_those_of_the_characteristic_polynomial()
    {
        // a and b agree and c stands alone: the largest eigenvalue is 2 with vector (1, 1, 0) / √2.
        const string Csv = "unit,a,b,c\np,1,2,1\nq,2,4,-1\nr,3,6,-1\ns,4,8,1\n";
        Scored.Same(Weights("method: principal_component_weights", Csv), 0.5, 0.5, 0);
        Scored.Same(Weights("method: principal_component_weights, loadings: absolute", Csv), 0.5, 0.5, 0);
    }

    [Fact]
    public void Eigenvalues_of_a_known_matrix()
    {
        // (2 − λ)((2 − λ)² − 2) = 0.
        var pairs = SymmetricEigen.Of(new double[,] { { 2, -1, 0 }, { -1, 2, -1 }, { 0, -1, 2 } });
        Assert.Equal([2 + Math.Sqrt(2), 2, 2 - Math.Sqrt(2)], pairs.Select(pair => Math.Round(pair.Value, 12)), (left, right) => Math.Abs(left - right) < 1e-11);
        Assert.All(pairs, pair => Assert.Equal(1, pair.Vector.Sum(each => each * each), 1e-12));
    }

    [Fact]
    public void Pairwise_comparisons_give_their_principal_eigenvector() =>
        Scored.Same(Weights("method: ahp_weights, parent: top, matrix: [[1, 3, 5], [1/3, 1, 3], [1/5, 1/3, 1]]", "unit,a,b,c\nu,1,2,3\n"), 0.6369855717447572, 0.25828499437449504, 0.10472943388074787);

    [Fact]
    public void The_consistency_ratio_of_these_is_0_033()
    {
        var (weights, ratio) = AhpWeights.Solve([[1, 3, 5], [1 / 3.0, 1, 3], [1 / 5.0, 1 / 3.0, 1]]);
        Assert.Equal(0.033199215998422446, ratio, 1e-9);
        Assert.Equal(1, weights.Sum(), 1e-12);
        Assert.Equal(0, AhpWeights.Solve([[1, 4], [0.25, 1]]).Ratio);
        Assert.Equal(0, AhpWeights.Solve([[1, 2, 4], [0.5, 1, 2], [0.25, 0.5, 1]]).Ratio, 1e-12);
    }

    [Theory]
    [InlineData("[[1, 3, 5], [3, 1, 3], [1/5, 1/3, 1]]", "8:61: the matrix is not reciprocal: 1 on the diagonal, and a(i,j) × a(j,i) = 1 with both positive")]
    [InlineData("[[1, 3], [1/3, 1]]", "8:61: the matrix must have 3 rows and columns, one for each child")]
    [InlineData("[[1, 9, 1/9], [1/9, 1, 9], [9, 1/9, 1]]", "the comparisons contradict each other: the consistency ratio is")]
    public void Comparisons_that_do_not_fit_are_refused(string matrix, string message) =>
        Assert.Contains(message, Scored.Refused(Spec($"method: ahp_weights, parent: top, matrix: {matrix}", "a b c"), "unit,a,b,c\nu,1,2,3\n"), StringComparison.Ordinal);

    [Fact]
    public void Entropy_refuses_negative_values_and_columns_without_differences()
    {
        Assert.Contains("entropy takes values of a that are not negative", Scored.Refused(Spec("method: entropy_weights", "a b"), "unit,a,b\np,-1,2\nq,2,2\n"), StringComparison.Ordinal);
        Assert.Contains("nothing below top varies", Scored.Refused(Spec("method: critic_weights", "a b"), "unit,a,b\np,1,2\nq,1,2\n"), StringComparison.Ordinal);
    }
}
