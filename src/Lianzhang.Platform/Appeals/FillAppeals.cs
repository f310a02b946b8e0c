using Lianzhang.Core.Appeals;
using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Appeals;

/// <summary>How many made-up appeals were filled in.</summary>
public sealed record FilledAppeals(int Count);

/// <summary>Fills in made-up appeals, to try the product with: one to be routed, one being dealt with, one answered. Where appeals are, it changes nothing.</summary>
/// <param name="Asker">Code of the organisation that asks.</param>
public sealed record FillAppeals(string Asker) : IRequest<FilledAppeals>;

internal sealed class FillAppealsSlice(LianzhangDb db, HoldingOffices offices, AppealBook book, AppealSteps steps, TimeProvider time) : Slice<FillAppeals, FilledAppeals>
{
    private const string By = "生成数据";

    // Each with how far it has come.
    private static readonly (string Title, string Content, AppealStep Last)[] Made =
    [
        ("（示例）扩建厂房用地指标", "二期厂房拟用地 30 亩，土地指标尚未落实，影响年内开工。希望明确指标来源和办理时限。", AppealStep.File),
        ("（示例）用电增容办理", "新生产线需增容，申请已提交，尚无答复。希望协调供电部门加快办理。", AppealStep.Route),
        ("（示例）高新技术企业奖补兑现", "上年度认定的奖补资金尚未到账，请告知兑现进度。", AppealStep.Answer),
    ];

    public override Permission Permission { get; } = new("appeals.fill", Changes: true, For: Audience.Product);

    protected override async Task<Answer<FilledAppeals>> Handle(FillAppeals request, CancellationToken cancel)
    {
        var (rules, calendar) = await book.Rules(cancel);
        var asker = (await offices.All(AppealBook.Filing, cancel)).FirstOrDefault(office => office.Code == request.Asker);
        var handlers = (await offices.All(AppealBook.Answering, cancel)).Where(office => office.Id != asker?.Id).ToList();
        if (asker is null || handlers.Count == 0 || rules.Kinds.Count == 0 || await db.Set<Appeal>().AnyAsync(cancel))
            return new FilledAppeals(0);
        foreach (var (index, (title, content, last)) in Made.Index())
            Fill(index, asker, handlers[index % handlers.Count], rules.Kinds[index % rules.Kinds.Count], calendar, (title, content, last));
        return new FilledAppeals(Made.Length);
    }

    private void Fill(int index, HoldingOffice asker, HoldingOffice handler, AppealKind kind, WorkingCalendar calendar, (string Title, string Content, AppealStep Last) made)
    {
        var (today, by) = (time.Today(), new AppealActor(By, null, asker.Id));
        var move = AppealFlow.File(by, asker.Id, today, made.Title, kind, calendar);
        var appeal = steps.New(move, kind, asker, index + 1, new AppealText(made.Title, made.Content, null));
        if (made.Last == AppealStep.File)
            return;
        (appeal.HandlerName, appeal.HandlerRegion) = (handler.Name, handler.Region);
        Step(appeal, new AppealAct(AppealStep.Route, AppealActor.Product with { Name = By }, today, To: handler.Id), calendar, handler.Name);
        if (made.Last == AppealStep.Answer)
            Step(appeal, new AppealAct(AppealStep.Answer, new AppealActor(By, null, handler.Id), today, "资金已列入本季度拨付计划，到账后另行告知。"), calendar, handler.Name);
    }

    private void Step(Appeal appeal, AppealAct act, WorkingCalendar calendar, string handler)
    {
        var move = AppealFlow.Do(appeal.Standing, act, calendar, out var refusal) ?? throw new InvalidOperationException(refusal.En);
        appeal.Standing = move.Then;
        steps.Note(appeal, move, act.Step == AppealStep.Answer ? handler : string.Empty, act.Step == AppealStep.Route ? handler : null);
    }
}
