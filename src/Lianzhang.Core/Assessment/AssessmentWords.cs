using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Assessment;

/// <summary>The words for assessments.</summary>
public static class AssessmentWords
{
    public static Text Of(AssessmentState state) => state switch
    {
        AssessmentState.Draft => ("起草", "being drafted"),
        AssessmentState.Checked => ("已审核", "checked"),
        AssessmentState.Publicity => ("公示", "open to objections"),
        AssessmentState.Sealed => ("已封存", "sealed"),
        AssessmentState.Published => ("已发布", "published"),
        AssessmentState.Withdrawn => ("已撤销", "withdrawn"),
    };

    public static Text Of(AssessmentStep step) => step switch
    {
        AssessmentStep.Check => ("审核通过", "check"),
        AssessmentStep.Return => ("退回修改", "return to the draft"),
        AssessmentStep.Publicise => ("开始公示", "open to objections"),
        AssessmentStep.Seal => ("封存", "seal"),
        AssessmentStep.Publish => ("发布", "publish"),
        AssessmentStep.Withdraw => ("撤销", "withdraw"),
    };

    /// <summary>What a result says of indicators by which nobody could be assessed.</summary>
    public static Text LeftOut(Text indicators) => (
        $"所有对象都没有数据、未计入的指标：{indicators.Zh}。其权重按比例计入同级其他指标。",
        $"Left out, since nobody has a figure: {indicators.In(Language.English)}. What is beside them counts for more in proportion.");

    /// <summary>What a column counts.</summary>
    public static Text Of(AssessedColumn column)
    {
        var work = Of(column.Count!.Value);
        return column.Part == TaskPart.Joint ? ($"{work.Zh}（配合）", $"{work.En}, with others") : work;
    }

    private static Text Of(CountedWork work) => work switch
    {
        CountedWork.Orders => ("本期开具的督办单", "orders opened in the period"),
        CountedWork.OrdersOverdue => ("本期逾期的督办单", "orders of the period that were overdue"),
        CountedWork.OrderPoints => ("本期督办扣分", "points that followed from orders of the period"),
        CountedWork.MeasuresDone => ("本期按时完成的任务", "tasks of the period that were done by their day"),
        CountedWork.MeasuresLate => ("本期逾期未完成的任务", "tasks of the period that were not done by their day"),
        CountedWork.AppealsOverdue => ("逾期未办的诉求", "appeals that are overdue"),
        CountedWork.FindingsOpen => ("未销号的检查问题", "findings of inspections that are open"),
    };
}
