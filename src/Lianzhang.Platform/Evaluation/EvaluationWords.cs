using Lianzhang.Core.Evaluating;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Evaluation;

/// <summary>The words of evaluations.</summary>
public static class EvaluationWords
{
    public static Text Of(EvaluationKind kind) => kind switch
    {
        EvaluationKind.MidTerm => ("中期评估", "Mid-term evaluation"),
        EvaluationKind.Final => ("终期评估", "Final evaluation"),
    };

    public static Text Of(ComparedWith with) => with switch
    {
        ComparedWith.Regions => ("个同级地区", "regions"),
        ComparedWith.Targets => ("项其他指标", "other targets"),
    };

    internal static Text Summary(EvaluationView view)
    {
        var (targets, tasks) = (Targets(view), (All: view.Measures.Sum(branch => branch.Tasks), Done: view.Measures.Sum(branch => branch.Done)));
        var (orders, closed, moved) = (view.Orders.Count, view.Orders.Count(order => order.Ended == OrderState.Closed), view.Effects.Count(one => one.Effect.Verdict == EffectVerdict.MovedWithOrder));
        return (
            $"{view.Region.Name.Zh} {targets.Zh}；{tasks.All} 项任务完成 {tasks.Done} 项；督办 {orders} 件，销号 {closed} 件{(view.Effects.Count > 0 ? $"，{view.Effects.Count} 件可对照数据，督办后改善 {moved} 件" : string.Empty)}。",
            $"{view.Region.Name.In(Language.English)}: {targets.In(Language.English)}; {tasks.Done} of {tasks.All} tasks are done; {closed} of {orders} orders are closed{(view.Effects.Count > 0 ? $", and {moved} of {view.Effects.Count} with a figure were better after the order" : string.Empty)}.");
    }

    // A mid-term evaluation asks whether they are on their way, a final one whether they were reached.
    private static Text Targets(EvaluationView view)
    {
        var all = view.Targets.Count;
        var unknown = Count(view, Status.NoData, Status.Stale, Status.NoPath);
        if (view.Kind == EvaluationKind.MidTerm)
        {
            var (good, bad) = (Count(view, Status.Met, Status.Ahead, Status.OnTrack), Count(view, Status.Behind, Status.Critical, Status.Missed));
            return ($"{all} 项目标中，达到进度 {good} 项、落后 {bad} 项、无法判断 {unknown} 项", $"of {all} targets {good} are on their way, {bad} behind and {unknown} cannot be told");
        }

        var (met, missed) = (Count(view, Status.Met), Count(view, Status.Missed));
        return ($"{all} 项目标中，达成 {met} 项、未达成 {missed} 项、结果待定 {all - met - missed} 项", $"of {all} targets {met} are met, {missed} missed and {all - met - missed} not decided");
    }

    private static int Count(EvaluationView view, params Status[] statuses) => view.Targets.Count(target => statuses.Contains(target.Row.Status));
}
