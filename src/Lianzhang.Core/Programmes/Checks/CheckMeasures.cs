namespace Lianzhang.Core.Programmes.Checks;

/// <summary>The days of a measure follow each other, and what is to be reached on the way lies on it.</summary>
internal static class CheckMeasures
{
    public static void Check(Draft draft)
    {
        foreach (var measure in draft.Measures?.Measures ?? [])
        {
            if (measure.Start >= measure.Deadline)
                draft.Fault(measure, "start", ("开始日期应早于完成期限", "the work starts before its deadline"));
            if (measure.Kind != MeasureKind.Task && measure is { Milestones.Count: > 0 })
                draft.Fault(measure, "milestones", ("节点只列在任务上", "milestones belong to tasks"));
            Milestones(draft, measure);
        }
    }

    private static void Milestones(Draft draft, Measure measure)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var last = measure.Start ?? DateOnly.MinValue;
        foreach (var milestone in measure.Milestones ?? [])
        {
            if (!codes.Add(milestone.Code))
                draft.Fault(milestone, "code", ($"节点编码 {milestone.Code} 重复", $"duplicate milestone code {milestone.Code}"));
            if (milestone.Due < measure.Start || milestone.Due > measure.Deadline)
                draft.Fault(milestone, "due", ("节点日期应在开始日期与完成期限之间", "a milestone is due between the start and the deadline"));
            else if (milestone.Due < last)
                draft.Fault(milestone, "due", ("节点应按时间先后排列", "milestones stand in the order of their days"));
            last = milestone.Due > last ? milestone.Due : last;
        }
    }
}
