using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Weighing;

/// <summary>How loadings become weights.</summary>
public enum Loadings
{
    /// <summary>Their squares, which sum to 1.</summary>
    Squared,

    /// <summary>Their absolute values over the sum of these.</summary>
    Absolute,
}

/// <summary>
/// Weights by the loadings of the first principal component of the correlation matrix of a parent's children (over the rows where both of a
/// pair are there): weight = a² or |a| / Σ|a|, with a the eigenvector of length 1 of the largest eigenvalue. Any scale of the columns gives
/// the same. Source: OECD/JRC Handbook (2008), step 6; COINr get_PCA, whose weights are the loadings themselves.
/// </summary>
public sealed record PrincipalComponentWeights(
    string Step,
    [property: Description("How loadings become weights.")] Loadings Loadings = Loadings.Squared,
    IReadOnlyList<string>? Parents = null) : WeighingStep(Step, Parents)
{
    internal override double[] Weigh(ScoreNode parent, ScoreState state)
    {
        var loadings = SymmetricEigen.Of(Correlations(parent, state))[0].Vector;
        return [.. loadings.Select(loading => Loadings == Loadings.Squared ? loading * loading : Math.Abs(loading))];
    }

    internal static double[,] Correlations(ScoreNode parent, ScoreState state)
    {
        var size = parent.Children.Count;
        var matrix = new double[size, size];
        for (var row = 0; row < size; row++)
        {
            matrix[row, row] = 1;
            for (var column = row + 1; column < size; column++)
                matrix[row, column] = matrix[column, row] = Statistics.Correlation(state.Table[parent.Children[row]], state.Table[parent.Children[column]]);
        }

        return matrix;
    }
}
