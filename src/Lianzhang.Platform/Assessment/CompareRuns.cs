using Lianzhang.Core.Assessment;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Assessment;

/// <summary>Two assessments by one plan.</summary>
/// <param name="Before">The one of the earlier period.</param>
/// <param name="After">The one of the later period.</param>
/// <param name="Names">Names of groups and of parts of scores by their codes.</param>
/// <param name="LeftOut">Which indicators do not count in one of them, with its period.</param>
/// <param name="Comparison">What differs.</param>
public sealed record ComparedRuns(AssessmentLine Before, AssessmentLine After, IReadOnlyDictionary<string, Text> Names, IReadOnlyList<Text> LeftOut, AssessmentComparison Comparison);

/// <summary>Sets two assessments by one plan side by side, in the order of their periods: who moved by how many places, by which parts of the score, and what changed in the rules.</summary>
public sealed record CompareRuns(Guid Id, Guid Other) : IRequest<ComparedRuns>;

internal sealed class CompareRunsSlice(AssessmentBook book) : Slice<CompareRuns, ComparedRuns>
{
    public override Permission Permission { get; } = new(AssessmentBook.Read, Changes: false);

    protected override async Task<Answer<ComparedRuns>> Handle(CompareRuns request, CancellationToken cancel)
    {
        if (await book.Find(request.Id, cancel) is not { } one || await book.Find(request.Other, cancel) is not { } other)
            return AssessmentBook.NoRun;
        if (one.Plan != other.Plan)
            return Problem.Invalid(("两次考核不是同一方案，不能对比。", "The two are not by one plan."));
        var (before, after) = (one.Period, one.MadeAt).CompareTo((other.Period, other.MadeAt)) <= 0 ? (one, other) : (other, one);
        if (await book.Figures(before, number: null, cancel) is not { Result: { } was } then || await book.Figures(after, number: null, cancel) is not { Result: { } now } later)
            return Problem.Conflict(("其中一次考核数据不全，不能计算得分。", "One of them cannot be scored."));
        var comparison = CompareAssessments.Of(then.Sheet, was, later.Sheet, now);
        return new ComparedRuns(AssessmentLine.Of(before), AssessmentLine.Of(after), Names(comparison, was, now), [.. LeftOut(before, was), .. LeftOut(after, now)], comparison);
    }

    private static Dictionary<string, Text> Names(AssessmentComparison comparison, AssessmentResult was, AssessmentResult now) =>
        now.Plan.Groups.Concat(was.Plan.Groups).Select(group => (group.Code, group.Name))
            .Concat(comparison.Indicators.Select(part => (part.Code, Name: now.NameOf(part.Code) is { } name && name.Zh != part.Code ? name : was.NameOf(part.Code))))
            .DistinctBy(named => named.Code).ToDictionary(named => named.Code, named => named.Name);

    private static IEnumerable<Text> LeftOut(AssessmentRun run, AssessmentResult result) =>
        result.LeftOut is { } left ? [($"{run.Of.In(Language.Chinese)}：{left.Zh}", $"{run.Of.In(Language.English)}: {left.In(Language.English)}")] : [];
}
