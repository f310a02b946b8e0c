using Lianzhang.Core.Assessment;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Assessment;

/// <summary>An assessment by its identity.</summary>
public sealed record AssessmentKey(Guid Id);

/// <summary>Assesses a period by a plan of the programme in force: gathers the figures and scores them.</summary>
public sealed record StartAssessment(string Plan, Period Period) : IRequest<AssessmentKey>;

/// <summary>Gathers the figures of a draft once more; what was put in by hand is kept.</summary>
public sealed record RefreshAssessment(Guid Id) : IRequest<Done>;

internal sealed class StartAssessmentSlice(LianzhangDb db, AssessmentBook book, GatherFigures gather, CurrentCaller caller, TimeProvider time) : Slice<StartAssessment, AssessmentKey>
{
    public override Permission Permission { get; } = new(AssessmentBook.Manage, Changes: true);

    protected override async Task<Answer<AssessmentKey>> Handle(StartAssessment request, CancellationToken cancel)
    {
        if (await book.Rules(cancel) is not { } published || published.Programme.Assessment.Find(request.Plan) is not { } plan)
            return Problem.NotFound(("现行方案中没有这一考核方案。", "The programme in force has no such plan."));
        if (request.Period.Kind != plan.Every)
            return Problem.Invalid(("考核时期与方案规定的周期不符。", "The plan assesses periods of another length."));
        if (request.Period.End >= time.Today())
            return Problem.Invalid(("该时期尚未结束。", "The period has not ended."));
        var only = $"{plan.Code}/{request.Period}";
        if (await db.Set<AssessmentRun>().IgnoreQueryFilters().AnyAsync(run => run.OnlyOne == only, cancel))
            return Problem.Conflict(("该时期已有考核，撤销后方可重新开展。", "There is an assessment of that period already; withdraw it first."));
        if (await gather.Of(plan, request.Period, cancel) is not { } sheet)
            return AssessmentBook.NoRun;
        var now = time.StoredNow();
        var run = new AssessmentRun
        {
            Id = Guid.CreateVersion7(now), Programme = sheet.Programme, ProgrammeVersion = sheet.Version, Plan = plan.Code, PlanName = plan.Name.Zh, PlanNameEn = plan.Name.In(Language.English),
            Period = PeriodNumber.Of(request.Period), OnlyOne = only, MadeBy = caller.Caller.Account, MadeByName = book.By, MadeAt = now,
        };
        db.Add(run);
        book.Keep(run, sheet, "汇集数据");
        book.Note(run, ("开展考核，汇集数据", "started, with the figures as they are"));
        return new AssessmentKey(run.Id);
    }
}

internal sealed class RefreshAssessmentSlice(AssessmentBook book, GatherFigures gather, CurrentCaller caller) : Slice<RefreshAssessment, Done>
{
    public override Permission Permission { get; } = new(AssessmentBook.Manage, Changes: true);

    protected override async Task<Answer<Done>> Handle(RefreshAssessment request, CancellationToken cancel)
    {
        if (await book.Find(request.Id, cancel) is not { } run || await book.Figures(run, number: null, cancel) is not { Sheet: var before })
            return AssessmentBook.NoRun;
        if (run.State != AssessmentState.Draft)
            return Problem.Conflict(("只有起草中的考核可以更新数据。", "Only a draft takes other figures."));
        if (await book.Rules(cancel) is not { } published || published.Programme.Assessment.Find(run.Plan) is not { } plan || await gather.Of(plan, run.Of, cancel) is not { } sheet)
            return Problem.NotFound(("现行方案中没有这一考核方案。", "The programme in force has no such plan."));
        foreach (var row in before.Rows)
        {
            foreach (var value in row.Values.Where(value => value.Corrected))
                sheet = sheet.With(row.Code, value.Column, value.Value, value.Source);
        }

        (run.MadeBy, run.MadeByName) = (caller.Caller.Account, book.By);
        book.Keep(run, sheet, "更新数据");
        book.Note(run, ("重新汇集数据", "gathered the figures once more"));
        return Done.It;
    }
}
