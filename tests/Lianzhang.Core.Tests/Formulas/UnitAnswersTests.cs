using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Formulas;

public sealed class UnitAnswersTests
{
    [Theory]
    [InlineData("sum(staff)", FactState.Missing)]
    [InlineData("avg(staff)", FactState.Missing)]
    [InlineData("min(staff)", FactState.Missing)]
    [InlineData("max(staff)", FactState.Missing)]
    [InlineData("sum(staff where industry in biomedicine)", FactState.Value)]
    [InlineData("sum(staff where industry = other)", FactState.Zero)]
    [InlineData("avg(staff where industry = other)", FactState.NotApplicable)]
    [InlineData("sum(staff where title = champion)", FactState.Zero)]
    [InlineData("count(staff where title = champion)", FactState.Zero)]
    [InlineData("avg(staff where title = champion)", FactState.NotApplicable)]
    [InlineData("min(staff where title = champion)", FactState.NotApplicable)]
    [InlineData("max(staff where title = champion)", FactState.NotApplicable)]
    [InlineData("sum(patents)", FactState.Missing)]
    [InlineData("count(patents)", FactState.Missing)]
    [InlineData("sum(default(patents, 0))", FactState.Missing)]
    [InlineData("count(clusters where sum(staff) > 1 人)", FactState.Missing)]
    [InlineData("count(clusters where sum(default(staff, 0)) > 1 人)", FactState.Value)]
    [InlineData("count(clusters where sum(patents) > 1 件)", FactState.Missing)]
    public void Silence_of_units_is_not_zero(string source, FactState state) => Assert.Equal(state, Sample.Evaluate(source, "2025-03").State);

    [Fact]
    public void A_unit_that_did_not_answer_is_named() =>
        Assert.Equal(Sample.Unanswered("staff", "u3", "2025-03"), Sample.Evaluate("sum(staff)", "2025-03"));

    [Fact]
    public void An_item_that_nobody_was_asked_for_is_named() =>
        Assert.Equal(
            Reading.OfMissing(new MissingFigure("patents", Sample.City, Period.OfMonth(2025, 3), ("无单位填报", "no unit reports it"))),
            Sample.Evaluate("sum(patents)", "2025-03"));

    [Fact]
    public void A_default_stands_in_for_units_that_gave_no_number()
    {
        Assert.Equal(Reading.Of(1_500), Sample.Evaluate("sum(default(staff, 0))", "2025-03"));
        Assert.Equal(Reading.Of(1_700), Sample.Evaluate("sum(default(staff, 100 人))", "2025-03"));
        Assert.Equal(Reading.Of(375), Sample.Evaluate("avg(default(staff, 0))", "2025-03"));
    }

    [Fact]
    public void Units_that_were_never_asked_are_not_counted() => Assert.Equal(Reading.Of(2), Sample.Evaluate("count(land)", "2025-03"));

    [Fact]
    public void Part_of_a_period_does_not_pass_for_the_whole()
    {
        var year = Sample.Evaluate("sum(output)", "2025");

        Assert.Equal(["u1", "u2", "u3", "u4"], year.Missing.Select(figure => figure.Place));
        Assert.Equal("asked for part of the period only", year.Reason.En);
    }

    [Fact]
    public void A_stock_asked_for_in_March_says_nothing_of_June()
    {
        Assert.Equal(Reading.Of(1_000), Sample.Evaluate("max(staff where industry in biomedicine)", "2025-Q1"));
        Assert.Equal("no unit reports it", Sample.Evaluate("sum(staff)", "2025-H1").Reason.En);
    }

    [Fact]
    public void A_unit_that_left_before_the_date_of_a_stock_no_longer_counts()
    {
        var facts = Tables.Of(
            [],
            Sample.Units,
            [Sample.Fact("staff", "u1", "2025-02", Reading.Of(7)), Sample.Fact("staff", "u2", "2025-03", Reading.Of(5))]);

        Assert.Equal(Reading.Of(5), Sample.Evaluate("sum(staff)", "2025-Q1", facts: facts));
    }

    [Fact]
    public void Groups_are_the_codes_that_units_in_the_region_bear()
    {
        Assert.Equal(Reading.Of(1), Sample.Evaluate("count(clusters where sum(output) > 0)", "2025-Q1", "371702"));
        Assert.Equal(Reading.Of(0), Sample.Evaluate("count(clusters where sum(output) > 0)", "2025-Q1", "nowhere"));
    }

    [Fact]
    public void Every_group_must_have_its_answer()
    {
        var reading = Sample.Evaluate("count(clusters where sum(staff) > 1 人)", "2025-03");

        Assert.Equal("u3", Assert.Single(reading.Missing).Place);
    }
}
