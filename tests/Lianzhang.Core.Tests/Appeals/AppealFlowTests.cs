using Lianzhang.Core.Appeals;
using Lianzhang.Core.Programmes;

namespace Lianzhang.Core.Tests.Appeals;

/// <summary>The way of an appeal, with numbers.</summary>
public sealed class AppealFlowTests
{
    private static readonly WorkingCalendar Calendar = Repository.Heze.Programme!.Calendar;
    private static readonly AppealActor Asker = new("企业", Id(1), Id(2));
    private static readonly AppealActor Router = new("市发展改革委", Id(3), Id(4));
    private static readonly AppealActor Handler = new("市自然资源和规划局", Id(5), Id(6));

    // A Wednesday; the National Day holidays run from Thursday, 1 October, to Wednesday, 7 October; Saturday, 10 October, is worked.
    private static readonly DateOnly Filed = new(2026, 9, 30);

    [Fact]
    public void Its_clocks_count_working_days_over_the_holidays()
    {
        var at = New();
        Assert.Equal(new DateOnly(2026, 10, 8), at.RouteDue);
        at = Take(at, new AppealAct(AppealStep.Route, Router, new DateOnly(2026, 10, 8), To: Handler.Organisation));
        Assert.Equal(new DateOnly(2026, 10, 14), at.Due);
        Assert.False(at.IsOverdue(new DateOnly(2026, 10, 14)));
        Assert.True(at.IsOverdue(new DateOnly(2026, 10, 15)));
    }

    [Theory]
    [InlineData(0, "2026-10-08")]
    [InlineData(3, "2026-10-12")]
    [InlineData(7, "2026-10-16")]
    [InlineData(22, "2026-11-06")]
    public void A_level_of_urgency_takes_the_place_of_the_kinds_clock(int days, string due) =>
        Assert.Equal(DateOnly.Parse(due), Take(New(), new AppealAct(AppealStep.Route, Router, new DateOnly(2026, 10, 8), To: Handler.Organisation, Days: days)).Due);

    [Fact]
    public void While_the_asker_is_asked_for_more_the_clock_stands_still_and_only_once()
    {
        var at = Take(Routed(), new AppealAct(AppealStep.AskBack, Handler, new DateOnly(2026, 10, 9), "请补充宗地图"));
        Assert.Equal((AppealState.AskedBack, 4), (at.State, at.DaysLeft));
        Assert.False(at.IsOverdue(new DateOnly(2026, 12, 1)));
        at = Take(at, new AppealAct(AppealStep.AnswerBack, Asker, new DateOnly(2026, 10, 20), "已补充"));
        Assert.Equal(new DateOnly(2026, 10, 26), at.Due);
        Assert.Equal("每轮只能请提出单位补充一次。", Refused(at, new AppealAct(AppealStep.AskBack, Handler, new DateOnly(2026, 10, 20), "再补充")));
    }

    [Fact]
    public void Once_the_day_has_passed_the_clock_is_not_stopped_any_more() =>
        Assert.Equal("已超过办理期限，不能再停止计时。", Refused(Routed(), new AppealAct(AppealStep.AskBack, Handler, new DateOnly(2026, 10, 15), "请补充")));

    [Fact]
    public void Passed_on_it_keeps_its_clock()
    {
        var other = Handler with { Organisation = Id(7) };
        var at = Take(Routed(), new AppealAct(AppealStep.Pass, Handler, new DateOnly(2026, 10, 12), "属县区事权", To: other.Organisation));
        Assert.Equal((other.Organisation, new DateOnly(2026, 10, 14)), (at.Handler, at.Due));
        Assert.Equal("只有承办单位可以这样办理。", Refused(at, new AppealAct(AppealStep.Answer, Handler, new DateOnly(2026, 10, 12), "已办")));
    }

    [Fact]
    public void Not_satisfied_it_is_dealt_with_once_more_and_then_rated_for_good()
    {
        var at = Take(Answered(), new AppealAct(AppealStep.Rate, Asker, new DateOnly(2026, 10, 13), Rating: AppealRating.Not));
        at = Take(at, new AppealAct(AppealStep.Reopen, Asker, new DateOnly(2026, 10, 13), "宗地仍未落实"));
        Assert.Equal((AppealState.Routed, 2, new DateOnly(2026, 10, 20)), (at.State, at.Round, at.Due));
        at = Take(at, new AppealAct(AppealStep.Answer, Handler, new DateOnly(2026, 10, 16), "已落实"));
        at = Take(at, new AppealAct(AppealStep.Rate, Asker, new DateOnly(2026, 10, 16), Rating: AppealRating.Partly));
        Assert.Equal("已重新办理过一次。", Refused(at, new AppealAct(AppealStep.Reopen, Asker, new DateOnly(2026, 10, 16), "仍不满意")));
    }

