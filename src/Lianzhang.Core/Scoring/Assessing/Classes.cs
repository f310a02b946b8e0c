using System.ComponentModel;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring.Assessing;

/// <summary>A class and the share of units, from the best down, at which it ends.</summary>
public sealed record ClassShare(
    [property: Description("The word for it.")] string Word,
    [property: Description("The share of units at which it ends, counted from the best; 1 for the last.")] double To);

/// <summary>
/// The class of each unit by its place from the best: by default A to 20 %, B to 60 %, C to 95 %, D the last. Those with the same score (rounded
/// to 6 digits) share a class: it is the class of the last of their places, so that a border is never exceeded: no more than 20 % are A, and no
/// fewer than 5 % are D. A border lies at share × n, rounded down. Places are counted within groups where these are ranked apart. A missing score
/// has no class. Source: provincial rules for the evaluation of results per mu; Shandong: A at most 20 %, D at least 5 %.
/// </summary>
public sealed record Classes(
    string Step,
    [property: Description("The classes, the best first.")] IReadOnlyList<ClassShare>? Shares = null,
    [property: Description("Code of the score that is classed; the one that ranks if left out.")] string? Column = null) : ScoreStep(Step)
{
    // 0.29 × 100 is a hair below 29 in binary floating point.
    private const double Slack = 1e-9;

    private static readonly ClassShare[] Usual = [new("A", 0.2), new("B", 0.6), new("C", 0.95), new("D", 1)];

    internal override IEnumerable<(string Key, string Code)> Reads => Column is null ? [] : [("column", Column)];

    internal override IEnumerable<(string Key, Text Message)> Check(ScoreTree tree)
    {
        var to = (Shares ?? Usual).Select(share => share.To).ToList();
        if (to.Count == 0 || to[^1] != 1 || to[0] <= 0 || to.Zip(to.Skip(1)).Any(pair => pair.First >= pair.Second))
            yield return ("shares", ("各类比例须递增并以 1 结束", "shares rise and end with 1"));
    }

    internal override ScoreState Run(ScoreState state)
    {
        var column = Column ?? state.Final;
        if (!state.Table.Has(column))
            throw new ScoringException(($"得分 {column} 尚未算出", $"the score {column} has not been made yet"), "column");
        double?[] scores = [.. state.Table[column].Select(Ranking.Round)];
        var places = Ranking.Of(scores, state.Spec.Best, Ties.Last, state.RankGroups);
        var classes = places.Select((place, row) => (Row: row, Place: place)).Where(each => each.Place is not null)
            .Select(each => KeyValuePair.Create(each.Row, ClassOf(each.Place!.Value, Count(places, state.RankGroups, each.Row))));
        return state with { Classes = state.Classes.SetItems(classes) };
    }

    private string ClassOf(double place, int count) =>
        (Shares ?? Usual).First(share => share.To == 1 || place <= Math.Floor((share.To * count) + Slack)).Word;

    private static int Count(double?[] places, IReadOnlyList<string>? groups, int row) =>
        places.Where((place, other) => place is not null && (groups is null || groups[other] == groups[row])).Count();
}
