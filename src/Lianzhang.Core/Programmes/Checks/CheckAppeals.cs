namespace Lianzhang.Core.Programmes.Checks;

/// <summary>The clocks of appeals run for a time that can be kept.</summary>
internal static class CheckAppeals
{
    private const int MostToRoute = 10;
    private const int MostToAnswer = 66;

    public static void Check(Draft draft)
    {
        foreach (var kind in draft.Appeals?.Kinds ?? [])
        {
            if (kind.DaysToRoute is < 0 or > MostToRoute)
                draft.Fault(kind, "days_to_route", ($"分办期限应为 0 至 {MostToRoute} 个工作日", $"it is routed within 0 to {MostToRoute} working days"));
            if (kind.DaysToAnswer is < 1 or > MostToAnswer)
                draft.Fault(kind, "days_to_answer", ($"办理期限应为 1 至 {MostToAnswer} 个工作日", $"it is answered within 1 to {MostToAnswer} working days"));
        }

        foreach (var urgency in (draft.Appeals?.Urgencies ?? []).Where(urgency => urgency.Days is < 0 or > MostToAnswer))
            draft.Fault(urgency, "days", ($"办理期限应为 0 至 {MostToAnswer} 个工作日", $"it is answered within 0 to {MostToAnswer} working days"));
    }
}
