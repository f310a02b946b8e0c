using Lianzhang.Core.Scoring;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Assessment;

/// <summary>Finds whether a sealed result is what was sealed, and whether it follows from its figures and rules.</summary>
public static class VerifyAssessment
{
    /// <summary>Everything that is not as it was sealed, each with where it is; nothing where all holds.</summary>
    /// <param name="text">The sealed result as it was handed out.</param>
    /// <param name="published">The hash that was made known, where it is known: without it nobody can tell a result that was made anew as a whole.</param>
    public static IReadOnlyList<Text> Check(string text, string? published = null)
    {
        if (SealedAssessment.Read(text, out var fault) is not { } result)
            return [($"不是封存的考核结果：{fault}", $"this is no sealed assessment: {fault}")];
        var altered = Altered(result).ToList();
        if (published is not null && result.Seals.All != published)
            altered.Add(($"封存码与公布的不一致：文件为 {result.Seals.All}", $"the seal is not the published one: the file has {result.Seals.All}"));
        if (altered.Count == 0 && FirstDifference(text, result.Write()) is { } line)
            altered.Add(($"第 {line} 行的写法与封存时不同", $"line {line} is not written as it was sealed"));
        return [.. altered, .. Recomputed(result)];
    }

    private static IEnumerable<Text> Altered(SealedAssessment result)
    {
        var (sealedThen, now) = (result.Seals, result.Computed());
        if (sealedThen.Rules != now.Rules)
            yield return ("规则（rules）被改动", "the rules were altered");
        foreach (var text in Each(sealedThen.Rows, now.Rows, at => ($"{result.Rows[at].Name}（{result.Rows[at].Code}）的数据被改动", $"the figures of {result.Rows[at].Code} were altered"), ("数据", "figures")))
            yield return text;
        foreach (var text in Each(sealedThen.Scores, now.Scores, at => ($"{result.Scores[at].Member} 的得分 {result.Scores[at].Node} 被改动", $"the score {result.Scores[at].Node} of {result.Scores[at].Member} was altered"), ("得分", "scores")))
            yield return text;
        foreach (var text in Each(sealedThen.Objections, now.Objections, at => ($"第 {at + 1} 件异议的处理被改动", $"objection {at + 1} was altered"), ("异议", "objections")))
            yield return text;
        if (sealedThen.All != now.All)
            yield return ("总封存码不符：方案、时期或某项封存码被改动", "the seal of all does not hold: the plan, the period or a hash was altered");
    }

    private static IEnumerable<Text> Each(IReadOnlyList<string> then, IReadOnlyList<string> now, Func<int, Text> where, Text parts)
    {
        if (then.Count != now.Count)
            yield return ($"{parts.Zh}的条数被改动：封存 {then.Count} 条，现有 {now.Count} 条", $"the number of {parts.En} was altered: {then.Count} were sealed, {now.Count} are there");
        for (var at = 0; at < Math.Min(then.Count, now.Count); at++)
        {
            if (then[at] != now[at])
                yield return where(at);
        }
    }

    private static IEnumerable<Text> Recomputed(SealedAssessment result)
    {
        if (result.Methods != StepMethods.Version)
            return [($"评分方法版本为 {result.Methods}，本程序为 {StepMethods.Version}，无法重算", $"it was scored by version {result.Methods} of the methods; this is {StepMethods.Version}, which cannot compute it again")];
        if (result.Sheet is not { } sheet)
            return [($"时期 {result.Period} 无法识别", $"the period {result.Period} cannot be read")];
        var run = AssessSheet.Run(sheet);
        if (!run.Succeeded(out var again))
            return run.Faults.Select(fault => new Text($"无法重算：{fault.Message.Zh}", $"it cannot be computed again: {fault.Message.In(Language.English)}"));
        var scores = SealedAssessment.ScoresOf(again);
        if (scores.Count != result.Scores.Count)
            return [($"重算得到 {scores.Count} 个得分，封存 {result.Scores.Count} 个", $"computed again there are {scores.Count} scores, sealed are {result.Scores.Count}")];
        return scores.Zip(result.Scores).Where(pair => pair.First != pair.Second).Select(pair => new Text(
            $"{pair.First.Member} 的 {pair.First.Node} 重算为 {Words(pair.First)}，封存为 {Words(pair.Second)}",
            $"{pair.First.Node} of {pair.First.Member} comes to {Words(pair.First)}, sealed is {Words(pair.Second)}"));
    }

    private static string Words(SealedScore score) => $"{score.Score ?? "-"} ({score.Rank ?? "-"})";

    // The line in which two texts first differ; null where they are the same.
    private static int? FirstDifference(string one, string other)
    {
        if (one == other)
            return null;
        var same = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return one[..Math.Min(same, one.Length)].Count(letter => letter == '\n') + 1;
    }
}
