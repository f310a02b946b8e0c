using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Judgement;

/// <summary>The rules of real documents on tasks, each with numbers: a task of 100 days from 1 January to 11 April 2026.</summary>
public sealed class JudgeMeasureTests
{
    private static readonly MeasureCase HundredDays = new(new DateOnly(2026, 1, 1), new DateOnly(2026, 4, 11), [new("site", new DateOnly(2026, 2, 1)), new("roof", new DateOnly(2026, 3, 1))]);

    private static readonly LightRules Ratio = Rules("schedule_ratio",
        new(LightMeasure.ScheduleRatio, Status.Critical, Below: 60), new(LightMeasure.ScheduleRatio, Status.Behind, Below: 80), new(LightMeasure.ScheduleRatio, Status.Ahead, AtLeast: 110));

    private static readonly LightRules Points = Rules("points_behind",
        new(LightMeasure.PointsBehind, Status.Critical, Above: 30), new(LightMeasure.MonthsLate, Status.Critical, AtLeast: 3), new(LightMeasure.PointsBehind, Status.Behind, AtLeast: 10), new(LightMeasure.MonthsLate, Status.Behind, AtLeast: 1));

    private static readonly LightRules Days = Rules("days_left",
        new(LightMeasure.DaysLeft, Status.Critical, Below: 0, Word: new Text("超期")), new(LightMeasure.DaysLeft, Status.Behind, AtMost: 3, Word: new Text("临期")));

    private static readonly LightRules Milestones = Rules("milestones",
        new(LightMeasure.MilestonesMissed, Status.Critical, AtLeast: 2), new(LightMeasure.MilestonesMissed, Status.Behind, AtLeast: 1, Word: new Text("节点逾期")));

    // At the end of January 30 of the 100 days are over.
    [Theory]
    [InlineData("17.9", Status.Critical)]
    [InlineData("18", Status.Behind)]
    [InlineData("23.9", Status.Behind)]
    [InlineData("24", Status.OnTrack)]
    [InlineData("32.9", Status.OnTrack)]
    [InlineData("33", Status.Ahead)]
    public void Below_60_percent_of_the_schedule_is_red_and_below_80_yellow(decimal percent, Status status)
    {
        var judged = Judge(Ratio, 1, percent, new DateOnly(2026, 1, 31));
        Assert.Equal((status, 30m, 70), (judged.Light.Status, judged.Expected, judged.DaysLeft));
    }

    // At the end of March 89 of the 100 days are over.
    [Theory]
    [InlineData("58.9", Status.Critical)]
    [InlineData("59", Status.Behind)]
    [InlineData("79", Status.Behind)]
    [InlineData("79.1", Status.OnTrack)]
    public void Ten_to_thirty_points_behind_is_yellow_and_more_is_red(decimal percent, Status status) =>
        Assert.Equal(status, Judge(Points, 3, percent, new DateOnly(2026, 4, 5), "site", "roof").Light.Status);

    [Theory]
    [InlineData("2026-01-20", Status.Behind)]
    [InlineData("2026-02-28", Status.Behind)]
    [InlineData("2026-03-01", Status.Critical)]
    public void A_start_that_is_late_in_its_month_is_yellow_and_three_months_in_a_row_red(string day, Status status)
    {
        var late = Rules("start", new(LightMeasure.MonthsLate, Status.Critical, AtLeast: 3), new(LightMeasure.MonthsLate, Status.Behind, AtLeast: 1));
        Assert.Equal(status, Judge(late, 1, 0, DateOnly.Parse(day, null)).Light.Status);
    }

    [Theory]
    [InlineData("2026-04-07", "进度正常")]
    [InlineData("2026-04-08", "临期")]
    [InlineData("2026-04-11", "临期")]
    [InlineData("2026-04-12", "超期")]
    public void Three_days_before_the_deadline_is_near_due_and_after_it_overdue(string day, string word) =>
        Assert.Equal(word, Judge(Days, 3, 90, DateOnly.Parse(day, null), "site", "roof").Light.Word.Zh);

