using Lianzhang.Core.Assessment;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Assessment;

/// <summary>A plan of the programme in force.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Groups">The groups that it compares.</param>
/// <param name="Periods">The last periods that have ended, the latest first.</param>
public sealed record AssessmentPlanLine(string Code, Text Name, IReadOnlyList<Text> Groups, IReadOnlyList<Period> Periods);

/// <summary>The plans and the assessments that the reader may see, the latest first.</summary>
public sealed record AssessmentList(IReadOnlyList<AssessmentPlanLine> Plans, IReadOnlyList<AssessmentLine> Runs, bool MayStart);

/// <summary>Lists plans and assessments.</summary>
public sealed record ListAssessments : IRequest<AssessmentList>;

/// <summary>Results that wait for the reader to check, to object to or to seal them.</summary>
public sealed record FeedAssessments : IRequest<WorkItems>;

internal sealed class ListAssessmentsSlice(AssessmentBook book, TimeProvider time) : Slice<ListAssessments, AssessmentList>
{
    private const int Most = 200;
    private const int Periods = 8;

    public override Permission Permission { get; } = new(AssessmentBook.Read, Changes: false);

    protected override async Task<Answer<AssessmentList>> Handle(ListAssessments request, CancellationToken cancel)
    {
        var plans = (await book.Rules(cancel))?.Programme.Assessment.Plans ?? [];
        var runs = await book.Runs.AsNoTracking().OrderByDescending(run => run.MadeAt).Take(Most).ToListAsync(cancel);
        return new AssessmentList(
            [.. plans.Select(plan => new AssessmentPlanLine(plan.Code, plan.Name, [.. plan.Groups.Select(group => group.Name)], [.. Enumerable.Range(0, Periods).Select(back => Period.LastEnded(plan.Every, time.Today().AddDays(-1)).Shift(-back))]))],
            [.. runs.Select(AssessmentLine.Of)],
            book.Holds(AssessmentBook.Manage));
    }
}

internal sealed class FeedAssessmentsSlice(AssessmentBook book, CurrentCaller caller, TimeProvider time) : Slice<FeedAssessments, WorkItems>
{
    public override Permission Permission { get; } = new(AssessmentBook.Read, Changes: false);

    protected override async Task<Answer<WorkItems>> Handle(FeedAssessments request, CancellationToken cancel)
    {
        var today = time.Today();
        var open = await book.Runs.AsNoTracking().Where(run => run.State == AssessmentState.Draft || run.State == AssessmentState.Checked || run.State == AssessmentState.Publicity)
            .OrderBy(run => run.MadeAt).Take(WorkItems.Most).ToListAsync(cancel);
        return new WorkItems([.. open.Select(run => (run, words: Words(run, today))).Where(one => one.words is not null)
            .Select(one => new WorkItem(WorkColumn.ToDo, one.words!.Value, $"/assessment/{one.run.Id}", one.run.MadeAt, one.run.State == AssessmentState.Publicity ? one.run.ObjectBy : null))]);
    }

    private Text? Words(AssessmentRun run, DateOnly today) => run.State switch
    {
        AssessmentState.Draft when book.Holds(AssessmentBook.Check) && run.MadeBy != caller.Caller.Account => ($"审核考核结果：{run.PlanName} {run.Of.In(Language.Chinese)}", $"Check: {run.PlanNameEn} {run.Of.In(Language.English)}"),
        AssessmentState.Checked when book.Holds(AssessmentBook.Manage) => ($"公示考核结果：{run.PlanName} {run.Of.In(Language.Chinese)}", $"Open to objections: {run.PlanNameEn} {run.Of.In(Language.English)}"),
        AssessmentState.Publicity when book.Holds(AssessmentBook.Object) && run.ObjectBy >= today => ($"核对公示的考核结果：{run.PlanName} {run.Of.In(Language.Chinese)}", $"Look over: {run.PlanNameEn} {run.Of.In(Language.English)}"),
        AssessmentState.Publicity when book.Holds(AssessmentBook.Decide) && run.ObjectBy < today => ($"封存考核结果：{run.PlanName} {run.Of.In(Language.Chinese)}", $"Seal: {run.PlanNameEn} {run.Of.In(Language.English)}"),
        _ => null,
    };
}
