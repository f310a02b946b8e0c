using Lianzhang.Core.Judgement;

namespace Lianzhang.Core.Programmes.Checks;

/// <summary>Lights and calendar say what they can mean.</summary>
internal static class CheckRules
{
    public static void Check(Draft draft)
    {
        foreach (var rule in (draft.Lights?.RuleSets ?? []).SelectMany(set => set.Rules).Where(IsUnbounded))
            draft.Fault(rule, "measure", ("规则须写明界限 above、at_least、below 或 at_most", "a rule states a bound: above, at_least, below or at_most"));
        foreach (var year in draft.Calendar?.Years ?? [])
            OfYear(draft, year);
    }

    private static bool IsUnbounded(LightRule rule) => rule is { Above: null, AtLeast: null, Below: null, AtMost: null };

    private static void OfYear(Draft draft, CalendarYear year)
    {
        foreach (var holiday in year.Holidays)
        {
            if (holiday.To < holiday.From || holiday.From.Year != year.Year || holiday.To.Year != year.Year)
                draft.Fault(holiday, "from", ($"{holiday.Name}的起止日期不在 {year.Year} 年内或前后颠倒", $"{holiday.Name} does not lie within {year.Year} or ends before it starts"));
        }

        foreach (var day in (year.Workdays ?? []).Where(day => day.Year != year.Year || day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)))
            draft.Fault(year, "workdays", ($"调休上班日 {day:yyyy-MM-dd} 应为 {year.Year} 年的周末", $"{day:yyyy-MM-dd} is not a weekend day of {year.Year}"));
    }
}
