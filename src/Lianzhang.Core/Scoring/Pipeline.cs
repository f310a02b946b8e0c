using System.Collections.Immutable;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring;

/// <summary>Runs the steps of a specification over a table.</summary>
public static class Pipeline
{
    /// <summary>Scores, ranks, contributions and every table on the way; or every fault, at the place in the specification that it comes from.</summary>
    /// <param name="spec">How units are scored.</param>
    /// <param name="table">The figures; columns that the specification does not name are left aside.</param>
    /// <param name="placeOf">Where the specification was written; faults name the step or indicator where it is left out.</param>
    public static Outcome<ScoreResult> Run(ScoreSpec spec, ScoreTable table, PlaceOf? placeOf = null)
    {
        var sound = CheckScoreSpec.Check(spec, placeOf);
        if (sound.Value is null)
            return Outcome<ScoreResult>.Failed(sound.Faults);
        var (rest, leftOut) = LeaveOut.Empty(spec, table);
        var (tree, place) = (new ScoreTree(rest), LeaveOut.Places(spec, placeOf ?? UnwrittenPlaces.Of));
        var faults = CheckScoreTable.Check(rest, table, place).ToList();
        if (faults.Count > 0)
            return Outcome<ScoreResult>.Failed(faults);
        var parts = new List<(int[] Rows, FinishedPart Part)>();
        foreach (var rows in Parts(rest, table))
        {
            var run = Run(Start(rest, tree, table.Rows(rows)), rest.Steps, place);
            if (!run.Succeeded(out var finished))
                return Outcome<ScoreResult>.Failed(run.Faults);
            parts.Add((rows, finished));
        }

        return Finish(rest, tree, table, parts, leftOut, place);
    }

    /// <summary>The rows that are scored together: those that are rated, all at once or group by group.</summary>
    internal static IEnumerable<int[]> Parts(ScoreSpec spec, ScoreTable table)
    {
        int[] rated = [.. Enumerable.Range(0, table.Units.Count).Where(row => IsRated(spec, table, row))];
        return spec.Group is not null && spec.Groups == GroupRule.Apart
            ? rated.GroupBy(row => table.Groups[row], StringComparer.Ordinal).Select(group => group.ToArray())
            : rated.Length == 0 ? [] : [rated];
    }

    /// <summary>The final ranks alone, by row; null where the specification does not work.</summary>
    internal static double?[]? Ranks(ScoreSpec spec, ScoreTable table)
    {
        if (CheckScoreSpec.Check(spec).Value is not { } tree || CheckScoreTable.Check(spec, table, UnwrittenPlaces.Of).Any())
            return null;
        var ranks = new double?[table.Units.Count];
        foreach (var rows in Parts(spec, table))
        {
            if (!Run(Start(spec, tree, table.Rows(rows)), spec.Steps, UnwrittenPlaces.Of).Succeeded(out var part) || !part.Last.Table.Has(part.Last.Final))
                return null;
            foreach (var (rank, at) in ScoreUnits.Ranks(part.Last, part.Last.Final, part.Last.Final).Select((rank, at) => (rank, at)))
                ranks[rows[at]] = rank;
        }

        return ranks;
    }

    internal static bool IsRated(ScoreSpec spec, ScoreTable table, int row) => spec.NotRated is null || table[spec.NotRated][row] is null or 0;

    /// <summary>The state before the first step: indicators under their codes, weights as they are written.</summary>
    internal static ScoreState Start(ScoreSpec spec, ScoreTree tree, ScoreTable table)
    {
        var start = spec.Indicators.Where(each => table.Has(each.Source)).Aggregate(table, (filled, each) => filled.With(each.Code, table[each.Source]));
        var weights = CheckWeights.Written(spec).Values.Where(each => each.Weight is not null);
        return new ScoreState(spec, tree, start) { Weights = weights.ToImmutableDictionary(each => each.Code, each => each.Weight!.Value) };
    }

    /// <summary>The states after each step, from the start on.</summary>
    internal static Outcome<FinishedPart> Run(ScoreState start, IEnumerable<ScoreStep> steps, PlaceOf place)
    {
        var states = new List<(ScoreStep? Step, ScoreState State)> { (null, start) };
        foreach (var step in steps)
        {
            try
            {
                states.Add((step, step.Run(states[^1].State with { Beside = [] })));
            }
            catch (ScoringException refused)
            {
                return Outcome<FinishedPart>.Failed(new Fault(place(step, refused.Key), refused.Text));
            }
        }

        return Outcome<FinishedPart>.Of(new FinishedPart(states));
    }

    private static Outcome<ScoreResult> Finish(ScoreSpec spec, ScoreTree tree, ScoreTable table, List<(int[] Rows, FinishedPart Part)> parts, IReadOnlyList<string> leftOut, PlaceOf place)
    {
        var final = ScoreState.FinalOf(spec, tree)!;
        if (!parts.Exists(each => each.Part.Last.Table.Has(final) && each.Part.Last.Table[final].Any(score => score is not null)))
            return Outcome<ScoreResult>.Failed(new Fault(place(spec, "score"), ($"没有单位得到 {final}", $"no unit has come to a {final}")));
        var units = new UnitScore[table.Units.Count];
        for (var row = 0; row < units.Length; row++)
            units[row] = new UnitScore(table.Units[row], table.Groups[row], IsRated: false, Score: null, Rank: null, Class: null, [], []);
        foreach (var (rows, part) in parts)
        {
            foreach (var (unit, at) in ScoreUnits.Of(part.Last, final).Select((unit, at) => (unit, at)))
                units[rows[at]] = unit;
        }

        return Outcome<ScoreResult>.Of(new ScoreResult(final, spec.Group is not null && spec.Groups != GroupRule.Together, tree.Nodes, units, TraceSteps.Of(parts), leftOut));
    }
}

/// <summary>What the steps did to the rows that were scored together.</summary>
internal sealed record FinishedPart(IReadOnlyList<(ScoreStep? Step, ScoreState State)> States)
{
    public ScoreState Last => States[^1].State;
}
