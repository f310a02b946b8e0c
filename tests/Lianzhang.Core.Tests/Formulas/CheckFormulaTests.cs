using Lianzhang.Core.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Formulas;

public sealed class CheckFormulaTests
{
    public static TheoryData<string, string, int, int, string, string> Faults => new()
    {
        { "value(gdp)", "家", 1, 10, "公式的单位是亿元，指标的单位是家", "the formula gives 亿元, but the indicator needs 家" },
        { "sum()", "万元", 1, 5, "sum 需要 1 个参数，现有 0 个：sum(item)  sum(item where filter)  sum(default(item, 0) where filter)", "sum takes 1 argument, not 0: sum(item)  sum(item where filter)  sum(default(item, 0) where filter)" },
        { "sum(gdp_growth)", "%", 5, 10, "gdp_growth 不能跨区域相加，请写两个可加数据项之比，如 share(sum(部分), sum(总体))", "gdp_growth does not add up over regions; write the ratio of two items that do, as in share(sum(part), sum(whole))" },
        { "0", "家", 1, 1, "0 缺单位，应写 0 家", "0 has no unit; write 0 家" },
        { "value(gdp) + count(units)", "亿元", 1, 25, "亿元 与 家 不能相加", "cannot add 亿元 and 家" },
        { "count(units) - value(gdp)", "亿元", 1, 25, "家 不能减 亿元", "cannot subtract 亿元 from 家" },
        { "if(value(gdp) > count(units), 1, 0)", "", 4, 25, "亿元 与 家 不能比较", "cannot compare 亿元 with 家" },
        { "count(clusters where count(units) > 5)", "家", 37, 1, "5 缺单位，应写 5 家", "5 has no unit; write 5 家" },
        { "if(100 <= value(gdp), 1, 0)", "", 4, 3, "100 缺单位，应写 100 亿元", "100 has no unit; write 100 亿元" },
        { "value(gdp) + 5", "亿元", 14, 1, "5 缺单位，应写 5 亿元", "5 has no unit; write 5 亿元" },
        { "5", "家", 1, 1, "5 缺单位，应写 5 家", "5 has no unit; write 5 家" },
        { "5 家", "", 1, 3, "公式的单位是家，指标的单位是纯数", "the formula gives 家, but the indicator needs a plain number" },
        { "if(value(gdp_growth) > 8, 1, 0)", "", 24, 1, "8 缺单位，应写 8 %", "8 has no unit; write 8 %" },
        { "if(8 < yoy(value(gdp)), 1, 0)", "", 4, 1, "8 缺单位，应写 8 %", "8 has no unit; write 8 %" },
        { "default(value(gdp), 5)", "亿元", 21, 1, "5 缺单位，应写 5 亿元", "5 has no unit; write 5 亿元" },
        { "default(value(gdp), count(units))", "亿元", 1, 33, "亿元 与 家 不能互相替代", "亿元 and 家 cannot stand for each other" },
        { "if(1 = 1, value(gdp), count(units))", "亿元", 1, 35, "亿元 与 家 不能互相替代", "亿元 and 家 cannot stand for each other" },
        { "sum(default(output, 5))", "亿元", 21, 1, "5 缺单位，应写 5 万元", "5 has no unit; write 5 万元" },
        { "sum(default(output, 5 家))", "亿元", 21, 3, "万元 与 家 不能互相替代", "万元 and 家 cannot stand for each other" },
        { "share(value(gdp), count(units))", "%", 1, 31, "亿元 不是 家 的部分", "亿元 is no share of 家" },
        { "ytd(value(capacity))", "万千瓦", 5, 15, "ytd 只用于可按时间累加的数，此处为时点数、比率或常数", "ytd needs something that adds up over time, not a stock, rate, ratio or constant" },
        { "ytd(value(gdp_growth))", "%", 5, 17, "ytd 只用于可按时间累加的数，此处为时点数、比率或常数", "ytd needs something that adds up over time, not a stock, rate, ratio or constant" },
        { "ytd(value(gdp) / value(retail))", "", 5, 26, "ytd 只用于可按时间累加的数，此处为时点数、比率或常数", "ytd needs something that adds up over time, not a stock, rate, ratio or constant" },
        { "ytd(ytd(value(gdp)))", "亿元", 5, 15, "ytd 只用于可按时间累加的数，此处为时点数、比率或常数", "ytd needs something that adds up over time, not a stock, rate, ratio or constant" },
        { "rolling(avg(output), 3)", "万元", 9, 11, "rolling 只用于可按时间累加的数，此处为时点数、比率或常数", "rolling needs something that adds up over time, not a stock, rate, ratio or constant" },
        { "rolling(100 亿元, 3)", "亿元", 9, 6, "rolling 只用于可按时间累加的数，此处为时点数、比率或常数", "rolling needs something that adds up over time, not a stock, rate, ratio or constant" },
        { "rolling(value(gdp) + 1 亿元, 3)", "亿元", 9, 17, "rolling 只用于可按时间累加的数，此处为时点数、比率或常数", "rolling needs something that adds up over time, not a stock, rate, ratio or constant" },
        { "ytd(if(1 = 1, value(gdp), 0))", "亿元", 5, 24, "ytd 只用于可按时间累加的数，此处为时点数、比率或常数", "ytd needs something that adds up over time, not a stock, rate, ratio or constant" },
        { "ytd(indicator(sei_share))", "%", 5, 20, "ytd 只用于可按时间累加的数，此处为时点数、比率或常数", "ytd needs something that adds up over time, not a stock, rate, ratio or constant" },
        { "ytd(count(units))", "家", 5, 12, "ytd 只用于可按时间累加的数，此处为时点数、比率或常数", "ytd needs something that adds up over time, not a stock, rate, ratio or constant" },
        { "rolling(at_year_end(value(gdp)), 2)", "亿元", 9, 23, "rolling 只用于可按时间累加的数，此处为时点数、比率或常数", "rolling needs something that adds up over time, not a stock, rate, ratio or constant" },
        { "prior(value(gdp), 0)", "亿元", 19, 1, "此处应为 1 到 120 的整数", "expected a whole number from 1 to 120" },
        { "prior(value(gdp), 121)", "亿元", 19, 3, "此处应为 1 到 120 的整数", "expected a whole number from 1 to 120" },
        { "prior(value(gdp), 1.5)", "亿元", 19, 3, "此处应为 1 到 120 的整数", "expected a whole number from 1 to 120" },
        { "prior(value(gdp), 1 家)", "亿元", 19, 3, "此处应为 1 到 120 的整数", "expected a whole number from 1 to 120" },
        { "prior(value(gdp), 1 + 1)", "亿元", 19, 5, "此处应为 1 到 120 的整数", "expected a whole number from 1 to 120" },
        { "median(value(gdp), 3)", "亿元", 20, 1, "此处应为 4 到 120 的整数", "expected a whole number from 4 to 120" },
        { "mad(value(gdp), 4)", "家", 1, 18, "公式的单位是亿元，指标的单位是家", "the formula gives 亿元, but the indicator needs 家" },
        { "ytd(median(value(retail), 4))", "亿元", 5, 24, "ytd 只用于可按时间累加的数，此处为时点数、比率或常数", "ytd needs something that adds up over time, not a stock, rate, ratio or constant" },
        { "cagr(value(gdp))", "%", 1, 16, "cagr 需要 2 个参数，现有 1 个：cagr(x, n)", "cagr takes 2 arguments, not 1: cagr(x, n)" },
        { "cagr(value(gdp), 3, 4)", "%", 1, 22, "cagr 需要 2 个参数，现有 3 个：cagr(x, n)", "cagr takes 2 arguments, not 3: cagr(x, n)" },
        { "abs()", "", 1, 5, "abs 需要 1 个参数，现有 0 个：abs(x)", "abs takes 1 argument, not 0: abs(x)" },
        { "round(value(gdp), 11)", "亿元", 19, 2, "此处应为 0 到 10 的整数", "expected a whole number from 0 to 10" },
        { "round(value(gdp) * sum(land), 2)", "亿元", 1, 32, "亿元·亩 不是可舍入的单位", "亿元·亩 is no unit to round in" },
        { "value(sei_share)", "%", 7, 9, "sei_share 是指标，请写 indicator(sei_share)", "sei_share is an indicator; write indicator(sei_share)" },
        { "indicator(gdp)", "亿元", 11, 3, "gdp 是数据项，请写 value(gdp) 或 sum(gdp)", "gdp is an item; write value(gdp) or sum(gdp)" },
        { "indicator(sei_shar)", "%", 11, 8, "没有 sei_shar 这个指标，是否应为 sei_share？", "no indicator sei_shar; did you mean sei_share?" },
        { "sum(clusters)", "家", 5, 8, "clusters 只能用 count 计数", "clusters can only be counted; write count(clusters …)" },
        { "value(units)", "家", 7, 5, "units 只能用 count 计数", "units can only be counted; write count(units …)" },
        { "count(clusters)", "家", 7, 8, "分组按条件计数，如 count(clusters where count(units) >= 1 家)", "groups are counted by a condition, as in count(clusters where count(units) >= 1 家)" },
        { "count(clusters where industry in sei)", "家", 7, 30, "分组按条件计数，如 count(clusters where count(units) >= 1 家)", "groups are counted by a condition, as in count(clusters where count(units) >= 1 家)" },
        { "count(parks where sum(output) > 1 亿元)", "家", 7, 5, "没有 parks 这个分组", "no group parks" },
        { "count(cluster where sum(output) > 1 亿元)", "家", 7, 7, "没有 cluster 这个分组，是否应为 clusters？", "no group cluster; did you mean clusters?" },
        { "count(units where sum(output) > 1 亿元)", "家", 19, 18, "单位按属性筛选，如 industry in sei", "units are filtered by attributes, as in industry in sei" },
        { "count(output where sum(output) > 1 亿元)", "家", 20, 18, "单位按属性筛选，如 industry in sei", "units are filtered by attributes, as in industry in sei" },
        { "count(untis)", "家", 7, 5, "没有 untis 这个数据项或分组，是否应为 units？", "no item or group untis; did you mean units?" },
        { "count(units where region in 371799)", "家", 29, 6, "没有 371799 这个 region 代码，是否应为 371700？", "no code of region 371799; did you mean 371700?" },
        { "value(gdp in 371799)", "亿元", 14, 6, "没有 371799 这个地区，是否应为 371700？", "no place 371799; did you mean 371700?" },
        { "value(gdp) * value(retail)", "亿元", 1, 26, "公式的单位是亿元·亿元，指标的单位是亿元", "the formula gives 亿元·亿元, but the indicator needs 亿元" },
        { "value(gdp) / count(units)", "亿元", 1, 25, "公式的单位是亿元/家，指标的单位是亿元", "the formula gives 亿元/家, but the indicator needs 亿元" },
        { "1 / count(units)", "", 1, 16, "公式的单位是1/家，指标的单位是纯数", "the formula gives 1/家, but the indicator needs a plain number" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_formula_that_means_nothing_says_where_and_why(string source, string unit, int column, int length, string chinese, string english)
    {
        var faults = CheckFormula.Check(Sample.Parse(source), Sample.Catalogue, Unit.Parse(unit));

        Assert.Equal([new FormulaFault(column, length, (chinese, english))], faults);
    }

    [Fact]
    public void All_faults_are_told_in_the_order_of_the_source()
    {
        var formula = Sample.Parse("sum(outptu where titel = sme and industry in bio) + value(gdb in 9) + 5 家 * count(units where title = champoin)");

        Assert.Equal(
            [
                "5: no item outptu; did you mean output?",
                "18: no attribute titel; did you mean title?",
                "46: no code of industry bio",
                "59: no item gdb; did you mean gdp?",
                "66: no place 9",
                "103: no code of title champoin; did you mean champion?",
            ],
            CheckFormula.Check(formula, Sample.Catalogue, Unit.One).Select(fault => fault.ToString()));
    }

    [Fact]
    public void A_wrong_call_does_not_hide_the_faults_of_its_parts()
    {
        Assert.Equal(
            ["1: abs takes 1 argument, not 2: abs(x)", "11: no item gdb; did you mean gdp?"],
            English("abs(value(gdb), 2)"));
        Assert.Equal(
            ["1: if takes 3 arguments, not 2: if(condition, a, b)", "4: cannot compare 亿元 with 家", "31: expected a whole number from 1 to 120"],
            English("if(value(gdp) > 1 家, prior(1, 0))"));
        Assert.Equal(
            ["41: 5 has no unit; write 5 万元", "50: no item outputs; did you mean output?"],
            English("count(clusters where not (sum(output) > 5 or sum(outputs) > 1 亿元)) / count(units)"));
    }

    [Theory]
    [InlineData("value(gdp) + 0", "亿元")]
    [InlineData("0 - value(gdp)", "万元")]
    [InlineData("default(value(gdp), 0)", "亿元")]
    [InlineData("if(value(gdp) > 0, value(gdp), 0)", "亿元")]
    [InlineData("if(0 != value(gdp_growth), 1, 0)", "%")]
    [InlineData("if(value(gdp_growth) > 6 %, 1, 0)", "")]
    [InlineData("if(0.5 < value(gdp) / value(sei_value_added), 1, 0)", "")]
    [InlineData("1 + yoy(value(gdp))", "")]
    [InlineData("sum(output) / sum(land)", "万元/亩")]
    [InlineData("value(gdp) * 10 %", "亿元")]
    [InlineData("10 % * value(gdp)", "亿元")]
    [InlineData("value(gdp) / 10 %", "亿元")]
    [InlineData("ytd(value(retail) / 2 + value(gdp) * 0.5 - 0)", "亿元")]
    [InlineData("rolling(default(sum(output), 0), 12)", "亿元")]
    [InlineData("ytd(-prior(value(retail)))", "亿元")]
    [InlineData("count(clusters where sum(output where industry in biomedicine) >= 100 亿元 and count(units) > 3 家)", "个")]
    [InlineData("round(share(value(sei_value_added), value(gdp)), 1)", "%")]
    [InlineData("round(sum(output) / sum(land), 2)", "万元/亩")]
    [InlineData("indicator(sei_share) - 1 %", "个百分点")]
    [InlineData("(value(gdp) / value(gdp)) * sum(staff)", "万人")]
    [InlineData("value(gdp) * sum(land) / sum(land)", "亿元")]
    public void Units_that_fit_are_accepted(string source, string unit) =>
        Assert.Empty(CheckFormula.Check(Sample.Parse(source), Sample.Catalogue, Unit.Parse(unit)));

    private static IEnumerable<string> English(string source) =>
        CheckFormula.Check(Sample.Parse(source), Sample.Catalogue, Unit.One).Select(fault => fault.ToString());
}
