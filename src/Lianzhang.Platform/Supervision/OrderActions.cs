using Lianzhang.Core.Supervision;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Supervision;

/// <summary>What the organisation that answers for an order does: sign for it, report, ask for more time.</summary>
public sealed record AnswerOrder(Guid Id, OrderAction Action, OrderWord Said) : IRequest<Done>
{
    public override string ToString() => $"{Id} {Action}";
}

/// <summary>What those do who verify: return, verify, close.</summary>
public sealed record JudgeOrder(Guid Id, OrderAction Action, OrderWord Said) : IRequest<Done>
{
    public override string ToString() => $"{Id} {Action}";
}

/// <summary>What those do who manage orders: assign, extend, escalate, suspend, cancel.</summary>
public sealed record DirectOrder(Guid Id, OrderAction Action, OrderWord Said) : IRequest<Done>
{
    public override string ToString() => $"{Id} {Action}";
}

/// <summary>Ends an order that was not put right, with a reason that is published.</summary>
public sealed record EndOrder(Guid Id, string Reason) : IRequest<Done>
{
    public override string ToString() => Id.ToString();
}

/// <summary>Which action needs which right.</summary>
public static class OrderActions
{
    public static IReadOnlyList<OrderAction> Answering { get; } = [OrderAction.Sign, OrderAction.Progress, OrderAction.Report, OrderAction.AskExtension];

    public static IReadOnlyList<OrderAction> Judging { get; } = [OrderAction.Return, OrderAction.Verify, OrderAction.Close];

    public static IReadOnlyList<OrderAction> Directing { get; } =
        [OrderAction.Assign, OrderAction.Extend, OrderAction.RefuseExtension, OrderAction.Escalate, OrderAction.Suspend, OrderAction.Resume, OrderAction.Cancel];

    internal static Problem? Check(IReadOnlyList<OrderAction> known, OrderAction action, OrderWord said) => known.Contains(action)
        ? OrderSteps.Check(said)
        : Problem.Invalid(("没有这个办理动作。", "There is no such step."));
}

internal sealed class AnswerOrderSlice(OrderSteps steps) : Slice<AnswerOrder, Done>
{
    public override Permission Permission { get; } = new(OrderPeople.Handle, Changes: true);

    protected override Problem? Validate(AnswerOrder request) => OrderActions.Check(OrderActions.Answering, request.Action, request.Said);

    protected override Task<Answer<Done>> Handle(AnswerOrder request, CancellationToken cancel) => steps.Take(request.Id, request.Action, request.Said, cancel);
}

internal sealed class JudgeOrderSlice(OrderSteps steps) : Slice<JudgeOrder, Done>
{
    public override Permission Permission { get; } = new(OrderPeople.Verify, Changes: true);

    protected override Problem? Validate(JudgeOrder request) => OrderActions.Check(OrderActions.Judging, request.Action, request.Said);

    protected override Task<Answer<Done>> Handle(JudgeOrder request, CancellationToken cancel) => steps.Take(request.Id, request.Action, request.Said, cancel);
}

internal sealed class DirectOrderSlice(OrderSteps steps) : Slice<DirectOrder, Done>
{
    public override Permission Permission { get; } = new(OrderPeople.Manage, Changes: true);

    protected override Problem? Validate(DirectOrder request) => OrderActions.Check(OrderActions.Directing, request.Action, request.Said);

    protected override Task<Answer<Done>> Handle(DirectOrder request, CancellationToken cancel) => steps.Take(request.Id, request.Action, request.Said, cancel);
}

internal sealed class EndOrderSlice(OrderSteps steps) : Slice<EndOrder, Done>
{
    public override Permission Permission { get; } = new(OrderPeople.Decide, Changes: true);

    protected override Problem? Validate(EndOrder request) => OrderSteps.Check(new OrderWord(request.Reason));

    protected override Task<Answer<Done>> Handle(EndOrder request, CancellationToken cancel) => steps.Take(request.Id, OrderAction.EndUnresolved, new OrderWord(request.Reason), cancel);
}
