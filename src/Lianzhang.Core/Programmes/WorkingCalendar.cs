using System.ComponentModel;

namespace Lianzhang.Core.Programmes;

/// <summary>A public holiday.</summary>
public sealed record Holiday(string Name, DateOnly From, DateOnly To);

/// <summary>The holidays of one year and the weekend days worked for them, by the State Council's notice.</summary>
public sealed record CalendarYear(
    int Year,
    [property: Description("Where the notice can be read.")] string Notice,
    IReadOnlyList<Holiday> Holidays,
    [property: Description("Weekend days that are worked.")] IReadOnlyList<DateOnly>? Workdays = null);

/// <summary>The file calendar.yaml.</summary>
public sealed record CalendarFile([property: Description("One entry per year.")] IReadOnlyList<CalendarYear> Years);

/// <summary>Counts working days, on which deadlines are set.</summary>
public sealed class WorkingCalendar(IReadOnlyList<CalendarYear> years)
{
    private readonly HashSet<int> known = [.. years.Select(year => year.Year)];
    private readonly HashSet<DateOnly> holidays = [.. years.SelectMany(year => year.Holidays).SelectMany(Days)];
    private readonly HashSet<DateOnly> workdays = [.. years.SelectMany(year => year.Workdays ?? [])];

    /// <summary>Whether the year's notice is known; for other years only weekends are told from working days.</summary>
    public bool Knows(int year) => known.Contains(year);

    public bool IsWorkingDay(DateOnly day) =>
        workdays.Contains(day) || (!holidays.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    /// <summary>The day that lies the given number of working days after a day; the day itself does not count.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        while (count > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
                count--;
        }

        return day;
    }

    /// <summary>How many working days lie after a day up to another, which counts; none when it does not lie after it.</summary>
    public int WorkingDaysBetween(DateOnly after, DateOnly upTo)
    {
        var count = 0;
        for (var day = after.AddDays(1); day <= upTo; day = day.AddDays(1))
        {
            if (IsWorkingDay(day))
                count++;
        }

        return count;
    }

    private static IEnumerable<DateOnly> Days(Holiday holiday)
    {
        for (var day = holiday.From; day <= holiday.To; day = day.AddDays(1))
            yield return day;
    }
}
