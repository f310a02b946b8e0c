using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring;

/// <summary>Finds what is wrong with a specification, whatever the data.</summary>
public static class CheckScoreSpec
{
    /// <summary>The tree of a sound specification, or every fault.</summary>
    public static Outcome<ScoreTree> Check(ScoreSpec spec, PlaceOf? placeOf = null)
    {
        var place = placeOf ?? UnwrittenPlaces.Of;
        var faults = Names(spec, place).Concat(Parents(spec, place)).ToList();
        // Without a tree there are no levels and children to check the rest against.
        if (faults.Count > 0)
            return Outcome<ScoreTree>.Failed(faults);
        var tree = new ScoreTree(spec);
        faults.AddRange(CheckWeights.Check(spec, tree, place));
        faults.AddRange(Steps(spec, tree, place));
        if (ScoreState.FinalOf(spec, tree) is not { } final)
            faults.Add(new Fault(place(spec, "score"), ("没有唯一的顶层指标，请用 score 写明按哪个得分排名", "there is no single aggregate at the top; say by score what ranks")));
        else if (tree.Find(final) is null && spec.Steps.All(step => step.Makes != final))
            faults.Add(new Fault(place(spec, "score"), Unknown(final, tree.Nodes.Select(node => node.Code))));
        return faults.Count > 0 ? Outcome<ScoreTree>.Failed(faults) : Outcome<ScoreTree>.Of(tree);
    }

    internal static Text Unknown(string code, IEnumerable<string> known)
    {
        var hint = Nearest.Hint(code, known);
        return ($"未知的代码 {code}{hint.Zh}", $"unknown code {code}{hint.En}");
    }

    private static IEnumerable<Fault> Names(ScoreSpec spec, PlaceOf place)
    {
        if (spec.Indicators.Count == 0)
            yield return new Fault(place(spec, "indicators"), ("没有指标", "there are no indicators"));
        if (spec.Best == Direction.Neutral)
            yield return new Fault(place(spec, "best"), ("best 只能是 up 或 down", "best is up or down"));
        foreach (var indicator in spec.Indicators.Where(each => each.Direction == Direction.Neutral))
            yield return new Fault(place(indicator, "direction"), ("评分指标须越高越好 (up) 或越低越好 (down)", "what is scored is better when it goes up or when it goes down"));
        foreach (var (code, record) in Coded(spec).GroupBy(each => each.Code).SelectMany(same => same.Skip(1)))
            yield return new Fault(place(record, "code"), ($"代码 {code} 重复", $"the code {code} is there twice"));
        foreach (var step in spec.Steps.GroupBy(step => step.Step).SelectMany(same => same.Skip(1)))
            yield return new Fault(place(step, "step"), ($"步骤 {step.Step} 重名", $"the step {step.Step} is there twice"));
    }

    private static IEnumerable<(string Code, object Record)> Coded(ScoreSpec spec) =>
        spec.Indicators.Select(each => (each.Code, (object)each)).Concat((spec.Aggregates ?? []).Select(each => (each.Code, (object)each)));

    private static IEnumerable<Fault> Parents(ScoreSpec spec, PlaceOf place)
    {
        var aggregates = (spec.Aggregates ?? []).DistinctBy(each => each.Code).ToDictionary(each => each.Code, StringComparer.Ordinal);
        var parents = spec.Indicators.Select(each => (each.Parent, Record: (object)each)).Concat((spec.Aggregates ?? []).Select(each => (each.Parent, (object)each)));
        foreach (var (parent, record) in parents.Where(each => each.Parent is not null && !aggregates.ContainsKey(each.Parent)))
            yield return new Fault(place(record, "parent"), Unknown(parent!, aggregates.Keys));
        foreach (var aggregate in spec.Aggregates ?? [])
        {
            if (RunsInCircle(aggregate, aggregates))
                yield return new Fault(place(aggregate, "parent"), ($"{aggregate.Code} 的上级最终回到自身", $"the parents of {aggregate.Code} lead back to itself"));
            if (spec.Indicators.All(each => each.Parent != aggregate.Code) && spec.Aggregates!.All(each => each.Parent != aggregate.Code))
                yield return new Fault(place(aggregate, "code"), ($"{aggregate.Code} 没有下级", $"{aggregate.Code} has nothing below it"));
        }
    }

    private static bool RunsInCircle(AggregateSpec start, Dictionary<string, AggregateSpec> aggregates)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = start; at is not null; at = at.Parent is { } parent ? aggregates.GetValueOrDefault(parent) : null)
        {
            if (!seen.Add(at.Code))
                return at.Code == start.Code;
        }

        return false;
    }

    private static IEnumerable<Fault> Steps(ScoreSpec spec, ScoreTree tree, PlaceOf place) =>
        NeededColumns.Steps(spec)
            .SelectMany(step => step.Check(tree).Select(fault => new Fault(place(step, fault.Key), fault.Message)));
}
