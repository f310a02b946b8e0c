using Lianzhang.Core.Programmes;
using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Organisation = Lianzhang.Platform.Identity.Organisation;

namespace Lianzhang.Platform.Supervision;

/// <summary>Makes orders and sends them on their way.</summary>
internal sealed class MakeOrder(LianzhangDb db, OrderBook book, OrderPeople people, TimeProvider time)
{
    public async Task<Order> ByRule(PublishedProgramme published, Matter matter, CancellationToken cancel)
    {
        var owner = await people.OwnerOf(matter.Owner, matter.Region, cancel);
        var order = await New(published, new NewOrder(matter.Title, matter.Region, matter.Rule.Level, owner, matter), cancel);
        await Begin(published, order, matter.Rule.Days, action: null, ($"按规则“{matter.Rule.Name.Zh}”自动立单：{matter.Title.Zh}", $"Opened by the rule '{matter.Rule.Name.In(Language.English)}': {matter.Title.In(Language.English)}"), cancel);
        return order;
    }

    public async Task<Order> ByHand(PublishedProgramme published, OrderSource source, OpenOrder asked, Organisation? owner, CancellationToken cancel)
    {
        var level = source.Level ?? published.Programme.Supervision.Levels[0].Code;
        var order = await New(published, new NewOrder(new Text(asked.Title.Trim()), asked.Region, level, owner, Source: source.Code, Content: asked.Content.Trim()), cancel);
        order.Due = asked.Due ?? published.Programme.Calendar.Due(time.Today(), source.Days, source.Count);
        await book.Reach(published.Programme.Supervision, order, action: null, ($"立单，来源：{source.Name.Zh}", $"Opened, from: {source.Name.In(Language.English)}"), cancel);
        await Send(published, order, cancel);
        return order;
    }

    /// <summary>Sets the clock of an order that is opened, or opened again, and sends it to the body that answers for it.</summary>
    public async Task Begin(PublishedProgramme published, Order order, int? days, OrderAction? action, Text words, CancellationToken cancel)
    {
        var rules = published.Programme.Supervision;
        order.Due = published.Programme.Calendar.Due(time.Today(), days ?? rules.FindLevel(order.Level)?.Days ?? rules.Levels[0].Days);
        await book.Reach(rules, order, action, words, cancel);
        await Send(published, order, cancel);
    }

    private async Task Send(PublishedProgramme published, Order order, CancellationToken cancel)
    {
        if (order.Owner is not null && order.State == OrderState.Registered)
        {
            order.Standing = OrderFlow.Take(order.Standing, new OrderStep(OrderAction.Assign, OrderActor.Product), out _)!;
            book.Note(order, OrderAction.Assign, ($"交{order.OwnerName}办理，期限 {order.Due:yyyy-MM-dd}", $"To {order.OwnerName}, due {order.Due:yyyy-MM-dd}"));
        }

        await book.Await(published.Programme, order, cancel);
        Text what = ($"新督办单：{order.Title}，期限 {order.Due:yyyy-MM-dd}。", $"A new order: {order.TitleEn}, due {order.Due:yyyy-MM-dd}.");
        await people.TellOwner(order, what, cancel);
    }

    private async Task<Order> New(PublishedProgramme published, NewOrder asked, CancellationToken cancel)
    {
        var (now, today) = (time.StoredNow(), time.Today());
        var id = Guid.CreateVersion7(now);
        var key = asked.Matter?.Key ?? $"order/{id}";
        var order = new Order
        {
            Id = id,
            Year = today.Year,
            Number = await book.NextNumber(today.Year, cancel),
            Matter = key,
            OpenMatter = key,
            Rule = asked.Matter?.Rule.Code,
            Source = asked.Source,
            Title = asked.Title.Zh,
            TitleEn = asked.Title.In(Language.English),
            Content = asked.Content,
            Region = asked.Region,
            Industry = asked.Matter?.Industry,
            Owner = asked.Owner?.Id,
            OwnerName = asked.Owner?.Name,
            Level = asked.Level,
            NeedsRecovery = asked.Matter is { } matter && NeedsRecovery(published.Programme, matter),
            OpenedAt = now,
            Due = today,
            ProgrammeVersion = published.Number,
            Period = asked.Matter?.Row?.Actual?.Period.ToString(),
            Snapshot = asked.Matter?.Row is { } row ? OrderEvidence.Of(today, row) : null,
        };
        db.Add(order);
        return order;
    }

    // A finding is settled by the order itself.
    private static bool NeedsRecovery(Programme programme, Matter matter) => matter.Rule.When != TriggerKind.InspectionFinding && (matter.Row is not { } row || (programme.FindIndicator(row.Indicator) is { } indicator && JudgeRecovery.IsNeeded(indicator)));

    // A matter of a rule, or a source with what was asked by hand.
    private sealed record NewOrder(Text Title, string Region, string Level, Organisation? Owner, Matter? Matter = null, string? Source = null, string? Content = null);
}