    [Fact]
    public void A_milestone_is_missed_the_day_after_it_was_due_and_not_once_it_is_reached()
    {
        Assert.Empty(Judge(Milestones, 1, 30, new DateOnly(2026, 2, 1)).Missed);
        var one = Judge(Milestones, 1, 30, new DateOnly(2026, 2, 2));
        Assert.Equal(("节点逾期", "site"), (one.Light.Word.Zh, one.Missed.Single()));
        Assert.Equal(Status.Critical, Judge(Milestones, 2, 60, new DateOnly(2026, 3, 2)).Light.Status);
        Assert.Equal(Status.OnTrack, Judge(Milestones, 2, 60, new DateOnly(2026, 3, 1), "site").Light.Status);
    }

    [Fact]
    public void Of_several_sets_the_worst_light_counts_and_one_that_matches_nothing_hides_none()
    {
        IReadOnlyList<LightRules> all = [Ratio, Days, Milestones];
        Assert.Equal(Status.Ahead, Judge(all, 1, 40, new DateOnly(2026, 1, 31)).Light.Status);
        Assert.Equal("节点逾期", Judge(all, 1, 40, new DateOnly(2026, 2, 2)).Light.Word.Zh);
        Assert.Equal("超期", Judge(all, 3, 90, new DateOnly(2026, 4, 12), "site", "roof").Light.Word.Zh);
    }

    [Fact]
    public void Nothing_reported_is_not_nothing_done()
    {
        var silent = JudgeMeasure.Judge(HundredDays, null, new DateOnly(2026, 1, 31), [Ratio, Days, Milestones]);
        Assert.Equal((Status.NoData, "未报进展", 30m), (silent.Light.Status, silent.Light.Word.Zh, silent.Expected));
        Assert.Equal("节点逾期", JudgeMeasure.Judge(HundredDays, null, new DateOnly(2026, 2, 2), [Ratio, Days, Milestones]).Light.Word.Zh);
        Assert.Equal("超期", JudgeMeasure.Judge(HundredDays, null, new DateOnly(2026, 5, 1), [Ratio, Days]).Light.Word.Zh);
    }

    [Fact]
    public void What_is_done_is_done_and_what_is_not_is_never_green_after_the_deadline()
    {
        var done = Judge(Days, 3, 100, new DateOnly(2026, 5, 1));
        Assert.Equal((Status.Met, "已完成"), (done.Light.Status, done.Light.Word.Zh));
        Assert.True(done is { DaysLeft: null, Missed: [] });
        Assert.Equal((Status.Missed, "逾期未完成"), Judge(Ratio, 4, 99, new DateOnly(2026, 5, 1), "site", "roof").Light switch { var light => (light.Status, light.Word.Zh) });
    }

    [Fact]
    public void A_measure_without_days_has_no_schedule()
    {
        var open = new MeasureCase(null, null, []);
        var judged = JudgeMeasure.Judge(open, new MeasureProgress(Period.OfMonth(2026, 3), 50, new HashSet<string>()), new DateOnly(2026, 4, 1), [Ratio, Days, Milestones]);
        Assert.Equal(("未定期限", null, null), (judged.Light.Word.Zh, judged.Expected, judged.DaysLeft));
        Assert.Equal("未报进展", JudgeMeasure.Judge(open, null, new DateOnly(2026, 4, 1), [Ratio, Days]).Light.Word.Zh);
    }

    [Fact]
    public void Before_the_start_nothing_is_expected()
    {
        var judged = JudgeMeasure.Judge(HundredDays, new MeasureProgress(Period.OfMonth(2025, 12), 0, new HashSet<string>()), new DateOnly(2025, 12, 31), [Ratio, Points]);
        Assert.Equal((Status.OnTrack, 0m), (judged.Light.Status, judged.Expected));
    }

    private static MeasureJudgement Judge(LightRules rules, int month, decimal percent, DateOnly asOf, params string[] done) => Judge([rules], month, percent, asOf, done);

    private static MeasureJudgement Judge(IReadOnlyList<LightRules> rules, int month, decimal percent, DateOnly asOf, params string[] done) =>
        JudgeMeasure.Judge(HundredDays, new MeasureProgress(Period.OfMonth(2026, month), percent, done.ToHashSet()), asOf, rules);

    private static LightRules Rules(string code, params LightRule[] rules) => new(new LightRuleSet(code, new Text(code), rules), []);
}
