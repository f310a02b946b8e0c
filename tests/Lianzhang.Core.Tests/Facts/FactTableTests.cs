using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Facts;

public sealed class FactTableTests
{
    [Fact]
    public void A_flow_of_a_year_is_the_sum_of_its_quarters()
    {
        var table = Table(("2024-Q1", 10), ("2024-Q2", 12), ("2024-Q3", 13), ("2024-Q4", 15));
        var found = table.Figure("output", ItemKind.Flow, "x", Period.OfYear(2024));
        Assert.Equal(Yuan(50), found.Reading.Amount);
        Assert.Equal(4, found.Used.Count);
    }

    [Fact]
    public void A_flow_of_a_month_is_the_difference_of_two_years_to_date()
    {
        var table = Table(("2024-M07-YTD", 70), ("2024-M08-YTD", 82));
        Assert.Equal(Yuan(12), table.Figure("output", ItemKind.Flow, "x", Period.OfMonth(2024, 8)).Reading.Amount);
    }

    [Fact]
    public void A_flow_with_a_gap_is_missing_not_short()
    {
        var found = Table(("2024-Q1", 10), ("2024-Q2", 12), ("2024-Q4", 15)).Figure("output", ItemKind.Flow, "x", Period.OfYear(2024));
        Assert.Equal(FactState.Missing, found.Reading.State);
        Assert.Equal("output", found.Reading.Missing[0].Item);
    }

    [Fact]
    public void A_stock_is_read_at_the_end_of_the_period()
    {
        var table = Table(("2024-12", 120));
        Assert.Equal(Yuan(120), table.Figure("output", ItemKind.Stock, "x", Period.OfYear(2024)).Reading.Amount);
        Assert.Equal(FactState.Missing, table.Figure("output", ItemKind.Stock, "x", Period.OfQuarter(2024, 3)).Reading.State);
    }

    [Fact]
    public void A_rate_is_taken_from_its_own_period_alone()
    {
        var table = Table(("2024-Q1", 5), ("2024-Q2", 5), ("2024-Q3", 5), ("2024-Q4", 5));
        Assert.Equal(FactState.Missing, table.Figure("output", ItemKind.Rate, "x", Period.OfYear(2024)).Reading.State);
    }

    [Fact]
    public void Zero_is_a_value_and_absence_is_not()
    {
        var table = Table(("2024", 0));
        Assert.Equal(FactState.Zero, table.Figure("output", ItemKind.Flow, "x", Period.OfYear(2024)).Reading.State);
        Assert.Equal(FactState.Missing, table.Figure("output", ItemKind.Flow, "y", Period.OfYear(2024)).Reading.State);
    }

    private static decimal Yuan(decimal hundredMillions) => hundredMillions * 100_000_000;

    private static FactTable Table(params (string Period, decimal Value)[] figures) => new(
        figures.Select(figure => new PublishedFigure("output", "x", Period.Parse(figure.Period), new Quantity(figure.Value, Unit.Parse("亿元")), "", FigureFlag.Final, null, new FigureSource("bulletin"), new Location("f.csv", 2))),
        UnitData.Empty);
}
