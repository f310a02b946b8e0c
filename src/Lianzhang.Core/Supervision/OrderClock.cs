using Lianzhang.Core.Programmes;

namespace Lianzhang.Core.Supervision;

/// <summary>The last days of orders, by the working days of the programme's calendar.</summary>
public static class OrderClock
{
    /// <summary>The last day when so many days are given on a day, which does not count itself.</summary>
    public static DateOnly Due(this WorkingCalendar calendar, DateOnly from, int days, DayCount count = DayCount.Working)
    {
        if (count == DayCount.Working)
            return calendar.AddWorkingDays(from, days);
        var last = from.AddDays(days);
        return calendar.IsWorkingDay(last) ? last : calendar.AddWorkingDays(last, 1);
    }

    /// <summary>How many working days lie after a day up to another, that one included; negative when it is past.</summary>
    public static int WorkingDaysTo(this WorkingCalendar calendar, DateOnly from, DateOnly to) => from <= to ? calendar.WorkingDaysBetween(from, to) : -calendar.WorkingDaysBetween(to, from);

    /// <summary>The day that lies so many working days before another.</summary>
    public static DateOnly Before(this WorkingCalendar calendar, DateOnly day, int days)
    {
        for (; days > 0; days -= calendar.IsWorkingDay(day) ? 1 : 0)
            day = day.AddDays(-1);
        return day;
    }

    /// <summary>The instant at which a day is over.</summary>
    public static DateTimeOffset EndOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }
}
