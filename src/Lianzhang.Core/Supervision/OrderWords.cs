using Lianzhang.Core.Values;

namespace Lianzhang.Core.Supervision;

/// <summary>The words for where orders stand and for what is done with them.</summary>
public static class OrderWords
{
    public static Text Of(OrderState state) => state switch
    {
        OrderState.Registered => ("待交办", "registered"),
        OrderState.Assigned => ("待签收", "assigned"),
        OrderState.Signed => ("整改中", "signed for"),
        OrderState.Reported => ("待核查", "reported"),
        OrderState.Verified => ("待销号", "verified"),
        OrderState.Closed => ("已销号", "closed"),
        OrderState.Suspended => ("已中止", "suspended"),
        OrderState.Cancelled => ("已撤销", "cancelled"),
        OrderState.Unresolved => ("未完成办结", "ended unresolved"),
    };

    public static Text Of(OrderAction action) => action switch
    {
        OrderAction.Assign => ("交办", "assigned"),
        OrderAction.Sign => ("签收", "signed for"),
        OrderAction.Progress => ("报告进展", "progress reported"),
        OrderAction.Report => ("报告完成整改", "reported as put right"),
        OrderAction.Return => ("退回", "returned"),
        OrderAction.Verify => ("核查通过", "verified"),
        OrderAction.Close => ("销号", "closed"),
        OrderAction.AskExtension => ("申请延期", "more time asked for"),
        OrderAction.Extend => ("同意延期", "extended"),
        OrderAction.RefuseExtension => ("不同意延期", "extension refused"),
        OrderAction.Escalate => ("升级", "escalated"),
        OrderAction.Suspend => ("中止", "suspended"),
        OrderAction.Resume => ("恢复", "resumed"),
        OrderAction.Cancel => ("撤销", "cancelled"),
        OrderAction.EndUnresolved => ("未完成办结", "ended unresolved"),
        OrderAction.Reopen => ("重新督办", "opened again"),
    };
}
