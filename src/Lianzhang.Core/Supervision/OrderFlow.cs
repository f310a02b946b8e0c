using Lianzhang.Core.Values;

namespace Lianzhang.Core.Supervision;

/// <summary>
/// The steps of an order. Whoever answers for it reports and never judges it; it is closed on evidence by somebody else, and where a figure
/// opened it, not before the figure is back on its path.
/// </summary>
public static class OrderFlow
{
    private static readonly IReadOnlyDictionary<OrderAction, OrderState[]> From = new Dictionary<OrderAction, OrderState[]>
    {
        [OrderAction.Assign] = [OrderState.Registered, OrderState.Assigned, OrderState.Signed],
        [OrderAction.Sign] = [OrderState.Assigned],
        [OrderAction.Progress] = [OrderState.Signed],
        [OrderAction.Report] = [OrderState.Signed],
        [OrderAction.Return] = [OrderState.Reported, OrderState.Verified],
        [OrderAction.Verify] = [OrderState.Reported],
        [OrderAction.Close] = [OrderState.Verified],
        [OrderAction.AskExtension] = [OrderState.Assigned, OrderState.Signed],
        [OrderAction.Extend] = [OrderState.Assigned, OrderState.Signed],
        [OrderAction.RefuseExtension] = [OrderState.Assigned, OrderState.Signed],
        [OrderAction.Escalate] = [OrderState.Registered, OrderState.Assigned, OrderState.Signed, OrderState.Reported, OrderState.Verified],
        [OrderAction.Suspend] = [OrderState.Registered, OrderState.Assigned, OrderState.Signed, OrderState.Reported, OrderState.Verified],
        [OrderAction.Resume] = [OrderState.Suspended],
        [OrderAction.Cancel] = [OrderState.Registered, OrderState.Assigned, OrderState.Signed, OrderState.Reported, OrderState.Verified, OrderState.Suspended],
        [OrderAction.EndUnresolved] = [OrderState.Assigned, OrderState.Signed, OrderState.Reported, OrderState.Verified, OrderState.Suspended],
        [OrderAction.Reopen] = [OrderState.Closed],
    };

    /// <summary>Where an order stands after a step; null with the reason why the step cannot be done.</summary>
    public static OrderStanding? Take(OrderStanding at, OrderStep step, out Text refusal)
    {
        if (Refusal(at, step) is { } refused)
        {
            refusal = refused;
            return null;
        }

        refusal = default;
        return After(at, step);
    }

    /// <summary>What somebody may do with an order as it stands, whatever it is still to say to it.</summary>
    public static IReadOnlyList<OrderAction> Open(OrderStanding at, OrderActor actor) =>
        [.. Enum.GetValues<OrderAction>().Where(action => StateRefusal(at, action) is null && ActorRefusal(at, action, actor) is null)];

    private static Text? Refusal(OrderStanding at, OrderStep step) =>
        StateRefusal(at, step.Action) ?? ActorRefusal(at, step.Action, step.Actor) ?? WordsRefusal(step) ?? ClosingRefusal(at, step);

    private static Text? StateRefusal(OrderStanding at, OrderAction action)
    {
        if (!From[action].Contains(at.State))
            return ($"督办单当前为“{OrderWords.Of(at.State).Zh}”，不能{OrderWords.Of(action).Zh}。", $"The order is {OrderWords.Of(at.State).En}; that cannot be done now.");
        return action switch
        {
            OrderAction.AskExtension when at.ExtensionAsked => ("已申请延期，请等待审批。", "More time was asked for already."),
            OrderAction.Extend or OrderAction.RefuseExtension when !at.ExtensionAsked => ("没有待审批的延期申请。", "Nobody asked for more time."),
            _ => null,
        };
    }

    private static Text? ActorRefusal(OrderStanding at, OrderAction action, OrderActor actor)
    {
        var may = action switch
        {
            OrderAction.Sign or OrderAction.Progress or OrderAction.Report or OrderAction.AskExtension => actor.IsOwner && actor.Handles,
            OrderAction.Return or OrderAction.Verify or OrderAction.Close => actor.Verifies,
            OrderAction.Assign or OrderAction.Escalate => actor.Manages || actor.IsProduct,
            OrderAction.Extend or OrderAction.RefuseExtension or OrderAction.Suspend or OrderAction.Resume or OrderAction.Cancel => actor.Manages,
            OrderAction.EndUnresolved => actor.Decides,
            OrderAction.Reopen => actor.IsProduct,
        };
        if (!may)
            return ($"您不能{OrderWords.Of(action).Zh}这件督办单。", "That is not yours to do with this order.");
        // Two pairs of eyes: nobody judges what his own body, or he himself, did.
        var judges = action is OrderAction.Return or OrderAction.Verify or OrderAction.Close or OrderAction.Extend or OrderAction.RefuseExtension or OrderAction.Suspend or OrderAction.Cancel or OrderAction.EndUnresolved;
        return judges && at.HasOwner && (actor.IsOwner || (actor.Account is not null && actor.Account == at.ReportedBy))
            ? ("须由责任单位以外的人员办理。", "Somebody outside the body that answers for it does that.")
            : null;
    }

    private static Text? WordsRefusal(OrderStep step) => step.Action switch
    {
        OrderAction.Assign or OrderAction.Sign or OrderAction.Resume => null,
        _ when string.IsNullOrWhiteSpace(step.Words) => ($"{OrderWords.Of(step.Action).Zh}须写明情况或理由。", "Say what was done, or why."),
        OrderAction.Report when !step.HasEvidence => ("报告完成整改须附佐证。", "A report that it is put right comes with evidence."),
        _ => null,
    };

    private static Text? ClosingRefusal(OrderStanding at, OrderStep step) => step.Action != OrderAction.Close ? null
        : at.Evidence == 0 ? ("没有佐证，不能销号。", "It cannot be closed without evidence.")
        : at.NeedsRecovery ? step.NotRecovered : null;

    private static OrderStanding After(OrderStanding at, OrderStep step) => step.Action switch
    {
        OrderAction.Assign => at with { State = OrderState.Assigned, HasOwner = true, Evidence = 0, ReportedBy = null, VerifiedBy = null, ExtensionAsked = false },
        OrderAction.Sign => at with { State = OrderState.Signed },
        OrderAction.Report => at with { State = OrderState.Reported, Evidence = at.Evidence + 1, ReportedBy = step.Actor.Account, ExtensionAsked = false },
        OrderAction.Return => at with { State = OrderState.Signed, Evidence = 0, ReportedBy = null, VerifiedBy = null },
        OrderAction.Verify => at with { State = OrderState.Verified, VerifiedBy = step.Actor.Account },
        OrderAction.Close => at with { State = OrderState.Closed },
        OrderAction.AskExtension => at with { ExtensionAsked = true },
        OrderAction.Extend or OrderAction.RefuseExtension => at with { ExtensionAsked = false },
        OrderAction.Suspend => at with { State = OrderState.Suspended, Before = at.State },
        OrderAction.Resume => at with { State = at.Before ?? OrderState.Registered, Before = null },
        OrderAction.Cancel => at with { State = OrderState.Cancelled, Before = null },
        OrderAction.EndUnresolved => at with { State = OrderState.Unresolved, Before = null },
        OrderAction.Reopen => at with { State = at.HasOwner ? OrderState.Assigned : OrderState.Registered, Evidence = 0, ReportedBy = null, VerifiedBy = null },
        OrderAction.Progress or OrderAction.Escalate => at,
    };
}
