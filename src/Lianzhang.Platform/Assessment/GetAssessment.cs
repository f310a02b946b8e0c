using Lianzhang.Core.Assessment;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Scoring;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Assessment;

/// <summary>Opens an assessment with its result.</summary>
public sealed record GetAssessment(Guid Id) : IRequest<AssessmentView>;

internal sealed class GetAssessmentSlice(LianzhangDb db, AssessmentBook book, CurrentCaller caller, TimeProvider time) : Slice<GetAssessment, AssessmentView>
{
    private const int MostOthers = 12;

    public override Permission Permission { get; } = new(AssessmentBook.Read, Changes: false);

    protected override async Task<Answer<AssessmentView>> Handle(GetAssessment request, CancellationToken cancel)
    {
        if (await book.Find(request.Id, cancel) is not { } run || await book.Figures(run, number: null, cancel) is not { } figures)
            return AssessmentBook.NoRun;
        var plan = figures.Plan;
        return new AssessmentView(
            AssessmentLine.Of(run),
            run.Plan,
            plan is null ? [] : Groups(figures, plan),
            [.. (plan?.Columns ?? []).Select(AssessedColumnView.Of)],
            [.. (plan?.Scoring.Steps ?? []).Select(step => new AssessmentStepView(step.Step, step.Method))],
            [.. figures.Faults.Select(fault => fault.Message)],
            figures.Result?.LeftOut,
            await Versions(run.Id, cancel),
            await Others(run, cancel),
            await db.Set<AssessmentEvent>().AsNoTracking().Where(happened => happened.RunId == run.Id).OrderByDescending(happened => happened.Number)
                .Select(happened => new AssessmentEventView(happened.Number, happened.At, happened.By, new Text(happened.Words, happened.WordsEn))).ToListAsync(cancel),
            await Objections(run.Id, plan, cancel),
            await book.Uses(run.Id).AsNoTracking().OrderBy(use => use.Id)
                .Select(use => new UseView(use.Id, use.Member, use.MemberName, new Text(use.UseName, use.UseNameEn), use.Honours, use.State, use.Reason, use.DecidedBy)).ToListAsync(cancel),
            figures.Robustness,
            figures.Result is { } result ? result.Scores.Nodes.ToDictionary(node => node.Code, node => result.NameOf(node.Code)) : new Dictionary<string, Text>(),
            await May(run, plan, cancel));
    }

    // Who cannot be scored yet is there all the same, so that its figures can be put in.
    private static IReadOnlyList<AssessedGroupView> Groups(ScoredFigures figures, AssessmentPlan plan)
    {
        var scores = figures.Result?.Scores.Units.ToDictionary(unit => unit.Unit) ?? [];
        var intervals = figures.Robustness?.Units.ToDictionary(unit => unit.Unit) ?? [];
        return
        [
            .. from @group in plan.Groups
               select new AssessedGroupView(@group.Code, @group.Name,
               [
                   .. from row in figures.Sheet.Rows
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

    private async Task<IReadOnlyList<AssessmentLine>> Others(AssessmentRun run, CancellationToken cancel) =>
        [.. (await book.Runs.AsNoTracking().Where(other => other.Plan == run.Plan && other.Id != run.Id && other.State != AssessmentState.Withdrawn).OrderByDescending(other => other.Period).Take(MostOthers).ToListAsync(cancel)).Select(AssessmentLine.Of)];

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
