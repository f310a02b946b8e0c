namespace Lianzhang.Core.Scoring;

/// <summary>Reads off the last state what each unit came to.</summary>
internal static class ScoreUnits
{
    public static IEnumerable<UnitScore> Of(ScoreState state, string final)
    {
        var columns = Shown(state).ToDictionary(code => code, code => (Values: state.Table[code], Ranks: Ranks(state, code, final)), StringComparer.Ordinal);
        var contributions = state.Contributions.SelectMany(step => step).ToLookup(each => each.Row, each => each.Contribution);
        for (var row = 0; row < state.Table.Units.Count; row++)
        {
            yield return new UnitScore(
                state.UnitAt(row),
                state.Table.Groups[row],
                IsRated: true,
                columns[final].Values[row],
                columns[final].Ranks[row],
                state.Classes.GetValueOrDefault(row),
                [.. columns.Select(column => new NodeScore(column.Key, column.Value.Values[row], column.Value.Ranks[row]))],
                [.. contributions[row]]);
        }
    }

    /// <summary>The columns of the hierarchy that are there, then those that steps made.</summary>
    public static IEnumerable<string> Shown(ScoreState state) =>
        state.Tree.Nodes.Select(node => node.Code).Concat(state.Spec.Steps.Select(step => step.Makes).OfType<string>()).Distinct(StringComparer.Ordinal).Where(state.Table.Has);

    /// <summary>The ranks of a column, by its values rounded to 6 digits.</summary>
    public static double?[] Ranks(ScoreState state, string code, string final) => Ranking.Of(
        [.. state.Table[code].Select(Ranking.Round)],
        code == final || state.Tree.Find(code) is { Level: > 1 } ? state.Spec.Best : state.DirectionOf(code),
        state.Spec.Ties,
        state.RankGroups);
}
