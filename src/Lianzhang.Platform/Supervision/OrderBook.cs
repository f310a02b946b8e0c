using Lianzhang.Core.Programmes;
using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Attachments;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Supervision;

/// <summary>Writes orders: nothing is done with one without an event that tells it.</summary>
internal sealed class OrderBook(LianzhangDb db, PublishedProgrammes programmes, AttachmentBook attachments, CurrentCaller caller, TimeProvider time)
{
    public static Problem NoOrder { get; } = Problem.NotFound(("没有这件督办单，或不在您的权限范围内。", "There is no such order within your rights."));

    public static Problem NoRules { get; } = Problem.Conflict(("现行方案没有督办规则（supervision.yaml）。", "The programme in force has no rules of supervision (supervision.yaml)."));

    /// <summary>The programme in force where it has rules.</summary>
    public async Task<PublishedProgramme?> Rules(CancellationToken cancel) =>
        await programmes.Find(null, cancel) is { } published && published.Programme.Supervision.Levels.Count > 0 ? published : null;

    public Task<Order?> Find(Guid id, CancellationToken cancel) => db.Set<Order>().SingleOrDefaultAsync(order => order.Id == id, cancel);

    /// <summary>The number of the next order of the year.</summary>
    public async Task<int> NextNumber(int year, CancellationToken cancel) => 1 + (await db.Set<Order>().IgnoreQueryFilters().Where(order => order.Year == year).MaxAsync(order => (int?)order.Number, cancel) ?? 0);

    /// <summary>Notes what was done with files that prove it; a problem where they cannot be used.</summary>
    public Task<Problem?> Note(Order order, OrderAction action, Text words, IReadOnlyList<Guid> files, CancellationToken cancel)
    {
        Note(order, action, words);
        return attachments.Claim(FilesOf(order.Id, order.Events), files, cancel);
    }

    /// <summary>The files of each event of an order that has any.</summary>
    public async Task<IReadOnlyDictionary<int, IReadOnlyList<AttachmentView>>> Files(Order order, CancellationToken cancel)
    {
        var found = await attachments.Of(SupervisionModule.Subject, [.. Enumerable.Range(1, order.Events).Select(number => FilesOf(order.Id, number).Id)], cancel);
        return Enumerable.Range(1, order.Events).Where(number => found.ContainsKey(FilesOf(order.Id, number).Id)).ToDictionary(number => number, number => found[FilesOf(order.Id, number).Id]);
    }

    private static AttachedTo FilesOf(Guid order, int number) => new(SupervisionModule.Subject, $"{order}.{number}");

    public void Note(Order order, OrderAction? action, Text words, string? reached = null, decimal? points = null)
    {
        var now = time.StoredNow();
        db.Add(new OrderEvent
        {
            Id = Guid.CreateVersion7(now),
            OrderId = order.Id,
            Number = ++order.Events,
            At = now,
            Action = action,
            By = caller.Caller == Caller.Product ? "系统" : caller.Caller.Name,
            Account = caller.Caller.Account,
            Words = words.Zh,
            WordsEn = words.In(Language.English),
            Reached = reached,
            Points = points,
        });
    }

    /// <summary>Records that an order came to a level, and what follows from it.</summary>
    public async Task Reach(SupervisionFile rules, Order order, OrderAction? action, Text words, CancellationToken cancel)
    {
        var earlier = await (
            from happened in db.Set<OrderEvent>().IgnoreQueryFilters()
            join other in db.Set<Order>().IgnoreQueryFilters() on happened.OrderId equals other.Id
            where happened.Reached != null && (other.Matter == order.Matter || other.Owner == order.Owner)
            orderby happened.At, happened.Number
            select new LevelReached(other.Matter, other.Owner, happened.Reached!)).ToListAsync(cancel);
        Note(order, action, words, reached: order.Level);
        foreach (var rule in Consequences.Of(rules.Consequences ?? [], earlier, new LevelReached(order.Matter, order.Owner, order.Level)))
            Note(order, action: null, ($"结果运用：{rule.Name.Zh}", $"follows: {rule.Name.In(Language.English)}"), points: rule.Points);
    }

    /// <summary>Waits for what is due next of an order as it stands, and no longer for anything else.</summary>
    public async Task Await(Programme programme, Order order, CancellationToken cancel)
    {
        await db.Set<OrderDeadline>().Where(deadline => deadline.OrderId == order.Id && deadline.FiredAt == null).ExecuteDeleteAsync(cancel);
        var (rules, calendar, today) = (programme.Supervision, programme.Calendar, time.Today());
        if (order.State == OrderState.Assigned)
            Add(DeadlineKind.Sign, calendar.Due(today, rules.SignDays));
        if (order.Standing.IsWithOwner)
        {
            Add(DeadlineKind.Rectify, order.Due);
            if (calendar.Before(order.Due, rules.NearDays) is var near && near > today)
                Add(DeadlineKind.Near, near);
        }

        if (order.State == OrderState.Reported)
            Add(DeadlineKind.Verify, calendar.Due(today, rules.VerifyDays));

        void Add(DeadlineKind kind, DateOnly last) => db.Add(new OrderDeadline { Id = Guid.CreateVersion7(time.GetUtcNow()), OrderId = order.Id, Kind = kind, At = OrderClock.EndOf(last, time.LocalTimeZone) });
    }
}
