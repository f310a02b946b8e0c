using Lianzhang.Core.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Formulas;

public sealed class StateTests
{
    private const string Missing = "value(rnd)";
    private const string Undefined = "(1 万元 / 0)";

    // No unit has a champion title, so that there is no average.
    private const string NotApplicable = "avg(output where title = champion)";
    private const string Value = "1 万元";

    [Theory]
    [InlineData($"{Value} + {Missing}", FactState.Missing)]
    [InlineData($"{Undefined} - {Missing}", FactState.Missing)]
    [InlineData($"{NotApplicable} + {Missing}", FactState.Missing)]
    [InlineData($"{NotApplicable} + {Undefined}", FactState.Undefined)]
    [InlineData($"{Value} + {Undefined}", FactState.Undefined)]
    [InlineData($"{Value} + {NotApplicable}", FactState.NotApplicable)]
    [InlineData($"0 * {Missing}", FactState.Missing)]
    [InlineData($"{Value} - {Value}", FactState.Zero)]
    [InlineData($"{Value} + {Value}", FactState.Value)]
    [InlineData($"-{Missing}", FactState.Missing)]
    [InlineData($"abs({NotApplicable})", FactState.NotApplicable)]
    [InlineData($"round({Undefined}, 1)", FactState.Undefined)]
    [InlineData($"share({Missing}, {Value})", FactState.Missing)]
    [InlineData($"share({Value}, 0)", FactState.Undefined)]
    [InlineData($"yoy({Missing})", FactState.Missing)]
    [InlineData("rolling(value(retail), 5)", FactState.Missing)]
    [InlineData($"default({Value}, {Missing})", FactState.Value)]
    [InlineData($"default({Missing}, {Value})", FactState.Value)]
    [InlineData($"default({Missing}, 0)", FactState.Zero)]
    [InlineData($"default({NotApplicable}, {Value})", FactState.Value)]
    [InlineData($"default({Undefined}, {Value})", FactState.Undefined)]
    [InlineData($"default({Missing}, {NotApplicable})", FactState.NotApplicable)]
    [InlineData($"default({Missing}, {Undefined})", FactState.Undefined)]
    [InlineData($"default({NotApplicable}, {Missing})", FactState.Missing)]
    [InlineData($"if({Missing} > 0, {Value}, {Value})", FactState.Missing)]
    [InlineData($"if({Undefined} > 0, {Value}, {Value})", FactState.Undefined)]
    [InlineData($"if({NotApplicable} > 0, {Value}, {Value})", FactState.NotApplicable)]
    [InlineData($"if(not {Missing} > 0, {Value}, {Value})", FactState.Missing)]
    [InlineData($"if({Value} > 0, {Value}, {Missing})", FactState.Value)]
    [InlineData($"if({Value} < 0, {Value}, {Missing})", FactState.Missing)]
    [InlineData($"if({Missing} > 0 and 1 = 2, {Value}, 0)", FactState.Zero)]
    [InlineData($"if(1 = 2 and {Undefined} > 0, {Value}, 0)", FactState.Zero)]
    [InlineData($"if({Missing} > 0 or 1 = 1, {Value}, 0)", FactState.Value)]
    [InlineData($"if(1 = 1 or {Undefined} > 0, {Value}, 0)", FactState.Value)]
    [InlineData($"if({Missing} > 0 and 1 = 1, {Value}, 0)", FactState.Missing)]
    [InlineData($"if({Missing} > 0 or 1 = 2, {Value}, 0)", FactState.Missing)]
    [InlineData($"if({Missing} > 0 or {Undefined} > 0, {Value}, 0)", FactState.Missing)]
    public void States_meet_by_rule(string source, FactState state) => Assert.Equal(state, Sample.Evaluate(source, "2025-Q1").State);

