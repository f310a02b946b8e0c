using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianzhang.Core.Supervision;

namespace Lianzhang.Core.Tests.Supervision;

/// <summary>What holds of an order whatever people and rules do to it, in whatever order.</summary>
public sealed class OrderFlowProperties
{
    private static readonly OrderActor[] Actors =
    [
        OrderActor.Product,
        new(People.Next(), IsOwner: true, Handles: true),
        new(People.Next(), IsOwner: true, Handles: true, Verifies: true, Manages: true, Decides: true),
        new(People.Next(), Verifies: true),
        new(People.Next(), Verifies: true, Manages: true),
        new(People.Next(), Decides: true),
    ];

    private static readonly Gen<OrderStep> Step =
        from action in Gen.Elements(Enum.GetValues<OrderAction>())
        from actor in Gen.Elements(Actors)
        from words in Gen.Elements<string?>(null, "", "情况说明")
        from evidence in Gen.Elements(true, false)
        from recovered in Gen.Elements(true, true, false)
        select new OrderStep(action, actor, words, evidence, recovered ? null : ("未恢复", "not recovered"));

    // Those that lead on are drawn more often, so that many journeys come to an end.
    private static readonly Gen<OrderStep> Likely = Gen.Elements(
        new OrderStep(OrderAction.Assign, OrderActor.Product),
        new OrderStep(OrderAction.Sign, Actors[1]),
        new OrderStep(OrderAction.Report, Actors[1], "已整改", HasEvidence: true),
        new OrderStep(OrderAction.Verify, Actors[3], "属实"),
        new OrderStep(OrderAction.Close, Actors[4], "同意"),
        new OrderStep(OrderAction.Reopen, OrderActor.Product, "反弹"));

    private static readonly Gen<(OrderStep[] Steps, bool NeedsRecovery)> Journeys =
        from steps in Gen.OneOf(Step, Likely, Likely).ListOf(30)
        from needs in Gen.Elements(true, false)
        select (steps.ToArray(), needs);

    [Property(MaxTest = 3_000)]
    public Property No_order_is_closed_without_evidence_and_a_second_pair_of_eyes() => Holds((before, step, then) =>
        then.State != OrderState.Closed || before.State == OrderState.Closed
        || (before.Evidence > 0 && before.VerifiedBy is not null && before.VerifiedBy != before.ReportedBy && !step.Actor.IsOwner && step.Actor.Account != before.ReportedBy));

    [Property(MaxTest = 3_000)]
    public Property What_a_figure_opened_is_closed_on_its_recovery_alone() => Holds((before, step, then) =>
        then.State != OrderState.Closed || !before.NeedsRecovery || step.NotRecovered is null);

    [Property(MaxTest = 3_000)]
    public Property What_changes_the_course_says_why() => Holds((_, step, _) =>
        step.Action is OrderAction.Assign or OrderAction.Sign or OrderAction.Resume || !string.IsNullOrWhiteSpace(step.Words));

    [Property(MaxTest = 3_000)]
    public Property What_has_ended_stays_so_but_for_a_relapse() => Holds((before, step, then) =>
        before.IsOpen || (step.Action == OrderAction.Reopen && step.Actor.IsProduct && before.State == OrderState.Closed && then.IsOpen));

    [Property(MaxTest = 3_000)]
    public Property What_is_offered_is_what_can_be_done() => Holds((before, step, _) => OrderFlow.Open(before, step.Actor).Contains(step.Action));

    [Fact]
    public void Journeys_come_to_their_end()
    {
        var ends = Journeys.Sample(500).Select(journey => journey.Steps.Aggregate(new OrderStanding(OrderState.Registered), (at, step) => OrderFlow.Take(at, step, out _) ?? at).State).ToList();
        Assert.Contains(OrderState.Closed, ends);
        Assert.Contains(OrderState.Unresolved, ends);
        Assert.Contains(OrderState.Cancelled, ends);
    }

    private static Property Holds(Func<OrderStanding, OrderStep, OrderStanding, bool> isSo) => Prop.ForAll(Journeys.ToArbitrary(), journey =>
    {
        var at = new OrderStanding(OrderState.Registered, NeedsRecovery: journey.NeedsRecovery);
        foreach (var step in journey.Steps)
        {
            if (OrderFlow.Take(at, step, out _) is not { } then)
                continue;
            if (!isSo(at, step, then))
                return false;
            at = then;
        }

        return true;
    });
}
