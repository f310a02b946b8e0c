namespace Lianzhang.Core.Scoring.Weighing;

/// <summary>The same weight for every child: 1 / n. Source: OECD/JRC Handbook (2008), step 6.</summary>
public sealed record EqualWeights(string Step, IReadOnlyList<string>? Parents = null) : WeighingStep(Step, Parents)
{
    internal override bool ReadsValues => false;

    internal override double[] Weigh(ScoreNode parent, ScoreState state) => [.. parent.Children.Select(_ => 1.0)];
}
