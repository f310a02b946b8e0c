using Lianzhang.Core.Programmes;

namespace Lianzhang.Core.Tests.Programmes;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = Repository.Heze.Programme!.Calendar;

    [Theory]
    [InlineData("2024-02-09", true)] // the Friday before the Spring Festival of 2024 was worked
    [InlineData("2024-02-12", false)]
    [InlineData("2024-02-18", true)] // a Sunday worked in exchange
    [InlineData("2025-10-08", false)]
    [InlineData("2025-10-11", true)]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-02-23", false)]
    [InlineData("2026-11-24", true)]
    [InlineData("2026-11-28", false)]
    public void Holidays_and_days_worked_for_them_are_known(string day, bool works) =>
        Assert.Equal(works, Calendar.IsWorkingDay(DateOnly.Parse(day)));

    [Fact]
    public void Three_working_days_over_the_National_Day_of_2025_end_on_the_Saturday_that_is_worked() =>
        Assert.Equal(new DateOnly(2025, 10, 11), Calendar.AddWorkingDays(new DateOnly(2025, 9, 30), 3));

    [Fact]
    public void Counted_between_two_days_there_are_as_many_working_days_as_were_added()
    {
        for (var day = new DateOnly(2025, 1, 1); day.Year < 2027; day = day.AddDays(1))
        {
            Assert.Equal(0, Calendar.WorkingDaysBetween(day, day));
            Assert.Equal(7, Calendar.WorkingDaysBetween(day, Calendar.AddWorkingDays(day, 7)));
        }
    }

    [Fact]
    public void The_years_without_a_notice_are_told_apart()
    {
        Assert.True(Calendar.Knows(2024) && Calendar.Knows(2025) && Calendar.Knows(2026));
        Assert.False(Calendar.Knows(2027));
    }

    // 366 or 365 days less the weekends and holidays of each year's notice, as the State Council counts them.
    [Theory]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_as_many_working_days_as_its_notice_leaves(int year, int days) =>
        Assert.Equal(days, Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Count(day => Calendar.IsWorkingDay(new DateOnly(year, 1, 1).AddDays(day))));
}
