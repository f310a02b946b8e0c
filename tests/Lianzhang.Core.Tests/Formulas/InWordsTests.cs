using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Formulas;

public sealed class InWordsTests
{
    private static readonly Dictionary<string, Text> Names = new()
    {
        ["gdp"] = ("地区生产总值", "GDP"), ["sei_value_added"] = ("战新产业增加值", "value added of SEI"), ["output"] = ("企业产值", "output"),
        ["industry"] = ("产业", "industry"), ["title"] = ("称号", "title"), ["sei"] = ("战略性新兴产业", "strategic emerging industries"),
        ["high_tech"] = ("国家高新技术企业", "high-tech enterprise"), ["sme"] = ("科技型中小企业", "technology SME"), ["clusters"] = ("产业集群", "clusters"),
        ["370000"] = ("山东省", "Shandong"), ["sei_share"] = ("战新产业占比", "share of SEI"),
    };

    [Theory]
    [InlineData("value(sei_value_added) / value(gdp)", "战新产业增加值 ÷ 地区生产总值", "value added of SEI ÷ GDP")]
    [InlineData(
        "sum(output where industry in sei and title = high_tech)",
        "企业产值之和（产业属于战略性新兴产业，称号为国家高新技术企业）",
        "total of output (industry in strategic emerging industries, title is high-tech enterprise)")]
    [InlineData("avg(default(output, 0) where not title != sme)", "企业产值平均值（未报按0计，非（称号不为科技型中小企业））", "average of output (0 where not reported, not (title is not technology SME))")]
    [InlineData("min(output) * max(output)", "企业产值最小值 × 企业产值最大值", "least of output × greatest of output")]
    [InlineData("count(units where (title = sme or title = high_tech) and industry not in (sei, sme))", "单位数（（称号为科技型中小企业或称号为国家高新技术企业），产业不属于战略性新兴产业、科技型中小企业）", "number of units ((title is technology SME or title is high-tech enterprise), industry not in strategic emerging industries, technology SME)")]
    [InlineData("count(output)", "企业产值有数的单位数", "units with a value of output")]
    [InlineData("count(clusters where sum(output) >= 100 亿元)", "产业集群个数（企业产值之和 ≥ 100 亿元）", "number of clusters (total of output ≥ 100 亿元)")]
    [InlineData("share(value(sei_value_added), value(gdp in 370000))", "战新产业增加值占山东省地区生产总值的比重", "value added of SEI as a share of GDP of Shandong")]
    [InlineData("yoy(value(gdp) - value(sei_value_added))", "（地区生产总值 − 战新产业增加值）同比增速", "growth of (GDP − value added of SEI) on last year")]
    [InlineData("growth(value(gdp)) * (1 + cagr(value(gdp), 3))", "地区生产总值环比增速 × （1 + 地区生产总值近3年年均增速）", "growth of GDP on the period before × (1 + yearly growth of GDP over 3 years)")]
    [InlineData("ytd(value(gdp)) - rolling(value(gdp), 12)", "地区生产总值本年累计 − 地区生产总值近12期合计", "GDP from January on − GDP over the last 12 periods")]
    [InlineData("prior(value(gdp)) - (prior(value(gdp), 2) - -5)", "上期地区生产总值 − （前2期地区生产总值 − −5）", "GDP of the period before − (GDP 2 periods earlier − −5)")]
    [InlineData("median(value(gdp), 12) + 3 * mad(value(gdp) - 1, 4)", "地区生产总值前12期中位数 + 3 × （地区生产总值 − 1）前4期绝对中位差", "median of GDP over the 12 periods before + 3 × median absolute deviation of (GDP − 1) over the 4 periods before")]
    [InlineData("at_year_end(value(gdp)) / at_year_end(value(gdp), 1)", "当年全年地区生产总值 ÷ 1年前全年地区生产总值", "GDP of the full year ÷ GDP of the full year 1 year earlier")]
    [InlineData("if(value(gdp) > 0 and not (1 = 2 or 1 != 2), round(abs(value(gdp)), 2), default(value(gdp), 0))", "（若地区生产总值 > 0且非（1 = 2或1 ≠ 2），则地区生产总值的绝对值（保留2位小数），否则地区生产总值（无数时取0））", "(the absolute value of GDP (to 2 decimals) if GDP > 0 and not (1 = 2 or 1 ≠ 2), otherwise GDP (or 0 where there is none))")]
    [InlineData("indicator(sei_share)", "战新产业占比", "share of SEI")]
    public void A_formula_is_told_in_words(string source, string chinese, string english)
    {
        var formula = Sample.Parse(source);

        Assert.Equal(chinese, formula.InWords(code => Names[code], Language.Chinese));
        Assert.Equal(english, formula.InWords(code => Names[code], Language.English));
    }

    [Fact]
    public void Deep_nesting_is_told_in_reasonable_time()
    {
        var source = string.Concat(Enumerable.Repeat("abs(", 60)) + "1" + string.Concat(Enumerable.Repeat(")", 60));

        Assert.EndsWith("的绝对值", Sample.Parse(source).InWords(code => new Text(code), Language.Chinese));
    }
}
