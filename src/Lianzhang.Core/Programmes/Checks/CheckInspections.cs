namespace Lianzhang.Core.Programmes.Checks;

/// <summary>Checklists of inspections can be answered, each point once.</summary>
internal static class CheckInspections
{
    private const int MostMonths = 36;

    public static void Check(Draft draft)
    {
        foreach (var theme in draft.Inspections?.Themes ?? [])
        {
            if (theme.MonthsBetween is < 0 or > MostMonths)
                draft.Fault(theme, "months_between", ($"同一主题不重复检查的月数应为 0 至 {MostMonths}", $"one is not visited again within 0 to {MostMonths} months"));
            if (theme.Items.Count == 0)
                draft.Fault(theme, "items", ("至少要有一个检查项", "at least one point"));
            foreach (var again in theme.Items.GroupBy(item => item.Code).SelectMany(group => group.Skip(1)))
                draft.Fault(again, "code", ($"检查项编码 {again.Code} 在本主题中重复", $"duplicate point code {again.Code} in the theme"));
        }
    }
}
