using Lianzhang.Core.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Formulas;

public sealed class EvaluateFormulaTests
{
    [Theory]
    [InlineData("1 + 2 * 3 - 4 / 2", "2025", "5")]
    [InlineData("-(1 - 3) * -2", "2025", "-4")]
    [InlineData("100 万元 + 1 亿元", "2025", "10100 万元")]
    [InlineData("10 %", "2025", "0.1")]
    [InlineData("value(gdp)", "2025", "4840 亿元")]
    [InlineData("value(gdp in 370000)", "2025", "101640 亿元")]
    [InlineData("value(sei_value_added)", "2025", "484 亿元")]
    [InlineData("value(capacity)", "2025-12", "700 万千瓦")]
    [InlineData("share(value(sei_value_added), value(gdp))", "2025", "10 %")]
    [InlineData("share(value(sei_value_added), value(gdp)) - prior(share(value(sei_value_added), value(gdp)))", "2025", "1 个百分点")]
    [InlineData("indicator(sei_share)", "2024", "9 %")]
    [InlineData("ytd(value(retail))", "2025-03", "60 亿元")]
    [InlineData("ytd(value(retail))", "2025-Q1", "60 亿元")]
    [InlineData("prior(value(retail))", "2025-01", "40 亿元")]
    [InlineData("prior(value(retail), 3)", "2025-03", "40 亿元")]
    [InlineData("rolling(value(retail), 4)", "2025-03", "100 亿元")]
    [InlineData("median(value(retail), 4)", "2025-04", "25 亿元")]
    [InlineData("median(value(retail), 120)", "2025-05", "25 亿元")]
    [InlineData("mad(value(retail), 4)", "2025-04", "10 亿元")]
    [InlineData("median(sum(output), 20)", "2025-M05-YTD", "180 亿元")]
    [InlineData("growth(value(retail))", "2025-03", "50 %")]
    [InlineData("growth(value(retail))", "2025-01", "-75 %")]
    [InlineData("yoy(value(gdp))", "2025", "10 %")]
    [InlineData("yoy(sum(output))", "2025-Q1", "40 %")]
    [InlineData("yoy(sum(output))", "2025-M02-YTD", "40 %")]
    [InlineData("cagr(value(gdp), 2)", "2025", "10 %")]
    [InlineData("at_year_end(value(gdp))", "2025-06", "4840 亿元")]
    [InlineData("at_year_end(value(gdp), 1)", "2025-06", "4400 亿元")]
    [InlineData("at_year_end(value(capacity), 1)", "2025-Q2", "640 万千瓦")]
    [InlineData("if(value(gdp) > 4000 亿元, 1, 0)", "2025", "1")]
    [InlineData("if(value(gdp) = 4840 亿元 and not value(gdp) != 4840 亿元, 1, 0)", "2025", "1")]
    [InlineData("if(value(gdp) < 4840 亿元 or value(gdp) <= 48400000 万元, 1, 0)", "2025", "1")]
    [InlineData("if(value(gdp) >= 4841 亿元, value(gdp), -value(gdp))", "2025", "-4840 亿元")]
    [InlineData("abs(value(profit))", "2024", "2 亿元")]
    [InlineData("round(value(gdp_growth), 0)", "2025", "7 %")]
    [InlineData("round(-1.25, 1)", "2025", "-1.3")]
    [InlineData("round(value(gdp) / 3, 2)", "2025", "1613.33 亿元")]
    [InlineData("default(value(gdp), 0)", "2025", "4840 亿元")]
    [InlineData("default(value(rnd), value(retail) * 2)", "2025-03", "60 亿元")]
    [InlineData("sum(output)", "2025-03", "105 亿元")]
    [InlineData("sum(output)", "2025-Q1", "315 亿元")]
    [InlineData("sum(output where industry in sei)", "2025-Q1", "300 亿元")]
    [InlineData("sum(output where industry = biomedicine)", "2025-Q1", "60 亿元")]
    [InlineData("sum(output where industry != biomedicine)", "2025-Q1", "255 亿元")]
    [InlineData("sum(output where industry not in sei)", "2025-Q1", "15 亿元")]
    [InlineData("sum(output where industry in (drugs, other))", "2025-Q1", "195 亿元")]
    [InlineData("sum(output where industry not in (drugs, other))", "2025-Q1", "120 亿元")]
    [InlineData("sum(output where title = sme)", "2025-Q1", "75 亿元")]
    [InlineData("sum(output where not title = sme)", "2025-Q1", "240 亿元")]
    [InlineData("sum(output where title = sme or industry = new_energy)", "2025-Q1", "135 亿元")]
    [InlineData("sum(output where title = sme and title = high_tech)", "2025-Q1", "60 亿元")]
    [InlineData("sum(output where region in 371703)", "2025-Q1", "75 亿元")]
    [InlineData("sum(output where title = champion)", "2025-Q1", "0 亿元")]
    [InlineData("avg(output)", "2025-Q1", "78.75 亿元")]
    [InlineData("min(output)", "2025-Q1", "15 亿元")]
    [InlineData("max(output where title = sme)", "2025-Q1", "60 亿元")]
    [InlineData("sum(output where title = sme) / sum(output)", "2025-Q1", "0.238095238095238095238095238095")]
    [InlineData("sum(output) / count(units)", "2025-Q1", "78.75 亿元/家")]
    [InlineData("sum(output where industry in biomedicine) / sum(land)", "2025-03", "1777.77777777777777777777777778 万元/亩")]
    [InlineData("count(units)", "2025", "4 家")]
    [InlineData("count(units where title = high_tech)", "2025", "2 家")]
    [InlineData("count(output)", "2025-Q1", "4 家")]
    [InlineData("count(staff)", "2025-03", "2 家")]
    [InlineData("count(staff where title = sme)", "2025-03", "1 家")]
    [InlineData("count(clusters where sum(output) >= 60 亿元)", "2025-Q1", "2 家")]
    [InlineData("count(clusters where sum(output) > 60 亿元)", "2025-Q1", "1 家")]
    [InlineData("count(clusters where sum(output where industry = drugs) > 0 and count(units) = 2 家)", "2025-Q1", "1 家")]
    [InlineData("count(clusters where count(units) > 2 家)", "2025-Q1", "0 家")]
    [InlineData("count(clusters where yoy(sum(output)) > 50 %)", "2025-Q1", "1 家")]
    [InlineData("count(clusters where indicator(large_clusters) = 1 家)", "2025-Q1", "2 家")]
    [InlineData("prior(count(clusters where sum(output) > 60 亿元))", "2025-02", "1 家")]
    public void A_formula_has_this_value(string source, string period, string expected)
    {
        var (amount, unit) = expected.Split(' ') switch
        {
            [var number, var symbol] => (decimal.Parse(number), Unit.Parse(symbol)),
            var parts => (decimal.Parse(parts[0]), Unit.One),
        };
        var formula = Sample.Parse(source);
        var reading = EvaluateFormula.Evaluate(formula, Sample.Context(period)).Reading;

        Assert.Empty(CheckFormula.Check(formula, Sample.Catalogue, unit));
        Assert.True(reading.HasValue, $"{reading.State}: {reading.Reason.En}");
        Assert.Equal(Math.Round(amount, 12), Math.Round(unit.FromBase(reading.Amount), 12));
    }