    [Fact]
    public void Satisfied_or_too_late_it_is_not_reopened()
    {
        var satisfied = Take(Answered(), new AppealAct(AppealStep.Rate, Asker, new DateOnly(2026, 10, 13), Rating: AppealRating.Satisfied));
        Assert.StartsWith("评价为基本满意", Refused(satisfied, new AppealAct(AppealStep.Reopen, Asker, new DateOnly(2026, 10, 13), "改变主意")), StringComparison.Ordinal);
        var partly = Take(Answered(), new AppealAct(AppealStep.Rate, Asker, new DateOnly(2026, 10, 13), Rating: AppealRating.Partly));
        Assert.Equal("申请重新办理的期限 2026-10-27 已过。", Refused(partly, new AppealAct(AppealStep.Reopen, Asker, new DateOnly(2026, 10, 28), "仍有问题")));
    }

    [Fact]
    public void Unrated_it_ends_by_itself_after_ten_working_days()
    {
        var at = Answered();
        Assert.Equal(new DateOnly(2026, 10, 26), at.RateBy);
        Assert.Equal("评价期限未到。", Refused(at, new AppealAct(AppealStep.Close, AppealActor.Product, new DateOnly(2026, 10, 26))));
        Assert.Equal("到期自动办结，不由人办理。", Refused(at, new AppealAct(AppealStep.Close, Handler, new DateOnly(2026, 10, 27))));
        at = Take(at, new AppealAct(AppealStep.Close, AppealActor.Product, new DateOnly(2026, 10, 27)));
        Assert.Equal((AppealState.Closed, null), (at.State, at.Rating));
        Assert.NotNull(Refused(at, new AppealAct(AppealStep.Reopen, Asker, new DateOnly(2026, 10, 27), "未评价")));
    }

    [Fact]
    public void The_asker_never_answers_and_a_step_says_what_it_lacks()
    {
        Assert.Equal("提出单位不能承办自己的诉求。", Refused(New(), new AppealAct(AppealStep.Route, Router, Filed, To: Asker.Organisation)));
        Assert.Equal("请选择承办单位。", Refused(New(), new AppealAct(AppealStep.Route, Router, Filed)));
        Assert.Equal("已由该单位承办。", Refused(Routed(), new AppealAct(AppealStep.Pass, Handler, new DateOnly(2026, 10, 8), "转办", Handler.Organisation)));
        Assert.Equal("提出人不能办理自己的诉求。", Refused(Routed(), new AppealAct(AppealStep.Answer, Handler with { Account = Asker.Account }, new DateOnly(2026, 10, 8), "已办")));
        Assert.Equal("请填写内容或理由。", Refused(Routed(), new AppealAct(AppealStep.Answer, Handler, new DateOnly(2026, 10, 8), " ")));
        Assert.Equal("请选择评价。", Refused(Answered(), new AppealAct(AppealStep.Rate, Asker, new DateOnly(2026, 10, 13))));
        Assert.Equal("只有提出单位可以这样办理。", Refused(Answered(), new AppealAct(AppealStep.Rate, Handler, new DateOnly(2026, 10, 13), Rating: AppealRating.Satisfied)));
        Assert.Equal("诉求当前状态为“待评价”，不能撤回。", Refused(Answered(), new AppealAct(AppealStep.Withdraw, Asker, new DateOnly(2026, 10, 13), "不再需要")));
    }

    [Fact]
    public void What_one_may_do_is_told_without_doing_it()
    {
        Assert.True(AppealFlow.May(Routed(), AppealStep.Answer, Handler, new DateOnly(2026, 10, 8)));
        Assert.False(AppealFlow.May(Routed(), AppealStep.Answer, Asker, new DateOnly(2026, 10, 8)));
        Assert.True(AppealFlow.May(Routed(), AppealStep.Withdraw, Asker, new DateOnly(2026, 10, 8)));
        Assert.False(AppealFlow.May(Routed(), AppealStep.Rate, Asker, new DateOnly(2026, 10, 8)));
        Assert.Equal("诉求〔2026〕12号", AppealWords.Reference(2026, 12));
    }

    private static Guid Id(byte number) => new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, number);

    private static AppealStanding New() => AppealFlow.File(Asker, Asker.Organisation!.Value, Filed, "用地", new AppealKind("land", new("用地"), "drc", 1, 5), Calendar).Then;

    private static AppealStanding Routed() => Take(New(), new AppealAct(AppealStep.Route, Router, new DateOnly(2026, 10, 8), To: Handler.Organisation));

    private static AppealStanding Answered() => Take(Routed(), new AppealAct(AppealStep.Answer, Handler, new DateOnly(2026, 10, 12), "已安排用地"));

    private static AppealStanding Take(AppealStanding at, AppealAct act)
    {
        var move = AppealFlow.Do(at, act, Calendar, out var refusal);
        Assert.True(move is not null, refusal.Zh);
        return move.Then;
    }

    private static string? Refused(AppealStanding at, AppealAct act) => AppealFlow.Do(at, act, Calendar, out var refusal) is null ? refusal.Zh : null;
}
