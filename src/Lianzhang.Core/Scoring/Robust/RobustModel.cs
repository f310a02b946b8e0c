using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring.Robust;

/// <summary>A specification as a function of what is uncertain: numbers from 0 to 1 in, scores and ranks of all units out.</summary>
internal sealed class RobustModel
{
    private readonly ScoreSpec spec;
    private readonly RobustnessSpec uncertainty;
    private readonly IReadOnlyList<int[]> rows;
    private readonly IReadOnlyList<IReadOnlyList<ScoreStep>> choices;
    private readonly RobustPart[][] parts;
    private readonly IReadOnlyList<int[]> groups;

    private RobustModel(ScoreSpec spec, ScoreTable table, RobustnessSpec uncertainty, IReadOnlyList<IReadOnlyList<ScoreStep>> choices, RobustPart[][] parts, IReadOnlyList<RobustInput> inputs)
    {
        (this.spec, this.uncertainty, this.choices, this.parts, Inputs) = (spec, uncertainty, choices, parts, inputs);
        rows = [.. Pipeline.Parts(spec, table)];
        Units = table.Units.Count;
        var isApart = spec.Group is not null && spec.Groups != GroupRule.Together;
        groups = [.. rows.SelectMany(each => each).GroupBy(row => isApart ? table.Groups[row] : string.Empty, StringComparer.Ordinal).Select(group => group.ToArray())];
    }

    public int Units { get; }

    public IReadOnlyList<RobustInput> Inputs { get; }

    public int Dimensions => Inputs.Sum(input => input.Length);

    /// <summary>What stands for the specification as it is: its own methods, its own weights.</summary>
    public double[] Nominal() => [.. Inputs.SelectMany((input, at) => Enumerable.Repeat(at < choices.Count ? 0 : 0.5, input.Length))];

    /// <summary>The model with every choice of methods prepared, or why one of them cannot be.</summary>
    public static Outcome<RobustModel> Of(ScoreSpec spec, ScoreTree tree, ScoreTable table, RobustnessSpec uncertainty, PlaceOf place)
    {
        var alternatives = uncertainty.Alternatives ?? [];
        IReadOnlyList<IReadOnlyList<ScoreStep>> methods = [.. alternatives.Select(each => (IReadOnlyList<ScoreStep>)[spec.Steps.First(step => step.Step == each.Step), .. each.Methods])];
        var (inputs, uncertain) = InputsOf(tree, alternatives, uncertainty.Weights > 0);
        var all = new List<RobustPart[]>();
        foreach (var part in Pipeline.Parts(spec, table))
        {
            var start = Pipeline.Start(spec, tree, table.Rows(part));
            var prepared = Combinations(methods).Select(chosen => RobustPart.Prepare(start, Chosen(spec, chosen), uncertain, place)).ToList();
            if (prepared.Find(each => each.Value is null) is { } failed)
                return Outcome<RobustModel>.Failed(failed.Faults);
            all.Add([.. prepared.Select(each => each.Value!)]);
        }

        return Outcome<RobustModel>.Of(new RobustModel(spec, table, uncertainty, methods, [.. all], inputs));
    }

    /// <summary>Fills in the score and rank of every unit, not a number for those that have none.</summary>
    public void Run(ReadOnlySpan<double> sample, double[] scores, double[] ranks)
    {
        Array.Fill(scores, double.NaN);
        Array.Fill(ranks, double.NaN);
        for (var part = 0; part < parts.Length; part++)
        {
            var found = parts[part][Choice(sample)].Score(sample, uncertainty.Weights);
            for (var at = 0; at < found.Length; at++)
                scores[rows[part][at]] = found[at];
        }

        foreach (var group in groups)
            RankRows.Rank(group, scores, ranks, spec.Best == Direction.Down, spec.Ties);
    }

    private int Choice(ReadOnlySpan<double> sample)
    {
        var choice = 0;
        for (var at = 0; at < choices.Count; at++)
            choice = (choice * choices[at].Count) + Math.Min((int)(sample[at] * choices[at].Count), choices[at].Count - 1);
        return choice;
    }

    // In the order in which Choice counts: the last step turns fastest.
    private static IEnumerable<IReadOnlyList<ScoreStep>> Combinations(IReadOnlyList<IReadOnlyList<ScoreStep>> methods) =>
        methods.Aggregate((IEnumerable<IReadOnlyList<ScoreStep>>)[[]], (all, next) => all.SelectMany(chosen => next.Select(method => (IReadOnlyList<ScoreStep>)[.. chosen, method])));

    private static List<ScoreStep> Chosen(ScoreSpec spec, IReadOnlyList<ScoreStep> chosen) =>
        [.. spec.Steps.Select(step => chosen.FirstOrDefault(each => each.Step == step.Step) ?? step)];

    private static (List<RobustInput> Inputs, List<UncertainWeight> Weights) InputsOf(ScoreTree tree, IReadOnlyList<Alternatives> alternatives, bool weights)
    {
        var inputs = alternatives.Select((each, at) => new RobustInput(each.Step, at, 1)).ToList();
        var uncertain = new List<UncertainWeight>();
        foreach (var parent in tree.Aggregates.Where(node => weights && node.Children.Count > 1))
        {
            var start = alternatives.Count + uncertain.Count;
            inputs.Add(new RobustInput($"{InputWords.Weights}{parent.Code}", start, parent.Children.Count));
            uncertain.AddRange(parent.Children.Select((child, at) => new UncertainWeight(child, start + at)));
        }

        return (inputs, uncertain);
    }
}
