namespace Lianzhang.Core.Values;

/// <summary>What a period is called; two spellings of the same months (一季度, 1-3月) are the same period.</summary>
public enum PeriodKind
{
    Month,
    Quarter,
    HalfYear,
    Year,
    YearToDate,
}

/// <summary>
/// A run of whole months within one calendar year: a month, quarter, half-year, year, or January to some month.
/// </summary>
public readonly record struct Period : IComparable<Period>
{
    private Period(int year, int firstMonth, int months) => (Year, FirstMonth, Months) = (year, firstMonth, months);

    public int Year { get; }

    public int FirstMonth { get; }

    public int Months { get; }

    public int LastMonth => FirstMonth + Months - 1;

    public DateOnly Start => new(Year, FirstMonth, 1);

    public DateOnly End => new(Year, LastMonth, DateTime.DaysInMonth(Year, LastMonth));

    /// <summary>How many kinds there are.</summary>
    public static int Kinds { get; } = Enum.GetValues<PeriodKind>().Length;

    public PeriodKind Kind => Months switch
    {
        1 => PeriodKind.Month,
        3 when FirstMonth % 3 == 1 => PeriodKind.Quarter,
        6 when FirstMonth % 6 == 1 => PeriodKind.HalfYear,
        12 => PeriodKind.Year,
        _ => PeriodKind.YearToDate,
    };

    public static Period OfMonth(int year, int month) => Of(year, month, 1);

    public static Period OfQuarter(int year, int quarter) => Of(year, (quarter * 3) - 2, 3);

    public static Period OfHalfYear(int year, int half) => Of(year, (half * 6) - 5, 6);

    public static Period OfYear(int year) => Of(year, 1, 12);

    /// <summary>January to <paramref name="lastMonth"/>; January to March is the first quarter, January to December the year.</summary>
    public static Period ToDate(int year, int lastMonth) => Of(year, 1, lastMonth);

    /// <summary>The last period of a kind that ended on or before a day.</summary>
    public static Period LastEnded(PeriodKind kind, DateOnly day)
    {
        var at = kind switch
        {
            PeriodKind.Month => OfMonth(day.Year, day.Month),
            PeriodKind.Quarter => OfQuarter(day.Year, ((day.Month - 1) / 3) + 1),
            PeriodKind.HalfYear => OfHalfYear(day.Year, ((day.Month - 1) / 6) + 1),
            PeriodKind.Year => OfYear(day.Year),
            PeriodKind.YearToDate => ToDate(day.Year, day.Month),
        };
        return at.End <= day ? at : at.Shift(-1);
    }

    /// <summary>January of this period's year to this period's last month.</summary>
    public Period YearToDate() => ToDate(Year, LastMonth);

    public Period InYear(int year) => Of(year, FirstMonth, Months);

    public Period SamePeriodLastYear() => InYear(Year - 1);

    /// <summary>
    /// The period <paramref name="count"/> steps later (earlier when negative). Months, quarters, half-years and years move by
    /// their own length; a year-to-date period moves its last month and stays within years, January after December.
    /// </summary>
    public Period Shift(int count)
    {
        if (Kind == PeriodKind.YearToDate)
        {
            var last = (Year * 12) + LastMonth - 1 + count;
            return ToDate(last / 12, (last % 12) + 1);
        }

        var first = (Year * 12) + FirstMonth - 1 + (count * Months);
        return Of(first / 12, (first % 12) + 1, Months);
    }

    public IEnumerable<Period> EachMonth()
    {
        for (var month = FirstMonth; month <= LastMonth; month++)
            yield return OfMonth(Year, month);
    }

    public static bool TryParse(string? text, out Period period) => PeriodText.TryParse(text, out period);

    public static Period Parse(string text) =>
        TryParse(text, out var period) ? period : throw new FormatException($"'{text}' is not a period");

    /// <summary>Orders by end, then the shorter period first.</summary>
    public int CompareTo(Period other)
    {
        var byEnd = End.CompareTo(other.End);
        return byEnd != 0 ? byEnd : Months.CompareTo(other.Months);
    }

    /// <summary>The ISO-like spelling: 2024, 2024-H1, 2024-Q1, 2024-03, 2024-M08-YTD.</summary>
    public override string ToString() => PeriodText.Iso(this);

    public string In(Language language) => language == Language.Chinese ? PeriodText.Chinese(this) : PeriodText.Iso(this);

    private static Period Of(int year, int firstMonth, int months)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9998);
        ArgumentOutOfRangeException.ThrowIfLessThan(firstMonth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(months, 13 - firstMonth);
        return new Period(year, firstMonth, months);
    }
}
