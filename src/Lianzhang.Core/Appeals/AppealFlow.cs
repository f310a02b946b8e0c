using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Appeals;

/// <summary>The steps of an appeal: each gives where it stands then with its note in the timeline, or says why it cannot be done.</summary>
public static class AppealFlow
{
    /// <summary>Working days to rate an answer, and to have it dealt with once more.</summary>
    public const int DaysToRate = 10;

    private const int Rounds = 2;

    /// <summary>A new appeal.</summary>
    public static AppealMove File(AppealActor by, Guid asker, DateOnly on, string title, AppealKind kind, WorkingCalendar calendar) => new(
        new AppealStanding(AppealState.Filed, asker, by.Account, calendar.AddWorkingDays(on, kind.DaysToRoute), kind.DaysToAnswer),
        new AppealNote(AppealStep.File, by, on, title, AppealState.Filed, AppealState.Filed));

    /// <summary>What comes of a step, or null with the reason why it cannot be done.</summary>
    public static AppealMove? Do(AppealStanding at, AppealAct act, WorkingCalendar calendar, out Text refusal)
    {
        if ((NotNow(at, act) ?? Lacking(at, act)) is { } why)
        {
            refusal = why;
            return null;
        }

        refusal = default;
        var then = Then(at, act, calendar);
        var words = string.IsNullOrWhiteSpace(act.Words) ? AppealWords.Of(act.Step).Zh : act.Words.Trim();
        return new AppealMove(then, new AppealNote(act.Step, act.By, act.On, words, at.State, then.State));
    }

    /// <summary>Whether somebody may take a step now, once all that it needs is said.</summary>
    public static bool May(AppealStanding at, AppealStep step, AppealActor by, DateOnly on) => NotNow(at, new AppealAct(step, by, on)) is null;

    private static Text? NotNow(AppealStanding at, AppealAct act)
    {
        if (!IsOpenTo(at.State, act.Step))
            return ($"诉求当前状态为“{AppealWords.Of(at.State).Zh}”，不能{AppealWords.Of(act.Step).Zh}。", $"The appeal is {AppealWords.Of(at.State).En}; that cannot be done now.");
        return NotBy(at, act) ?? act.Step switch
        {
            AppealStep.AskBack when at.WasAskedBack => ("每轮只能请提出单位补充一次。", "The asker is asked for more once a round."),
            AppealStep.AskBack when at.Due < act.On => ("已超过办理期限，不能再停止计时。", "The day to answer it has passed; the clock is not stopped any more."),
            AppealStep.Reopen when at.Round == Rounds => ("已重新办理过一次。", "It was dealt with once more already."),
            AppealStep.Reopen when at.Rating is null or AppealRating.Satisfied => ("评价为基本满意或不满意的，方可申请重新办理。", "Only what was rated partly satisfied or not satisfied is dealt with once more."),
            AppealStep.Reopen when at.RateBy < act.On => ($"申请重新办理的期限 {at.RateBy:yyyy-MM-dd} 已过。", $"It was to be asked for by {at.RateBy:yyyy-MM-dd}."),
            AppealStep.Close when at.RateBy >= act.On => ("评价期限未到。", "There is still time to rate it."),
            _ => null,
        };
    }

    private static Text? NotBy(AppealStanding at, AppealAct act) => act.Step switch
    {
        AppealStep.AnswerBack or AppealStep.Rate or AppealStep.Reopen or AppealStep.Withdraw when act.By.Organisation != at.Asker =>
            ("只有提出单位可以这样办理。", "Only the organisation that asked can do that."),
        AppealStep.Pass or AppealStep.AskBack or AppealStep.Answer when act.By.Organisation == at.Asker || (act.By.Account is not null && act.By.Account == at.AskerAccount) =>
            ("提出人不能办理自己的诉求。", "Whoever asks does not answer."),
        AppealStep.Pass or AppealStep.AskBack or AppealStep.Answer when act.By.Organisation != at.Handler =>
            ("只有承办单位可以这样办理。", "Only the organisation that has it can do that."),
        AppealStep.Close when act.By != AppealActor.Product => ("到期自动办结，不由人办理。", "It ends by itself."),
        _ => null,
    };

    private static bool IsOpenTo(AppealState state, AppealStep step) => step switch
    {
        AppealStep.File => false,
        AppealStep.Route => state == AppealState.Filed,
        AppealStep.Pass or AppealStep.AskBack => state == AppealState.Routed,
        AppealStep.AnswerBack => state == AppealState.AskedBack,
        AppealStep.Answer => state is AppealState.Routed or AppealState.AskedBack,
        AppealStep.Rate or AppealStep.Close => state == AppealState.Answered,
        AppealStep.Reopen => state == AppealState.Closed,
        AppealStep.Withdraw => state is AppealState.Filed or AppealState.Routed or AppealState.AskedBack,
    };

    private static Text? Lacking(AppealStanding at, AppealAct act) => act.Step switch
    {
        AppealStep.Route or AppealStep.Pass when act.To is null => ("请选择承办单位。", "Choose who is to deal with it."),
        AppealStep.Route or AppealStep.Pass when act.To == at.Asker => ("提出单位不能承办自己的诉求。", "The organisation that asks cannot deal with it."),
        AppealStep.Pass when act.To == at.Handler => ("已由该单位承办。", "That organisation has it already."),
        AppealStep.Rate when act.Rating is null => ("请选择评价。", "Choose a rating."),
        AppealStep.Pass or AppealStep.AskBack or AppealStep.AnswerBack or AppealStep.Answer or AppealStep.Reopen or AppealStep.Withdraw when string.IsNullOrWhiteSpace(act.Words) =>
            ("请填写内容或理由。", "Say what, or why."),
        _ => null,
    };

    private static AppealStanding Then(AppealStanding at, AppealAct act, WorkingCalendar calendar) => act.Step switch
    {
        AppealStep.Route => at with { State = AppealState.Routed, Handler = act.To, Days = act.Days ?? at.Days, Due = calendar.AddWorkingDays(act.On, act.Days ?? at.Days) },
        // The clock of who passes it on is the clock of who gets it.
        AppealStep.Pass => at with { Handler = act.To },
        AppealStep.AskBack => at with { State = AppealState.AskedBack, WasAskedBack = true, DaysLeft = calendar.WorkingDaysBetween(act.On, at.Due!.Value) },
        AppealStep.AnswerBack => at with { State = AppealState.Routed, Due = calendar.AddWorkingDays(act.On, at.DaysLeft!.Value), DaysLeft = null },
        AppealStep.Answer => at with { State = AppealState.Answered, DaysLeft = null, RateBy = calendar.AddWorkingDays(act.On, DaysToRate) },
        AppealStep.Rate => at with { State = AppealState.Closed, Rating = act.Rating, RateBy = calendar.AddWorkingDays(act.On, DaysToRate) },
        AppealStep.Reopen => at with { State = AppealState.Routed, Round = Rounds, WasAskedBack = false, Rating = null, RateBy = null, Due = calendar.AddWorkingDays(act.On, at.Days) },
        AppealStep.Withdraw => at with { State = AppealState.Withdrawn, DaysLeft = null },
        AppealStep.Close => at with { State = AppealState.Closed },
        _ => at,
    };
}
