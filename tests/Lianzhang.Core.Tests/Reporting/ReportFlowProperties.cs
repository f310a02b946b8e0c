using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianzhang.Core.Reporting;

namespace Lianzhang.Core.Tests.Reporting;

/// <summary>What holds of a report whatever is done to it, in whatever order.</summary>
public sealed class ReportFlowProperties
{
    private static readonly Gen<(Step[] Steps, int Levels)> Journeys =
        from levels in Gen.Choose(1, 3)
        from steps in Gen.Elements(Enum.GetValues<Step>()).ListOf()
        select (steps.ToArray(), levels);

    private enum Step
    {
        Submit,
        Withdraw,
        Return,
        Accept,
        Correct,
    }

    [Property(MaxTest = 2_000)]
    public Property What_counts_never_goes_back_and_versions_follow_one_another() => Holds((before, step, then, levels) =>
        then.Accepted >= before.Accepted
        && then.Accepted <= then.Version
        && then.Version == before.Version + (step == Step.Submit ? 1 : 0)
        && then.Level >= 0 && then.Level <= levels);

    [Property(MaxTest = 2_000)]
    public Property Only_the_last_level_makes_a_version_count() => Holds((before, step, then, levels) =>
        then.Accepted == before.Accepted || (step == Step.Accept && before.Level == levels - 1 && then is { State: ReportState.Accepted } && then.Accepted == before.Version));

    [Property(MaxTest = 2_000)]
    public Property A_reviewer_decides_only_what_is_in_review_and_the_unit_writes_only_what_it_has() => Holds((before, step, then, _) => step switch
    {
        Step.Return or Step.Accept or Step.Withdraw => before.State == ReportState.Submitted && !before.IsWithUnit,
        Step.Submit => before.IsWithUnit && !then.IsWithUnit,
        Step.Correct => before.State == ReportState.Accepted && then.IsWithUnit,
        _ => false,
    });

    [Property(MaxTest = 2_000)]
    public Property Done_a_second_time_a_decision_that_counts_or_returns_is_refused() => Holds((_, step, then, levels) =>
        (step == Step.Accept && then.State == ReportState.Submitted) || Take(step, then, levels) is null);

    [Property(MaxTest = 2_000)]
    public Property Who_has_something_that_counts_is_never_taken_for_new() => Holds((_, _, then, _) => then.Accepted == 0 || then.State != ReportState.Open);

    [Fact]
    public void A_refusal_names_where_the_report_stands()
    {
        Assert.Null(ReportFlow.Accept(ReportStanding.New, 1, out var refusal));
        Assert.Equal("报表当前状态为“待报”，不能审核通过。", refusal.Zh);
    }

    private static Property Holds(Func<ReportStanding, Step, ReportStanding, int, bool> isSo) => Prop.ForAll(Journeys.ToArbitrary(), journey =>
    {
        var at = ReportStanding.New;
        foreach (var step in journey.Steps)
        {
            if (Take(step, at, journey.Levels) is not { } then)
                continue;
            if (!isSo(at, step, then, journey.Levels))
                return false;
            at = then;
        }

        return true;
    });

    private static ReportStanding? Take(Step step, ReportStanding at, int levels) => step switch
    {
        Step.Submit => ReportFlow.Submit(at, out _),
        Step.Withdraw => ReportFlow.Withdraw(at, out _),
        Step.Return => ReportFlow.Return(at, out _),
        Step.Accept => ReportFlow.Accept(at, levels, out _),
        Step.Correct => ReportFlow.Correct(at, out _),
        _ => null,
    };
}
