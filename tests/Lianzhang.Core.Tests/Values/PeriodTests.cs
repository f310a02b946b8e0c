using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Values;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2024", "2024")]
    [InlineData("2024年", "2024")]
    [InlineData("2024年度", "2024")]
    [InlineData("2024年全年", "2024")]
    [InlineData("2022年末", "2022")]
    [InlineData("2024年1-12月", "2024")]
    [InlineData("2024-03", "2024-03")]
    [InlineData("2024年3月", "2024-03")]
    [InlineData("2024年3月份", "2024-03")]
    [InlineData("截至2024年4月底", "2024-04")]
    [InlineData("2024年1月", "2024-01")]
    [InlineData("2024年1-1月", "2024-01")]
    [InlineData("2024Q1", "2024-Q1")]
    [InlineData("2024-q1", "2024-Q1")]
    [InlineData("2024年一季度", "2024-Q1")]
    [InlineData("2024年第二季度", "2024-Q2")]
    [InlineData("2024年4季度", "2024-Q4")]
    [InlineData("2024年1-3月", "2024-Q1")]
    [InlineData("2023年1—3月", "2023-Q1")]
    [InlineData("2024年1~3月", "2024-Q1")]
    [InlineData("2024年1月至3月", "2024-Q1")]
    [InlineData("2024H1", "2024-H1")]
    [InlineData("2024年上半年", "2024-H1")]
    [InlineData("2024年前二季度", "2024-H1")]
    [InlineData("2024年下半年", "2024-H2")]
    [InlineData("2024年前三季度", "2024-M09-YTD")]
    [InlineData("2024-M09-YTD", "2024-M09-YTD")]
    [InlineData("2024年1-9月累计", "2024-M09-YTD")]
    [InlineData("2024 年 1-8 月", "2024-M08-YTD")]
    [InlineData("2024年1-8月", "2024-M08-YTD")]
    public void Both_the_Chinese_and_the_ISO_spellings_are_read(string written, string meant) =>
        Assert.Equal(meant, Period.Parse(written).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("上半年")]
    [InlineData("2024-13")]
    [InlineData("2024年13月")]
    [InlineData("2024年0月")]
    [InlineData("2024Q5")]
    [InlineData("2024年五季度")]
    [InlineData("2024年2-3月")]
    [InlineData("24年")]
    [InlineData("0000")]
    [InlineData("9999")]
    [InlineData("2024年3月4日")]
    public void What_is_no_period_is_refused(string written) => Assert.False(Period.TryParse(written, out _));

    [Fact]
    public void A_quarter_and_its_months_to_date_are_the_same_period()
    {
        Assert.Equal(Period.OfQuarter(2024, 1), Period.ToDate(2024, 3));
        Assert.Equal(Period.OfYear(2024), Period.ToDate(2024, 12));
        Assert.NotEqual(Period.OfQuarter(2024, 3), Period.ToDate(2024, 9));
    }

    [Fact]
    public void A_year_to_date_steps_by_its_last_month()
    {
        Assert.Equal("2024-M07-YTD", Period.ToDate(2024, 8).Shift(-1).ToString());
        Assert.Equal("2025-01", Period.ToDate(2024, 11).Shift(2).ToString());
    }

    [Theory]
    [InlineData(PeriodKind.Year, "2024-12-30", "2023")]
    [InlineData(PeriodKind.Year, "2024-12-31", "2024")]
    [InlineData(PeriodKind.Quarter, "2024-06-30", "2024-Q2")]
    [InlineData(PeriodKind.Quarter, "2024-06-29", "2024-Q1")]
    [InlineData(PeriodKind.HalfYear, "2024-07-01", "2024-H1")]
    [InlineData(PeriodKind.Month, "2024-01-15", "2023-12")]
    [InlineData(PeriodKind.YearToDate, "2024-09-15", "2024-M08-YTD")]
    public void The_last_period_that_ended_by_a_day(PeriodKind kind, string day, string period) =>
        Assert.Equal(period, Period.LastEnded(kind, DateOnly.Parse(day)).ToString());

    [Fact]
    public void February_ends_where_the_year_says() => Assert.Equal(new DateOnly(2024, 2, 29), Period.OfMonth(2024, 2).End);

    [Property]
    public Property Every_period_is_read_back_from_both_of_its_spellings() => Prop.ForAll(AnyPeriod(), period =>
        Period.Parse(period.ToString()) == period && Period.Parse(period.In(Language.Chinese)) == period);

    [Property]
    public Property Stepping_forth_and_back_returns() => Prop.ForAll(AnyPeriod(), Gen.Choose(-40, 40).ToArbitrary(), (period, steps) =>
        period.Kind == PeriodKind.YearToDate || period.Shift(steps).Shift(-steps) == period);

    [Property]
    public Property The_next_period_starts_the_day_after() => Prop.ForAll(AnyPeriod(), period =>
        period.Kind == PeriodKind.YearToDate || period.Shift(1).Start == period.End.AddDays(1));

    [Property]
    public Property Its_months_make_the_period() => Prop.ForAll(AnyPeriod(), period =>
    {
        var months = period.EachMonth().ToList();
        return months.Count == period.Months && months[0].Start == period.Start && months[^1].End == period.End;
    });

    private static Arbitrary<Period> AnyPeriod() => Gen.OneOf(
        from year in Gen.Choose(1990, 2100) from month in Gen.Choose(1, 12) select Period.OfMonth(year, month),
        from year in Gen.Choose(1990, 2100) from quarter in Gen.Choose(1, 4) select Period.OfQuarter(year, quarter),
        from year in Gen.Choose(1990, 2100) from half in Gen.Choose(1, 2) select Period.OfHalfYear(year, half),
        from year in Gen.Choose(1990, 2100) select Period.OfYear(year),
        from year in Gen.Choose(1990, 2100) from month in Gen.Choose(1, 12) select Period.ToDate(year, month)).ToArbitrary();
}
