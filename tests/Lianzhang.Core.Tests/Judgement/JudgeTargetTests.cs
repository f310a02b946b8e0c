using Lianzhang.Core.Facts;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Judgement;

public sealed class JudgeTargetTests
{
    private static readonly LightRules Rules = new(
        new LightRuleSet("ratio", new Text("比例"), [new(LightMeasure.ScheduleRatio, Status.Critical, Below: 60), new(LightMeasure.ScheduleRatio, Status.Behind, Below: 80), new(LightMeasure.ScheduleRatio, Status.Ahead, AtLeast: 110)]),
        []);

    private static readonly Trajectory Path = new(new PathStep(new DateOnly(2022, 12, 31), 100), new PathStep(new DateOnly(2025, 12, 31), 400));

    [Theory]
    [InlineData(120, Status.Critical)]
    [InlineData(170, Status.Behind)]
    [InlineData(200, Status.OnTrack)]
    [InlineData(230, Status.Ahead)]
    [InlineData(400, Status.Met)]
    public void Way_made_against_way_due_gives_the_light(int value, Status status) =>
        Assert.Equal(status, Judge(Case(), "2024-06-30", ("2023", value)).Light.Status);

    [Fact]
    public void Like_is_compared_with_like()
    {
        var judged = Judge(Case(), "2024-06-30", ("2023", 200));
        Assert.Equal(new DateOnly(2023, 12, 31), judged.ExpectedAt);
        Assert.Equal(199.91m, decimal.Round(judged.Expected!.Value, 2));
    }

    [Fact]
    public void Without_a_figure_there_is_no_data_and_no_guess()
    {
        var judged = Judge(Case(), "2024-06-30");
        Assert.Equal(Status.NoData, judged.Light.Status);
        Assert.Null(judged.Gap);
        Assert.NotNull(judged.Expected);
    }

    [Fact]
    public void Without_a_baseline_there_is_only_a_gap()
    {
        var judged = Judge(Case() with { Path = null }, "2024-06-30", ("2023", 200));
        Assert.Equal(Status.NoPath, judged.Light.Status);
        Assert.Equal(200, judged.Gap);
        Assert.Null(judged.Expected);
    }

    [Fact]
    public void A_figure_is_stale_the_day_after_the_next_one_was_due()
    {
        Assert.Equal(Status.Ahead, Judge(Case(), "2025-09-30", ("2023", 250)).Light.Status);
        Assert.Equal(Status.Stale, Judge(Case(), "2025-10-01", ("2023", 250)).Light.Status);
    }

    [Fact]
    public void A_quarterly_figure_grows_stale_sooner()
    {
        var quarterly = Case() with { Frequency = PeriodKind.Quarter, GraceMonths = 2 };
        Assert.NotEqual(Status.Stale, Judge(quarterly, "2024-08-30", ("2024-Q1", 250)).Light.Status);
        Assert.Equal(Status.Stale, Judge(quarterly, "2024-09-01", ("2024-Q1", 250)).Light.Status);
    }

    [Fact]
    public void After_the_target_year_its_final_figure_settles_the_verdict()
    {
        Assert.Equal((Status.Met, Verdict.Met), After(("2025", 400)));
        Assert.Equal((Status.Missed, Verdict.Missed), After(("2025", 399)));
    }

    [Fact]
    public void Neither_an_older_figure_nor_an_estimate_settles_it()
    {
        Assert.Equal((Status.Stale, Verdict.Unknown), After(("2024", 500)));
        Assert.Equal((Status.NoData, Verdict.Unknown), After());
        var judged = JudgeTarget.Judge(Case(), [new Actual(Period.OfYear(2025), 500, FigureFlag.Expected)], new DateOnly(2026, 3, 1), Rules);
        Assert.Equal(Verdict.Unknown, judged.Verdict);
    }

    [Fact]
    public void A_later_figure_does_not_stand_for_the_target_year() =>
        Assert.Equal((Status.Missed, Verdict.Missed), After(("2025", 390), ("2026", 450)));

