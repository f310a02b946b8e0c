using Lianzhang.Core.Formulas;

namespace Lianzhang.Core.Tests.Formulas;

public sealed class ParseFormulaTests
{
    [Theory]
    [InlineData("sum output where industry in sei", "sum(output where industry in sei)")]
    [InlineData("count clusters where sum(output) >= 100 亿元", "count(clusters where sum(output) >= 100 亿元)")]
    [InlineData("count clusters where sum output where industry in sei >= 100亿元", "count(clusters where sum(output where industry in sei) >= 100 亿元)")]
    [InlineData("sum default(output, 0) where title = sme", "sum(default(output, 0) where title = sme)")]
    [InlineData("sum output / value(gdp)", "sum(output) / value(gdp)")]
    [InlineData("count units", "count(units)")]
    [InlineData("sum(output where industry in (sei))", "sum(output where industry in sei)")]
    [InlineData("count(units where (industry in (drugs,other)) and (not title=sme))", "count(units where industry in (drugs, other) and not title = sme)")]
    [InlineData("sum(output where (title = sme or title = high_tech) and industry not in sei)", "sum(output where (title = sme or title = high_tech) and industry not in sei)")]
    [InlineData("value(gdp in 370000)", "value(gdp in 370000)")]
    [InlineData("((1+2))*3", "(1 + 2) * 3")]
    [InlineData("1-(2-3)", "1 - (2 - 3)")]
    [InlineData("(1-2)-3", "1 - 2 - 3")]
    [InlineData("-(-1)", "--1")]
    [InlineData("-(1+2)", "-(1 + 2)")]
    [InlineData("2 * -3", "2 * -3")]
    [InlineData("1.50", "1.5")]
    [InlineData("3万元/亩", "3 万元/亩")]
    [InlineData("100 万元/value(gdp)", "100 万元 / value(gdp)")]
    [InlineData("10%", "10 %")]
    [InlineData("5 MW", "5 MW")]
    [InlineData("if(not (value(gdp)>1 亿元 or value(gdp)<=0) and 1=1, 1, 0)", "if(not (value(gdp) > 1 亿元 or value(gdp) <= 0) and 1 = 1, 1, 0)")]
    [InlineData("if(value(gdp) > 5 亿元 and 1 != 2, 1, 0)", "if(value(gdp) > 5 亿元 and 1 != 2, 1, 0)")]
    [InlineData("share(value(sei_value_added),value(gdp))", "share(value(sei_value_added), value(gdp))")]
    [InlineData("value(gdp)×2÷(1−3)", "value(gdp) * 2 / (1 - 3)")]
    [InlineData("if\n(value(gdp)≥0, 1,\n0)", "if(value(gdp) >= 0, 1, 0)")]
    public void A_formula_has_one_canonical_form_which_means_the_same(string source, string canonical)
    {
        var formula = Sample.Parse(source);

        Assert.Equal(canonical, formula.ToString());
        Assert.Equal(formula, Sample.Parse(canonical));
        Assert.Equal(formula.GetHashCode(), Sample.Parse(canonical).GetHashCode());
        Assert.Equal(source, formula.Source);
    }

    [Fact]
    public void Signs_of_Chinese_input_methods_are_read()
    {
        const string typed = "if\uFF08value\uFF08gdp\uFF09\uFF1E1 亿元\uFF0C1\uFF0C0\uFF09";

        Assert.Equal("if(value(gdp) > 1 亿元, 1, 0)", Sample.Parse(typed).ToString());
    }

    [Fact]
    public void Formulas_that_differ_are_not_equal() =>
        Assert.NotEqual(Sample.Parse("sum(output where title = sme)"), Sample.Parse("sum(output where title != sme)"));

    [Fact]
    public void A_formula_tells_what_it_looks_up_and_where()
    {
        var formula = Sample.Parse(
            "value(gdp) + value(gdp in 370000) + default(sum(output where title = sme), value(retail)) + indicator(sei_share) * count(units) + count(clusters where avg(staff) > 1 人)");

        Assert.Equal(["gdp", "retail", "output", "staff"], formula.Items);
        Assert.Equal([new FigureUse("gdp", null), new FigureUse("gdp", "370000"), new FigureUse("retail", null)], formula.Figures);
        Assert.Equal(["output", "staff"], formula.Aggregates);
        Assert.Equal(["sei_share"], formula.Indicators);
    }

    [Theory]
    [InlineData("(", ")", 63, true)]
    [InlineData("(", ")", 64, true)]
    [InlineData("(", ")", 65, false)]
    [InlineData("-", "", 65, false)]
    [InlineData("abs(", ")", 65, false)]
    [InlineData("(", "", 3_900, false)]
    [InlineData("(", ")", 100_000, false)]
    [InlineData("if(not ", " 1 = 1, 1, 0)", 65, false)]
    public void Nesting_has_a_limit_that_is_told_instead_of_exhausting_the_stack(string before, string after, int levels, bool accepted)
    {
        var source = string.Concat(Enumerable.Repeat(before, levels)) + "1" + string.Concat(Enumerable.Repeat(after, levels));

        var formula = ParseFormula.Parse(source, out var faults);

        Assert.Equal(accepted, formula is not null);
        Assert.Equal(accepted ? 0 : 1, faults.Count);
    }

    [Fact]
    public void Long_formulas_and_long_chains_are_refused()
    {
        _ = ParseFormula.Parse(new string(' ', 4_001), out var tooLong);
        _ = ParseFormula.Parse("1" + string.Concat(Enumerable.Repeat("+1", 251)), out var tooMany);

        Assert.Equal("4001: longer than 4000 characters", Assert.Single(tooLong).ToString());
        Assert.Equal("502: more than 250 operators; split the formula into indicators", Assert.Single(tooMany).ToString());
        Assert.NotNull(ParseFormula.Parse("1" + string.Concat(Enumerable.Repeat("+1", 250)), out _));
    }
}