    [Theory]
    [InlineData("1 / 0", "2025", "除数为零", "division by zero")]
    [InlineData("growth(value(profit))", "2025", "基数为零或负，增速无意义", "growth over a base that is zero or negative")]
    [InlineData("yoy(value(profit))", "2024", "基数为零或负，增速无意义", "growth over a base that is zero or negative")]
    [InlineData("cagr(value(profit), 2)", "2025", "基数为零或负，增速无意义", "growth over a base that is zero or negative")]
    [InlineData("cagr(value(gdp) * if(value(gdp) > 4000 亿元, -1, 1), 2)", "2025", "期末数为负，年均增速无意义", "compound growth to a negative amount")]
    [InlineData("99999999999999999999999999 * 99999999999999999999999999", "2025", "数值超出范围", "the number is out of range")]
    [InlineData("1 / 0.0000000000000000000000000001 / 0.1", "2025", "数值超出范围", "the number is out of range")]
    [InlineData("9999999999999999999999999999 亿元", "2025", "数值超出范围", "the number is out of range")]
    [InlineData("rolling(value(retail), 3)", "2025-M02-YTD", "累计期不能滚动合计", "year-to-date periods overlap and cannot be summed")]
    [InlineData("median(value(retail), 12)", "2025-03", "历史数据不足 4 期", "fewer than four earlier periods")]
    [InlineData("mad(value(retail), 12)", "2025-03", "历史数据不足 4 期", "fewer than four earlier periods")]
    [InlineData("median(1, 12)", "0001-04", "历史数据不足 4 期", "fewer than four earlier periods")]
    [InlineData("median(value(rnd), 12)", "2025-03", "历史数据不足 4 期", "fewer than four earlier periods")]
    [InlineData("median(79228162514264337593543950335, 4)", "2025", "数值超出范围", "the number is out of range")]
    [InlineData("median(1, 3)", "2025", "median 的参数有误", "wrong arguments for median")]
    [InlineData("prior(1, 120)", "0100", "早于历法起点", "lies before the calendar begins")]
    [InlineData("yoy(1)", "0001", "早于历法起点", "lies before the calendar begins")]
    [InlineData("prior(1, 2)", "0001-02", "早于历法起点", "lies before the calendar begins")]
    [InlineData("prior(1, 2)", "0001-M02-YTD", "早于历法起点", "lies before the calendar begins")]
    [InlineData("indicator(first_circle)", "2025", "指标互相引用成环，或超过 32 层", "indicators refer to each other in a circle, or more than 32 deep")]
    [InlineData("indicator(large_clusterz)", "2025", "没有指标 large_clusterz", "no indicator large_clusterz")]
    [InlineData("value(nothing)", "2025", "没有数据项 nothing", "no item nothing")]
    [InlineData("sum(nothing)", "2025", "没有数据项 nothing", "no item nothing")]
    [InlineData("count(nothing where sum(output) > 0)", "2025", "没有分组 nothing", "no group nothing")]
    [InlineData("abs()", "2025", "abs 的参数有误", "wrong arguments for abs")]
    [InlineData("prior(1, 0)", "2025", "prior 的参数有误", "wrong arguments for prior")]
    public void What_has_no_result_is_undefined_with_the_reason(string source, string period, string chinese, string english) =>
        Assert.Equal(Reading.OfUndefined((chinese, english)), Sample.Evaluate(source, period));

    [Fact]
    public void Growth_down_to_zero_is_a_full_loss() =>
        Assert.Equal(Reading.Of(-1), Sample.Evaluate("cagr(if(value(gdp) > 4000 亿元, 0 亿元, value(gdp)), 2)"));

    [Fact]
    public void Missing_figures_are_gathered_each_once()
    {
        var reading = Sample.Evaluate("value(rnd) + value(retail) * 2 + value(rnd) + default(value(patents), value(capacity in 371702) / 1 万千瓦 * 1 件) / 1 件 * 1 元", "2025");

        Assert.Equal(
            ["rnd 371700 2025", "retail 371700 2025", "patents 371700 2025", "capacity 371702 2025"],
            reading.Missing.Select(figure => $"{figure.Item} {figure.Place} {figure.Period}"));
        Assert.Equal("未见公布", reading.Missing[0].Reason.Zh);
    }

    [Theory]
    [InlineData("rolling(", ", 120)")]
    [InlineData("yoy(", ")")]
    public void A_formula_that_would_take_for_ever_is_cut_short(string before, string after)
    {
        var source = string.Concat(Enumerable.Repeat(before, 40)) + "default(sum(output), 1)" + string.Concat(Enumerable.Repeat(after, 40));

        Assert.Equal("the formula takes too many steps", Sample.Evaluate(source, "2025-03").Reason.En);
    }

    [Fact]
    public void A_chain_of_indicators_that_goes_too_deep_is_cut_short()
    {
        var deep = Sample.Parse("1" + string.Concat(Enumerable.Repeat(" + 1", 249)));
        var link = Sample.Parse("indicator(link)" + string.Concat(Enumerable.Repeat(" + 1", 249)));
        var context = Sample.Context("2025") with { Indicator = code => code == "link" ? link : deep };

        Assert.Equal("the formula goes too deep", EvaluateFormula.Evaluate(link, context).Reading.Reason.En);
        Assert.Equal(Reading.Of(250), EvaluateFormula.Evaluate(Sample.Parse("indicator(deep)"), context).Reading);
    }

    [Fact]
    public void A_register_without_units_is_missing_and_not_zero()
    {
        var empty = Tables.Of([], [], []);

        AssertMissing(Sample.Evaluate("count(units)", facts: empty), "units", "单位名录为空");
        AssertMissing(Sample.Evaluate("count(clusters where count(units) > 1 家)", facts: empty), "units", "单位名录为空");
        AssertMissing(Sample.Evaluate("count(clusters where sum(output) > 1 亿元)", facts: empty), "output", "无单位填报");
    }

    private static void AssertMissing(Reading reading, string item, string reason) =>
        Assert.Equal(new MissingFigure(item, Sample.City, Period.OfYear(2025), reading.Missing[0].Reason), Assert.Single(reading.Missing, figure => figure.Reason.Zh == reason));
}