    [Fact]
    public void On_the_last_day_of_the_target_year_there_is_no_verdict_yet() =>
        Assert.Null(Judge(Case(), "2025-12-31", ("2024", 300)).Verdict);

    [Fact]
    public void What_is_striven_for_is_never_red()
    {
        var striven = Case() with { Goal = new Goal(Qualifier.StriveFor, Direction.Up, 400) };
        var before = Judge(striven, "2024-06-30", ("2023", 110));
        Assert.Equal((Status.Behind, Colour.Yellow), (before.Light.Status, before.Light.Colour));
        var after = Judge(striven, "2026-06-30", ("2025", 300));
        Assert.Equal((Status.Missed, Colour.Yellow, Verdict.Missed), (after.Light.Status, after.Light.Colour, after.Verdict));
    }

    [Fact]
    public void Falling_is_progress_where_less_is_better()
    {
        var falling = new TargetCase(
            new Goal(Qualifier.AtMost, Direction.Down, 50),
            new DateOnly(2025, 12, 31),
            new Trajectory(new PathStep(new DateOnly(2022, 12, 31), 80), new PathStep(new DateOnly(2025, 12, 31), 50)),
            PeriodKind.Year,
            9);
        Assert.Equal(Status.OnTrack, Judge(falling, "2024-06-30", ("2023", 70)).Light.Status);
        Assert.Equal(Status.Critical, Judge(falling, "2024-06-30", ("2023", 79)).Light.Status);
        Assert.Equal(Status.Met, Judge(falling, "2024-06-30", ("2023", 50)).Light.Status);
        Assert.Equal(20, Judge(falling, "2024-06-30", ("2023", 70)).Gap);
    }

    [Fact]
    public void Required_growth_is_compound_and_for_ratios_in_points()
    {
        Assert.Equal(26.0m, decimal.Round(Judge(Case(), "2024-06-30", ("2022", 200)).RequiredGrowth!.Value, 1));
        Assert.Equal(100m, Judge(Case() with { InPoints = true }, "2024-06-30", ("2023", 200)).RequiredGrowth);
        Assert.Null(Judge(Case(), "2024-06-30", ("2023", 400)).RequiredGrowth);
        Assert.Null(Judge(Case(), "2024-06-30", ("2023", -5)).RequiredGrowth);
    }

    [Fact]
    public void Periods_missed_in_a_row_are_counted_from_the_latest()
    {
        var judged = Judge(Case(), "2025-06-30", ("2023-06", 400), ("2023-09", 90), ("2023-12", 90), ("2024", 90));
        Assert.Equal(3, judged.Standing!.PeriodsMissed);
    }

    [Fact]
    public void A_level_to_be_held_is_behind_by_what_it_lost()
    {
        var held = Case() with { Path = new Trajectory(new PathStep(new DateOnly(2022, 12, 31), 400), new PathStep(new DateOnly(2025, 12, 31), 400)) };
        Assert.Equal(Status.Behind, Judge(held, "2024-06-30", ("2023", 300)).Light.Status);
        Assert.Equal(Status.OnTrack, Judge(held, "2024-06-30", ("2023", 390)).Light.Status);
    }

    private static TargetCase Case() => new(new Goal(Qualifier.Exact, Direction.Up, 400), new DateOnly(2025, 12, 31), Path, PeriodKind.Year, 9);

    private static (Status Status, Verdict? Verdict) After(params (string Period, decimal Value)[] actuals)
    {
        var judged = Judge(Case(), "2026-06-30", actuals);
        return (judged.Light.Status, judged.Verdict);
    }

    private static TargetJudgement Judge(TargetCase target, string asOf, params (string Period, decimal Value)[] actuals) =>
        JudgeTarget.Judge(target, [.. actuals.Select(actual => new Actual(Period.Parse(actual.Period), actual.Value))], DateOnly.Parse(asOf), Rules);
}
