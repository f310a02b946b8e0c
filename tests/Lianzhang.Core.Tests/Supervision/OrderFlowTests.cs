using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Supervision;

/// <summary>The way of an order, and what is refused on it.</summary>
public sealed class OrderFlowTests
{
    private static readonly OrderActor Owner = new(People.Next(), IsOwner: true, Handles: true);
    private static readonly OrderActor Verifier = new(People.Next(), Verifies: true);
    private static readonly OrderActor Manager = new(People.Next(), Manages: true);
    private static readonly OrderActor Leader = new(People.Next(), Decides: true);
    private static readonly OrderStanding New = new(OrderState.Registered);
    private static readonly OrderStanding Verified = new(OrderState.Verified, HasOwner: true, Evidence: 1, ReportedBy: Owner.Account, VerifiedBy: Verifier.Account);

    [Fact]
    public void An_order_goes_from_registered_to_closed()
    {
        var at = New;
        foreach (var (step, state) in new (OrderStep, OrderState)[]
        {
            (new(OrderAction.Assign, OrderActor.Product), OrderState.Assigned),
            (new(OrderAction.Sign, Owner), OrderState.Signed),
            (new(OrderAction.Progress, Owner, "制定整改方案"), OrderState.Signed),
            (new(OrderAction.Report, Owner, "已整改", HasEvidence: true), OrderState.Reported),
            (new(OrderAction.Return, Verifier, "佐证不全"), OrderState.Signed),
            (new(OrderAction.Report, Owner, "已补充", HasEvidence: true), OrderState.Reported),
            (new(OrderAction.Verify, Verifier, "现场核查属实"), OrderState.Verified),
            (new(OrderAction.Close, Verifier, "同意销号"), OrderState.Closed),
        })
        {
            at = Taken(at, step);
            Assert.Equal(state, at.State);
        }

        Assert.False(at.IsOpen);
    }

    [Fact]
    public void It_is_not_closed_before_the_figure_has_recovered()
    {
        var at = Verified with { NeedsRecovery = true };
        Assert.Equal("10月仍为严重滞后", Refused(at, new(OrderAction.Close, Verifier, "同意", NotRecovered: ("10月仍为严重滞后", "not yet"))));
        Assert.Equal(OrderState.Closed, Taken(at, new(OrderAction.Close, Verifier, "同意")).State);
    }

    [Fact]
    public void It_is_not_closed_without_evidence() => Assert.Equal("没有佐证，不能销号。", Refused(Verified with { Evidence = 0 }, new(OrderAction.Close, Verifier, "同意")));

    [Fact]
    public void A_report_that_it_is_put_right_comes_with_evidence() => Assert.Equal("报告完成整改须附佐证。", Refused(new(OrderState.Signed, HasOwner: true), new(OrderAction.Report, Owner, "已整改")));

    [Theory]
    [InlineData(OrderAction.Verify, OrderState.Reported)]
    [InlineData(OrderAction.Return, OrderState.Reported)]
    [InlineData(OrderAction.Close, OrderState.Verified)]
    public void Nobody_judges_what_his_own_body_did(OrderAction action, OrderState state)
    {
        var own = new OrderActor(People.Next(), IsOwner: true, Handles: true, Verifies: true, Manages: true);
        Assert.Equal("须由责任单位以外的人员办理。", Refused(Verified with { State = state }, new(action, own, "同意")));
    }

    [Fact]
    public void Whoever_reported_does_not_verify_even_from_another_body() =>
        Assert.Equal("须由责任单位以外的人员办理。", Refused(Verified with { State = OrderState.Reported, ReportedBy = Verifier.Account }, new(OrderAction.Verify, Verifier, "属实")));

    [Fact]
    public void More_time_is_asked_for_once_and_answered_by_another()
    {
        var asked = Taken(new(OrderState.Signed, HasOwner: true), new(OrderAction.AskExtension, Owner, "汛期停工"));
        Assert.Equal("已申请延期，请等待审批。", Refused(asked, new(OrderAction.AskExtension, Owner, "再延")));
        Assert.Equal("您不能同意延期这件督办单。", Refused(asked, new(OrderAction.Extend, Owner, "同意")));
        Assert.False(Taken(asked, new(OrderAction.Extend, Manager, "同意")).ExtensionAsked);
        Assert.Equal("没有待审批的延期申请。", Refused(Taken(asked, new(OrderAction.RefuseExtension, Manager, "不同意")), new(OrderAction.Extend, Manager, "同意")));
    }

    [Fact]
    public void Suspended_it_comes_back_to_where_it_was()
    {
        var at = Taken(Verified, new(OrderAction.Suspend, Manager, "等待上级批复"));
        Assert.Equal((OrderState.Suspended, true), (at.State, at.IsOpen));
        Assert.Equal("督办单当前为“已中止”，不能销号。", Refused(at, new(OrderAction.Close, Verifier, "同意")));
        Assert.Equal(Verified, Taken(at, new(OrderAction.Resume, Manager)));
    }

    [Theory]
    [InlineData(OrderAction.Suspend)]
    [InlineData(OrderAction.Cancel)]
    [InlineData(OrderAction.EndUnresolved)]
    [InlineData(OrderAction.Escalate)]
    [InlineData(OrderAction.Return)]
    public void What_changes_its_course_needs_a_reason(OrderAction action) =>
        Assert.Contains("须写明情况或理由", Refused(Verified, new(action, new OrderActor(People.Next(), Verifies: true, Manages: true, Decides: true), " ")), StringComparison.Ordinal);

    [Fact]
    public void Only_a_higher_level_ends_what_was_not_put_right()
    {
        Assert.Equal("您不能未完成办结这件督办单。", Refused(Verified, new(OrderAction.EndUnresolved, Manager, "政策调整")));
        Assert.Equal(OrderState.Unresolved, Taken(Verified, new(OrderAction.EndUnresolved, Leader, "政策调整")).State);
    }

    [Fact]
    public void A_relapse_opens_a_closed_order_again_and_people_cannot()
    {
        var closed = Verified with { State = OrderState.Closed };
        Assert.Equal("您不能重新督办这件督办单。", Refused(closed, new(OrderAction.Reopen, Manager, "反弹")));
        var again = Taken(closed, new(OrderAction.Reopen, OrderActor.Product, "反弹"));
        Assert.Equal((OrderState.Assigned, 0, null), (again.State, again.Evidence, again.ReportedBy));
    }

    [Fact]
    public void What_may_be_done_is_told_by_who_asks()
    {
        Assert.Equal([OrderAction.Sign, OrderAction.AskExtension], OrderFlow.Open(new(OrderState.Assigned, HasOwner: true), Owner));
        Assert.Equal([OrderAction.Return, OrderAction.Verify], OrderFlow.Open(Verified with { State = OrderState.Reported }, Verifier));
        Assert.Empty(OrderFlow.Open(Verified with { State = OrderState.Closed }, Leader));
    }

    private static OrderStanding Taken(OrderStanding at, OrderStep step)
    {
        var then = OrderFlow.Take(at, step, out var refusal);
        Assert.True(then is not null, refusal.Zh);
        return then;
    }

    private static string Refused(OrderStanding at, OrderStep step)
    {
        Assert.Null(OrderFlow.Take(at, step, out var refusal));
        Assert.NotEmpty(refusal.In(Language.English));
        return refusal.Zh;
    }
}
