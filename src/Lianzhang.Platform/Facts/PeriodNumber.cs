using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Facts;

/// <summary>A period as one number, as reports keep it: year, first month and number of months.</summary>
internal static class PeriodNumber
{
    public static int Of(Period period) => (period.Year * 10_000) + (period.FirstMonth * 100) + period.Months;

    public static Period Read(int number)
    {
        var (year, first, months) = (number / 10_000, number / 100 % 100, number % 100);
        return (first, months) switch
        {
            (_, 1) => Period.OfMonth(year, first),
            (1, _) => Period.ToDate(year, months),
            (_, 3) => Period.OfQuarter(year, (first + 2) / 3),
            _ => Period.OfHalfYear(year, 2),
        };
    }
}
