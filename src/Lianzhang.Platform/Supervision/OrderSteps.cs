using Lianzhang.Core.Programmes;
using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Inspections;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Supervision;

/// <summary>What is said and given with a step of an order.</summary>
/// <param name="Words">A report, a reason.</param>
/// <param name="Evidence">What proves it, in words; empty where nothing does.</param>
/// <param name="Until">Until when more time is asked for or given.</param>
/// <param name="Owner">The organisation that it is assigned to.</param>
/// <param name="Files">Files that were handed in and prove it.</param>
public sealed record OrderWord(string? Words = null, string? Evidence = null, DateOnly? Until = null, Guid? Owner = null, IReadOnlyList<Guid>? Files = null)
{
    /// <summary>Whether there is anything that proves it.</summary>
    public bool HasEvidence => !string.IsNullOrWhiteSpace(Evidence) || Files is { Count: > 0 };
}

/// <summary>What the steps of people on orders have in common.</summary>
internal sealed class OrderSteps(OrderBook book, OrderPeople people, OrderRecovery recovery, Slice<SettleFinding, Done> settle, TimeProvider time)
{
    /// <summary>How many years ahead a deadline may lie.</summary>
    public const int MostYears = 2;

    private const int Longest = 2_000;

    /// <summary>The last day that a deadline may be on.</summary>
    public static DateOnly Farthest(DateOnly today) => today.AddYears(MostYears);

    public static Problem? Check(OrderWord said) => (said.Words?.Length ?? 0) > Longest || (said.Evidence?.Length ?? 0) > Longest
        ? Problem.Invalid(($"说明和佐证各最多 {Longest} 字。", $"Words and evidence have at most {Longest} characters each."))
        : null;

    /// <summary>Takes a step, with everything that follows from it, or says why not.</summary>
    public async Task<Answer<Done>> Take(Guid id, OrderAction action, OrderWord said, CancellationToken cancel)
    {
        if (await book.Find(id, cancel) is not { } order)
            return OrderBook.NoOrder;
        if (await book.Rules(cancel) is not { } published)
            return OrderBook.NoRules;
        var actor = await people.Actor(order, cancel);
        var notRecovered = action == OrderAction.Close ? await recovery.Refusal(order, cancel) : null;
        if (OrderFlow.Take(order.Standing, new OrderStep(action, actor, said.Words, said.HasEvidence, notRecovered), out var refusal) is not { } then)
            return OrderFlow.Open(order.Standing, actor).Contains(action) ? Problem.Invalid(refusal) : Problem.Conflict(refusal);
        if (await Apply(published.Programme, order, action, said, cancel) is { } problem)
            return problem;
        order.Standing = then;
        if (!then.IsOpen)
            (order.EndedAt, order.Period) = (time.GetUtcNow(), await recovery.Period(order, cancel) ?? order.Period);
        if (!then.IsOpen && WatchedWork.FindingOf(order.Matter) is { } finding)
            await settle.HandleAny(new SettleFinding(finding), cancel);
        await book.Await(published.Programme, order, cancel);
        await Tell(order, action, cancel);
        return Done.It;
    }

    // What a step changes beside where the order stands.
    private async Task<Problem?> Apply(Programme programme, Order order, OrderAction action, OrderWord said, CancellationToken cancel)
    {
        var (rules, calendar, today) = (programme.Supervision, programme.Calendar, time.Today());
        switch (action)
        {
            case OrderAction.Assign:
                if (said.Owner is not { } owner || await people.FindBody(owner, cancel) is not { } body)
                    return Problem.Invalid(("请选择责任单位。", "Choose the organisation that answers for it."));
                (order.Owner, order.OwnerName) = (body.Id, body.Name);
                said = said with { Words = string.IsNullOrWhiteSpace(said.Words) ? $"交{body.Name}办理" : $"交{body.Name}办理：{said.Words}" };
                break;
            case OrderAction.AskExtension or OrderAction.Extend when said.Until is not { } until || until <= order.Due || until > Farthest(today):
                return Problem.Invalid(($"延期须写明日期，晚于 {order.Due:yyyy-MM-dd}，不超过 {MostYears} 年。", $"Say until when, later than {order.Due:yyyy-MM-dd} and within {MostYears} years."));
            case OrderAction.AskExtension:
                order.AskedUntil = said.Until;
                break;
            case OrderAction.Extend:
                (order.Due, order.AskedUntil) = (said.Until!.Value, null);
                break;
            case OrderAction.RefuseExtension:
                order.AskedUntil = null;
                break;
            case OrderAction.Suspend:
                order.DaysLeft = Math.Max(calendar.WorkingDaysTo(today, order.Due), 1);
                break;
            case OrderAction.Resume:
                (order.Due, order.DaysLeft) = (calendar.Due(today, order.DaysLeft ?? 1), null);
                break;
            case OrderAction.Escalate:
                return await Escalate(rules, calendar, order, said, cancel);
        }

        return await book.Note(order, action, Written(said), said.Files ?? [], cancel);
    }

    private async Task<Problem?> Escalate(SupervisionFile rules, WorkingCalendar calendar, Order order, OrderWord said, CancellationToken cancel)
    {
        var next = rules.After(order.Level);
        if (next.Code == order.Level)
            return Problem.Conflict(("已是最高级别。", "It is at the highest level already."));
        (order.Level, order.Due) = (next.Code, calendar.Due(time.Today(), next.Days));
        await book.Reach(rules, order, OrderAction.Escalate, Written(said), cancel);
        return null;
    }

    private static Text Written(OrderWord said)
    {
        var until = said.Until is { } day ? $"（至 {day:yyyy-MM-dd}）" : string.Empty;
        var evidence = string.IsNullOrWhiteSpace(said.Evidence) ? string.Empty : $"\n佐证：{said.Evidence.Trim()}";
        // What people wrote is the same in every language.
        return new Text($"{said.Words?.Trim()}{until}{evidence}");
    }

    private async Task Tell(Order order, OrderAction action, CancellationToken cancel)
    {
        var word = OrderWords.Of(action);
        Text what = ($"督办单“{order.Title}”：{word.Zh}。", $"Order '{order.TitleEn}': {word.In(Language.English)}.");
        if (action is OrderAction.Report)
            await people.TellHolders(order, OrderPeople.Verify, what, cancel);
        else if (action is OrderAction.AskExtension)
            await people.TellHolders(order, OrderPeople.Manage, what, cancel);
        else if (action is not (OrderAction.Sign or OrderAction.Progress))
            await people.TellOwner(order, what, cancel);
    }
}
