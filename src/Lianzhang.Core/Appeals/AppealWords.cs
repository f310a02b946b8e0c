using Lianzhang.Core.Values;

namespace Lianzhang.Core.Appeals;

/// <summary>The words for appeals.</summary>
public static class AppealWords
{
    public static Text Of(AppealState state) => state switch
    {
        AppealState.Filed => ("待分办", "to be routed"),
        AppealState.Routed => ("办理中", "being dealt with"),
        AppealState.AskedBack => ("待补充", "waiting for more from the asker"),
        AppealState.Answered => ("待评价", "to be rated"),
        AppealState.Closed => ("已办结", "closed"),
        AppealState.Withdrawn => ("已撤回", "withdrawn"),
    };

    public static Text Of(AppealStep step) => step switch
    {
        AppealStep.File => ("提出", "filed"),
        AppealStep.Route => ("分办", "routed"),
        AppealStep.Pass => ("转办", "passed on"),
        AppealStep.AskBack => ("请补充", "asked for more"),
        AppealStep.AnswerBack => ("补充", "said more"),
        AppealStep.Answer => ("答复", "answered"),
        AppealStep.Rate => ("评价", "rated"),
        AppealStep.Reopen => ("重新办理", "reopened"),
        AppealStep.Withdraw => ("撤回", "withdrawn"),
        AppealStep.Close => ("到期办结", "closed unrated"),
    };

    public static Text Of(AppealRating rating) => rating switch
    {
        AppealRating.Satisfied => ("满意", "satisfied"),
        AppealRating.Partly => ("基本满意", "partly satisfied"),
        AppealRating.Not => ("不满意", "not satisfied"),
    };

    /// <summary>The number of an appeal within its year, as it stands in letters.</summary>
    public static string Reference(int year, int number) => $"诉求〔{year}〕{number}号";
}
