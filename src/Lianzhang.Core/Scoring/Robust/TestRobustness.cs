using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring.Robust;

/// <summary>
/// Tries a specification with weights that are off and with other methods, by a seed: which ranks each unit takes, what the shifts come from,
/// and what happens without each indicator.
/// </summary>
public static class TestRobustness
{
    private const int MostCombinations = 500;
    private const long Purpose = 0xC4A9CE;

    /// <param name="spec">How units are scored.</param>
    /// <param name="table">The figures.</param>
    /// <param name="uncertainty">What is uncertain; what the specification says, or else weights that are off by a quarter, if left out.</param>
    /// <param name="placeOf">Where the specification was written.</param>
    public static Outcome<Robustness> Run(ScoreSpec spec, ScoreTable table, RobustnessSpec? uncertainty = null, PlaceOf? placeOf = null)
    {
        var place = placeOf ?? UnwrittenPlaces.Of;
        var asked = uncertainty ?? spec.Robustness ?? new RobustnessSpec();
        var asIs = Pipeline.Run(spec, table, place);
        if (!asIs.Succeeded(out var result))
            return Outcome<Robustness>.Failed(asIs.Faults);
        var faults = Check(spec, asked, place).ToList();
        if (faults.Count > 0)
            return Outcome<Robustness>.Failed(faults);
        var (rest, _) = LeaveOut.Empty(spec with { Robustness = asked }, table);
        var prepared = RobustModel.Of(rest, new ScoreTree(rest), table, rest.Robustness!, LeaveOut.Places(spec, place));
        if (!prepared.Succeeded(out var model))
            return Outcome<Robustness>.Failed(prepared.Faults);
        try
        {
            return Outcome<Robustness>.Of(new Robustness(
                asked.Runs,
                asked.Seed,
                Chance(model, result, asked),
                asked.Sobol > 0 ? SobolIndices.Of(model, table.Units, asked.Sobol, (ulong)asked.Seed) : null,
                [.. rest.Indicators.Where(each => each.Parent is not null).Select(each => RemoveIndicator.Of(rest, table, result, each.Code))]));
        }
        catch (ScoringException refused)
        {
            return Outcome<Robustness>.Failed(new Fault(place(asked, string.Empty), refused.Text));
        }
    }

    /// <summary>
    /// The numbers from 0 to 1 that a run draws: one for each step with alternatives, then one for each child of each aggregate with several, the
    /// aggregates from the bottom to the top.
    /// </summary>
    public static double[] Sample(int seed, int run, int dimensions)
    {
        var chance = Draw.For((ulong)seed, Purpose, run);
        var numbers = new double[dimensions];
        for (var at = 0; at < dimensions; at++)
            numbers[at] = chance.Fraction();
        return numbers;
    }

    /// <summary>Why nothing can be tried like this.</summary>
    internal static IEnumerable<Fault> Check(ScoreSpec spec, RobustnessSpec asked, PlaceOf place)
    {
        if (asked.Weights is < 0 or > 1)
            yield return new Fault(place(asked, "weights"), ("weights 须在 0 与 1 之间", "weights lies between 0 and 1"));
        if (asked.Runs is < 1 or > 1_000_000)
            yield return new Fault(place(asked, "runs"), ("runs 须在 1 与 1000000 之间", "runs lies between 1 and 1,000,000"));
        if (asked.Sobol is < 0 or > 100_000)
            yield return new Fault(place(asked, "sobol"), ("sobol 须在 0 与 100000 之间", "sobol lies between 0 and 100,000"));
        var steps = spec.Steps.Select(step => step.Step).ToList();
        foreach (var each in asked.Alternatives ?? [])
        {
            if (!steps.Contains(each.Step))
                yield return new Fault(place(each, "step"), CheckScoreSpec.Unknown(each.Step, steps));
            foreach (var method in each.Methods.Where(method => method.Step != each.Step))
                yield return new Fault(place(method, "step"), ($"备选方法的 step 应为 {each.Step}", $"a method that might be used instead has the step's name, {each.Step}"));
        }

        if ((asked.Alternatives ?? []).Aggregate(1.0, (product, each) => product * (each.Methods.Count + 1)) > MostCombinations)
            yield return new Fault(place(asked, "alternatives"), ($"方法组合超过 {MostCombinations} 种", $"there are more than {MostCombinations} combinations of methods"));
    }

    private static List<RobustUnit> Chance(RobustModel model, ScoreResult asIs, RobustnessSpec asked)
    {
        var (scores, ranks) = (new double[model.Units], new double[model.Units]);
        // Ranks that are the mean of places end in a half, so that twice a rank is a whole number.
        int[][] counts = [.. Enumerable.Range(0, model.Units).Select(_ => new int[(2 * model.Units) + 1])];
        for (var run = 0; run < asked.Runs; run++)
        {
            model.Run(Sample(asked.Seed, run, model.Dimensions), scores, ranks);
            for (var unit = 0; unit < ranks.Length; unit++)
            {
                if (!double.IsNaN(ranks[unit]))
                    counts[unit][(int)(2 * ranks[unit])]++;
            }
        }

        return [.. asIs.Units.Select((unit, at) => Summarise(unit, counts[at]))];
    }

    private static RobustUnit Summarise(UnitScore unit, int[] counts)
    {
        var all = counts.Sum();
        if (all == 0)
            return new RobustUnit(unit.Unit, unit.Group, unit.Rank, Best: null, Low: null, Median: null, High: null, Worst: null, []);
        var there = counts.Select((count, twice) => (Rank: twice / 2.0, Count: count)).Where(each => each.Count > 0).ToList();
        // A rank that occurred, never one between two: the first that the share of runs reaches.
        double At(double share)
        {
            var needed = (share * all) - 1e-9;
            return there.First(each => (needed -= each.Count) <= 0).Rank;
        }

        return new RobustUnit(unit.Unit, unit.Group, unit.Rank, there[0].Rank, At(0.05), At(0.5), At(0.95), there[^1].Rank,
            [.. there.Select(each => new RankShare(each.Rank, (double)each.Count / all))]);
    }
}
