using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Supervision;

/// <summary>Sees to a deadline that has come: once, whichever process gets to it first.</summary>
public sealed record FireDeadline(Guid Deadline) : IRequest<Done>;

internal sealed class FireDeadlineSlice(LianzhangDb db, OrderBook book, OrderPeople people, TimeProvider time) : Slice<FireDeadline, Done>
{
    private static readonly Problem Seen = Problem.Conflict(("该期限已处理或尚未到期。", "The deadline was seen to, or has not come."));

    public override Permission Permission { get; } = new("orders.clock", Changes: true, For: Audience.Product);

    protected override async Task<Answer<Done>> Handle(FireDeadline request, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        // Claimed and seen to in one transaction: of two that come at once one changes the row, and a kill takes both back.
        if (await db.Set<OrderDeadline>().Where(deadline => deadline.Id == request.Deadline && deadline.FiredAt == null && deadline.At <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(deadline => deadline.FiredAt, now), cancel) == 0)
            return Seen;
        var deadline = await db.Set<OrderDeadline>().AsNoTracking().SingleAsync(one => one.Id == request.Deadline, cancel);
        if (await book.Find(deadline.OrderId, cancel) is { } order && await book.Rules(cancel) is { } published)
            await See(published, order, deadline.Kind, cancel);
        return Done.It;
    }

    private Task See(PublishedProgramme published, Order order, DeadlineKind kind, CancellationToken cancel) => kind switch
    {
        DeadlineKind.Sign when order.State == OrderState.Assigned => Remind(order, ("逾期未签收，请立即签收", "not signed for in time"), cancel),
        DeadlineKind.Near when order.Standing.IsWithOwner => Remind(order, ($"临近办理期限 {order.Due:yyyy-MM-dd}", $"due {order.Due:yyyy-MM-dd}"), cancel),
        DeadlineKind.Rectify when order.Standing.IsWithOwner => Overdue(published, order, cancel),
        DeadlineKind.Verify when order.State == OrderState.Reported => RemindVerifiers(order, cancel),
        _ => Task.CompletedTask,
    };

    private async Task Remind(Order order, Text what, CancellationToken cancel)
    {
        book.Note(order, action: null, what);
        await people.TellOwner(order, ($"督办单“{order.Title}”：{what.Zh}。", $"Order '{order.TitleEn}': {what.In(Language.English)}."), cancel);
    }

    private async Task RemindVerifiers(Order order, CancellationToken cancel)
    {
        Text what = ("逾期未核查", "not verified in time");
        book.Note(order, action: null, what);
        await people.TellHolders(order, OrderPeople.Verify, ($"督办单“{order.Title}”：{what.Zh}。", $"Order '{order.TitleEn}': {what.In(Language.English)}."), cancel);
    }

    private async Task Overdue(PublishedProgramme published, Order order, CancellationToken cancel)
    {
        var (rules, passed) = (published.Programme.Supervision, order.Due);
        var next = rules.After(order.Level);
        Text what = next.Code == order.Level
            ? ($"期限 {passed:yyyy-MM-dd} 已过，仍未整改到位", $"not put right by {passed:yyyy-MM-dd}")
            : ($"期限 {passed:yyyy-MM-dd} 已过，升级为{next.Name.Zh}", $"not put right by {passed:yyyy-MM-dd}: now {next.Name.In(Language.English)}");
        (order.Level, order.Due) = (next.Code, published.Programme.Calendar.Due(time.Today(), next.Days));
        order.Standing = OrderFlow.Take(order.Standing, new OrderStep(OrderAction.Escalate, OrderActor.Product, what.Zh), out var refusal) ?? throw new InvalidOperationException(refusal.Zh);
        await book.Reach(rules, order, OrderAction.Escalate, what, cancel);
        await book.Await(published.Programme, order, cancel);
        Text told = ($"督办单“{order.Title}”：{what.Zh}。", $"Order '{order.TitleEn}': {what.In(Language.English)}.");
        await people.TellOwner(order, told, cancel);
        await people.TellHolders(order, OrderPeople.Manage, told, cancel);
    }
}
