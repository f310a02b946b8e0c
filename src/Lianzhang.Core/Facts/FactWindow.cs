using Lianzhang.Core.Values;

namespace Lianzhang.Core.Facts;

/// <summary>The 64 months that lie beside each other for every unit; a period has its place where it ends.</summary>
internal sealed record FactWindow(int FirstYear)
{
    /// <summary>The place of a period that lies within; null for any other.</summary>
    public int? SlotOf(Period period)
    {
        var end = ((period.Year - FirstYear) * 12) + period.LastMonth - 1;
        return end - period.Months + 1 >= 0 && end < FactBlocks.Slots ? end : null;
    }

    /// <summary>The first month that ends on a day or after it; one behind the last where none does.</summary>
    public int FirstFrom(DateOnly day) => Math.Clamp(((day.Year - FirstYear) * 12) + day.Month - 1, 0, FactBlocks.Slots);

    /// <summary>The period of a kind that ends in a place; null where none does.</summary>
    public Period? PeriodOf(PeriodKind kind, int slot)
    {
        var (year, month) = (FirstYear + (slot / 12), (slot % 12) + 1);
        return kind switch
        {
            PeriodKind.Month => Period.OfMonth(year, month),
            PeriodKind.Quarter => month % 3 == 0 ? Period.OfQuarter(year, month / 3) : null,
            PeriodKind.HalfYear => month % 6 == 0 ? Period.OfHalfYear(year, month / 6) : null,
            PeriodKind.Year => month == 12 ? Period.OfYear(year) : null,
            PeriodKind.YearToDate => Period.ToDate(year, month) is { Kind: PeriodKind.YearToDate } upTo ? upTo : null,
        };
    }
}
