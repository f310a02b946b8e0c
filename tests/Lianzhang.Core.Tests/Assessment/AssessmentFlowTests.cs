using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianzhang.Core.Assessment;
using Lianzhang.Core.Programmes;

namespace Lianzhang.Core.Tests.Assessment;

/// <summary>From a draft to a published result, and everything that must not be possible between.</summary>
public sealed class AssessmentFlowTests
{
    private static readonly WorkingCalendar Calendar = new([]);
    private const int Days = 3;

    private static readonly Guid Maker = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Checker = Guid.Parse("00000000-0000-0000-0000-000000000002");

    // A Thursday.
    private static readonly DateOnly Day = new(2026, 10, 15);

    [Fact]
    public void Three_working_days_are_open_to_objections()
    {
        var open = Do(new(AssessmentState.Checked, Maker), AssessmentStep.Publicise, Maker, Day)!;
        Assert.Equal(new DateOnly(2026, 10, 20), open.ObjectBy);
        Assert.True(open.TakesObjections(open.ObjectBy!.Value));
        Assert.False(open.TakesObjections(open.ObjectBy.Value.AddDays(1)));
        Assert.Null(Do(open, AssessmentStep.Seal, Checker, open.ObjectBy.Value));
        Assert.Null(Do(open with { Open = 1 }, AssessmentStep.Seal, Checker, open.ObjectBy.Value.AddDays(1)));
        Assert.Equal(AssessmentState.Sealed, Do(open, AssessmentStep.Seal, Checker, open.ObjectBy.Value.AddDays(1))!.State);
    }

    [Fact]
    public void Who_made_a_result_does_not_check_it()
    {
        Assert.Null(Do(new(AssessmentState.Draft, Maker), AssessmentStep.Check, Maker, Day));
        Assert.Equal(AssessmentState.Checked, Do(new(AssessmentState.Draft, Maker), AssessmentStep.Check, Checker, Day)!.State);
    }

    [Theory]
    [InlineData(AssessmentStep.Return)]
    [InlineData(AssessmentStep.Withdraw)]
    public void Going_back_needs_a_reason(AssessmentStep step)
    {
        var at = new AssessmentStanding(AssessmentState.Checked, Maker);
        Assert.Null(AssessmentFlow.Do(at, step, Maker, Day, " ", Days, Calendar, out var refusal));
        Assert.Equal("请填写理由。", refusal.Zh);
        Assert.NotNull(AssessmentFlow.Do(at, step, Maker, Day, "数据有误", Days, Calendar, out _));
    }

    [Property(MaxTest = 2_000)]
    public Property Nothing_is_published_that_was_not_checked_by_another_open_to_objections_and_sealed() => Prop.ForAll(
        Arb.From(Gen.Elements(Enum.GetValues<AssessmentStep>()).ListOf(12)), Arb.From(Gen.Choose(0, 3).ListOf(12)),
        (steps, days) =>
        {
            var (at, on, seen) = (new AssessmentStanding(AssessmentState.Draft, Maker), Day, new List<AssessmentState>());
            foreach (var (step, wait) in steps.Zip(days))
            {
                on = on.AddDays(wait);
                if (Do(at, step, wait % 2 == 0 ? Maker : Checker, on) is not { } then)
                    continue;
                if (step == AssessmentStep.Return)
                    seen.Clear();
                at = then;
                seen.Add(then.State);
            }

            return at.State != AssessmentState.Published || seen.SequenceEqual([AssessmentState.Checked, AssessmentState.Publicity, AssessmentState.Sealed, AssessmentState.Published])
                || seen is [.., AssessmentState.Checked, AssessmentState.Publicity, AssessmentState.Sealed, AssessmentState.Published];
        });

    private static AssessmentStanding? Do(AssessmentStanding at, AssessmentStep step, Guid by, DateOnly on) => AssessmentFlow.Do(at, step, by, on, "理由", Days, Calendar, out _);
}
