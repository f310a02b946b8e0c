using Lianzhang.Core.Assessment;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Scoring;
using Lianzhang.Core.Scoring.Robust;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Assessment;

/// <summary>Opens an assessment with its result.</summary>
public sealed record GetAssessment(Guid Id) : IRequest<AssessmentView>;

internal sealed class GetAssessmentSlice(LianzhangDb db, AssessmentBook book, CurrentCaller caller, TimeProvider time) : Slice<GetAssessment, AssessmentView>
{
    public override Permission Permission { get; } = new(AssessmentBook.Read, Changes: false);

    protected override async Task<Answer<AssessmentView>> Handle(GetAssessment request, CancellationToken cancel)
    {
        if (await book.Find(request.Id, cancel) is not { } run || await book.Sheet(run, number: null, cancel) is not { } sheet)
            return AssessmentBook.NoRun;
        var scored = AssessSheet.Run(sheet);
        var plan = AssessSheet.PlanOf(sheet);
        var robust = scored.Value is null || plan?.Scoring.Robustness is null ? null : TestRobustness.Run(AssessSheet.SpecOf(plan), AssessSheet.TableOf(plan, sheet)).Value;
        return new AssessmentView(
            AssessmentLine.Of(run),
            run.Plan,
            plan is null ? [] : Groups(sheet, plan, scored.Value, robust),
            [.. (plan?.Columns ?? []).Select(AssessedColumnView.Of)],
            [.. (plan?.Scoring.Steps ?? []).Select(step => new AssessmentStepView(step.Step, step.Method))],
            [.. scored.Faults.Select(fault => fault.Message)],
            await Versions(run.Id, cancel),
            await db.Set<AssessmentEvent>().AsNoTracking().Where(happened => happened.RunId == run.Id).OrderByDescending(happened => happened.Number)
                .Select(happened => new AssessmentEventView(happened.Number, happened.At, happened.By, new Text(happened.Words, happened.WordsEn))).ToListAsync(cancel),
            await Objections(run.Id, plan, cancel),
            await book.Uses(run.Id).AsNoTracking().OrderBy(use => use.Id)
                .Select(use => new UseView(use.Id, use.Member, use.MemberName, new Text(use.UseName, use.UseNameEn), use.Honours, use.State, use.Reason, use.DecidedBy)).ToListAsync(cancel),
            robust,
            scored.Value is { } result ? result.Scores.Nodes.ToDictionary(node => node.Code, node => result.NameOf(node.Code)) : new Dictionary<string, Text>(),
            await May(run, plan, cancel));
    }

    // Who cannot be scored yet is there all the same, so that its figures can be put in.
    private static IReadOnlyList<AssessedGroupView> Groups(AssessmentSheet sheet, AssessmentPlan plan, AssessmentResult? result, Robustness? robust)
    {
        var scores = result?.Scores.Units.ToDictionary(unit => unit.Unit) ?? [];
        var intervals = robust?.Units.ToDictionary(unit => unit.Unit) ?? [];
        return
        [
            .. from @group in plan.Groups
               select new AssessedGroupView(@group.Code, @group.Name,
               [
                   .. from row in sheet.Rows
                      where row.Group == @group.Code
                      let score = scores.GetValueOrDefault(row.Code)
                      orderby score?.Rank ?? double.MaxValue, row.Code
                      select new AssessedMember(row.Code, row.Name, Ranking.Round(score?.Score), score?.Rank, score?.Class, row.Values.Count(value => value.Value is null), intervals.GetValueOrDefault(row.Code)),
               ]),
        ];
    }

    private async Task<IReadOnlyList<AssessmentVersion>> Versions(Guid run, CancellationToken cancel) =>
        await db.Set<AssessmentFigures>().AsNoTracking().Where(figures => figures.RunId == run).OrderByDescending(figures => figures.Number)
            .Select(figures => new AssessmentVersion(figures.Number, figures.Why, figures.By, figures.At)).ToListAsync(cancel);

    private async Task<IReadOnlyList<ObjectionView>> Objections(Guid run, AssessmentPlan? plan, CancellationToken cancel) =>
        [.. (await book.Objections(run).AsNoTracking().OrderBy(objection => objection.At).ToListAsync(cancel)).Select(one => new ObjectionView(
            one.Id, one.Member, one.MemberName, one.Column, one.Column is { } column ? plan?.FindColumn(column)?.Name : null, one.Words, one.By, one.At, one.State, one.Reason, one.DecidedBy))];

    private async Task<AssessmentMay> May(AssessmentRun run, AssessmentPlan? plan, CancellationToken cancel)
    {
        var (standing, today) = (await book.Standing(run, cancel), time.Today());
        return new AssessmentMay(
            [.. Enum.GetValues<AssessmentStep>().Where(step => book.Holds(AssessmentSteps.RightOf(step)) && AssessmentFlow.May(standing, step, caller.Caller.Account, today))],
            book.Holds(AssessmentBook.Manage) && standing.TakesFigures,
            plan is not null && standing.TakesObjections(today) ? await book.ObjectsFor(plan, cancel) : [],
            book.Holds(AssessmentBook.Check) && run.State == AssessmentState.Publicity,
            book.Holds(AssessmentBook.Decide) && run.State == AssessmentState.Sealed);
    }
}