    [Fact]
    public void Aggregates_run_over_the_units_within_the_region()
    {
        Assert.Equal(Reading.Of(24_000_000_000m), Sample.Evaluate("sum(output)", "2025-Q1", "371702"));
        Assert.Equal(Reading.Of(61_500_000_000m), Sample.Evaluate("sum(output)", "2025-Q1", "370000"));
        Assert.Equal(Reading.Of(3), Sample.Evaluate("count(units where industry in biomedicine)", "2025", "370000"));
        Assert.Equal(Reading.Of(0), Sample.Evaluate("count(units)", "2025", "nowhere"));
    }

    [Fact]
    public void The_figures_that_were_used_are_told_once_each()
    {
        var evaluation = EvaluateFormula.Evaluate(
            Sample.Parse("yoy(value(gdp)) + value(gdp) / value(gdp in 370000) + if(1 = 1, 0, value(capacity) / 1 万千瓦)"), Sample.Context("2025"));

        Assert.Equal(["gdp 2025 371700", "gdp 2024 371700", "gdp 2025 370000"], evaluation.Used.Select(figure => $"{figure.Item} {figure.Period} {figure.Place}"));
    }

    [Fact]
    public void The_months_that_make_up_a_period_are_all_used()
    {
        var evaluation = EvaluateFormula.Evaluate(Sample.Parse("ytd(value(retail))"), Sample.Context("2025-02"));

        Assert.Equal(["2025-01", "2025-02"], evaluation.Used.Select(figure => figure.Period.ToString()));
    }
}
