using Lianzhang.Core.Assessment;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Assessment;

/// <summary>Takes a draft to those who are assessed, back to a draft, or withdraws it.</summary>
public sealed record ManageAssessment(Guid Id, AssessmentStep Step, string? Words = null) : IRequest<Done>
{
    public override string ToString() => $"{Id} {Step}";
}

/// <summary>Says that the result is right, for somebody who did not make it.</summary>
public sealed record CheckAssessment(Guid Id) : IRequest<Done>;

/// <summary>Seals a result or publishes a sealed one.</summary>
public sealed record DecideAssessment(Guid Id, AssessmentStep Step) : IRequest<Done>;

internal sealed class ManageAssessmentSlice(AssessmentSteps steps) : Slice<ManageAssessment, Done>
{
    public override Permission Permission { get; } = new(AssessmentBook.Manage, Changes: true);

    protected override Problem? Validate(ManageAssessment request) => AssessmentSteps.Known(AssessmentBook.Manage, request.Step) ?? Lengths.Check(request.Words);

    protected override Task<Answer<Done>> Handle(ManageAssessment request, CancellationToken cancel) => steps.Take(request.Id, request.Step, request.Words, cancel);
}

internal sealed class CheckAssessmentSlice(AssessmentSteps steps) : Slice<CheckAssessment, Done>
{
    public override Permission Permission { get; } = new(AssessmentBook.Check, Changes: true);

    protected override Task<Answer<Done>> Handle(CheckAssessment request, CancellationToken cancel) => steps.Take(request.Id, AssessmentStep.Check, words: null, cancel);
}

internal sealed class DecideAssessmentSlice(AssessmentSteps steps) : Slice<DecideAssessment, Done>
{
    public override Permission Permission { get; } = new(AssessmentBook.Decide, Changes: true);

    protected override Problem? Validate(DecideAssessment request) => AssessmentSteps.Known(AssessmentBook.Decide, request.Step);

    protected override Task<Answer<Done>> Handle(DecideAssessment request, CancellationToken cancel) => steps.Take(request.Id, request.Step, words: null, cancel);
}

/// <summary>What every step of an assessment has in common.</summary>
internal sealed class AssessmentSteps(LianzhangDb db, AssessmentBook book, TellAssessed told, CurrentCaller caller, TimeProvider time)
{
    /// <summary>The right that a step needs.</summary>
    public static string RightOf(AssessmentStep step) => step switch
    {
        AssessmentStep.Check => AssessmentBook.Check,
        AssessmentStep.Seal or AssessmentStep.Publish => AssessmentBook.Decide,
        _ => AssessmentBook.Manage,
    };

    public static Problem? Known(string right, AssessmentStep step) =>
        Enum.IsDefined(step) && RightOf(step) == right ? null : Problem.Invalid(("没有这个办理动作。", "There is no such step."));

    public async Task<Answer<Done>> Take(Guid id, AssessmentStep step, string? words, CancellationToken cancel)
    {
        if (await book.Find(id, cancel) is not { } run || await book.Figures(run, number: null, cancel) is not { } figures)
            return AssessmentBook.NoRun;
        if (await book.Rules(cancel) is not { } published)
            return Problem.Conflict(("现行方案没有考核方案（assessment.yaml）。", "The programme in force has no plans of assessments (assessment.yaml)."));
        // Rules of before that cannot be read any more still have a plan of the same code.
        var plan = figures.Plan ?? published.Programme.Assessment.Find(run.Plan);
        // What cannot be scored can only be withdrawn.
        if (figures.Result is null && step != AssessmentStep.Withdraw)
            return Problem.Conflict(("数据不全，尚不能计算得分。", "It cannot be scored as it stands."));
        if (AssessmentFlow.Do(await book.Standing(run, cancel), step, caller.Caller.Account, time.Today(), words, plan?.PublicityDays ?? 0, published.Programme.Calendar, out var refusal) is not { } then)
            return Problem.Conflict(refusal);
        var wasSeen = run.State is AssessmentState.Publicity or AssessmentState.Sealed or AssessmentState.Published;
        (run.State, run.ObjectBy) = (then.State, then.ObjectBy);
        if (plan is not null && Told(run, step, words, wasSeen) is { } what)
            await told.All(run, plan, what, cancel);
        if (step == AssessmentStep.Seal && figures.Result is { } result)
            await Seal(run, figures.Sheet, result, cancel);
        if (step == AssessmentStep.Publish)
            await PublishUses(run.Id, cancel);
        if (step == AssessmentStep.Withdraw)
            run.OnlyOne = null;
        var said = string.IsNullOrWhiteSpace(words) ? string.Empty : $"：{words.Trim()}";
        book.Note(run, ($"{AssessmentWords.Of(step).Zh}{said}", $"{AssessmentWords.Of(step).En}{(said.Length == 0 ? null : $": {words!.Trim()}")}"));
        return Done.It;
    }

    // What those assessed are told of: they may object, it is out, and that what they saw does not count any more.
    private static Text? Told(AssessmentRun run, AssessmentStep step, string? words, bool wasSeen) => step switch
    {
        AssessmentStep.Publicise => ($"考核结果公示至 {run.ObjectBy:yyyy-MM-dd}，请核对。", $"is open to objections until {run.ObjectBy:yyyy-MM-dd}; look it over."),
        AssessmentStep.Publish => ("考核结果已发布。", "was published."),
        AssessmentStep.Withdraw when wasSeen => ($"考核结果已撤销：{words!.Trim()}", $"was withdrawn: {words!.Trim()}"),
        _ => null,
    };

    private async Task Seal(AssessmentRun run, AssessmentSheet sheet, AssessmentResult result, CancellationToken cancel)
    {
        var objections = await book.Objections(run.Id).IgnoreQueryFilters().AsNoTracking().OrderBy(objection => objection.At).ToListAsync(cancel);
        var made = SealedAssessment.Of(sheet, result, [.. objections.Select(one => new SealedObjection(one.Member, one.Column, one.State.ToString(), one.Reason ?? string.Empty))]);
        (run.Sealed, run.Seal) = (made.Write(), made.Seals.All);
        var now = time.StoredNow();
        foreach (var (number, draft) in DraftUses.Of(result).Index())
        {
            db.Add(new AssessmentUsed
            {
                Id = Guid.CreateVersion7(now.AddMilliseconds(number)), RunId = run.Id, Member = draft.Member, MemberName = sheet.Find(draft.Member)!.Name,
                Use = draft.Use.Code, UseName = draft.Use.Name.Zh, UseNameEn = draft.Use.Name.In(Language.English), Honours = draft.Use.Honours,
            });
        }
    }

    // What nobody approved is not published.
    private async Task PublishUses(Guid run, CancellationToken cancel)
    {
        foreach (var use in await db.Set<AssessmentUsed>().Where(use => use.RunId == run && use.State == UseState.Approved).ToListAsync(cancel))
            use.State = UseState.Published;
    }
}
