using System.Text.RegularExpressions;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Supervision;

namespace Lianzhang.Core.Tests.Supervision;

/// <summary>Deadlines by the State Council's notices for 2025 and 2026.</summary>
public sealed partial class OrderClockTests
{
    private static readonly WorkingCalendar Calendar = Repository.Heze.Programme!.Calendar;

    // Read line by line, without what is under test.
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "programmes/heze/calendar.yaml"));
    private static readonly HashSet<DateOnly> Holidays = [.. Lines.Select(line => Holiday().Match(line)).Where(match => match.Success).SelectMany(match => Days(DateOnly.Parse(match.Groups["from"].Value), DateOnly.Parse(match.Groups["to"].Value)))];
    private static readonly HashSet<DateOnly> Worked = [.. Lines.Where(line => line.Contains("workdays:", StringComparison.Ordinal)).SelectMany(line => Day().Matches(line)).Select(match => DateOnly.Parse(match.Value))];

    public static TheoryData<int> Terms => [1, 2, 3, 5, 10, 15, 30];

    [Theory]
    [MemberData(nameof(Terms))]
    public void From_every_day_of_two_years_the_deadline_is_counted_day_by_day(int days)
    {
        for (var day = new DateOnly(2025, 1, 1); day <= new DateOnly(2026, 12, 31); day = day.AddDays(1))
        {
            var due = Calendar.Due(day, days);
            if (due.Year > 2026)
                break;
            Assert.True(Works(due), $"{day} + {days}: {due} is not worked");
            Assert.Equal(days, Between(day, due).Count(Works));
            Assert.Equal(days, Calendar.WorkingDaysTo(day, due));
            Assert.Equal(-days, Calendar.WorkingDaysTo(due, day));
            var calendar = Calendar.Due(day, days, DayCount.Calendar);
            Assert.True(Works(calendar) && calendar >= day.AddDays(days) && !Between(day.AddDays(days - 1), calendar.AddDays(-1)).Any(Works), $"{day} + {days} calendar days: {calendar}");
        }
    }

    [Fact]
    public void Fifteen_days_for_a_leaders_note_before_the_Spring_Festival_end_after_it() =>
        Assert.Equal(new DateOnly(2026, 2, 24), Calendar.Due(new DateOnly(2026, 2, 4), 15, DayCount.Calendar));

    [Fact]
    public void A_day_is_over_at_midnight_of_its_place() =>
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.FromHours(8)), OrderClock.EndOf(new DateOnly(2026, 2, 28), TimeZoneInfo.CreateCustomTimeZone("cn", TimeSpan.FromHours(8), "cn", "cn")));

    private static bool Works(DateOnly day) => Worked.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(day));

    private static IEnumerable<DateOnly> Between(DateOnly after, DateOnly last) => Days(after.AddDays(1), last);

    private static IEnumerable<DateOnly> Days(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
            yield return day;
    }

    [GeneratedRegex(@"from: (?<from>\d{4}-\d{2}-\d{2}), to: (?<to>\d{4}-\d{2}-\d{2})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Holiday();

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Day();
}
