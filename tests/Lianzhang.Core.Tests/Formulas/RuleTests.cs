using Lianzhang.Core.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Formulas;

public sealed class RuleTests
{
    private const string Growth = "sum(output) <= 1.5 * prior(sum(output), 12) or prior(sum(output), 12) = 0";
    private const string Missing = "sum(patents) > 0";
    private const string Undefined = "1 / 0 > 0";
    private const string NotApplicable = "avg(output where title = champion) > 0";

    private static readonly Dictionary<string, Text> Names = new() { ["output"] = ("企业产值", "output"), ["staff"] = ("从业人员", "staff") };

    public static TheoryData<string, int, int, string, string> SyntaxFaults => new()
    {
        { "", 1, 1, "此处应为数值，公式到此结束", "expected an amount, but the formula ends here" },
        { "sum(output)", 1, 11, "此处应为条件，如 value(output) > 0", "a condition is needed here, such as value(output) > 0" },
        { "sum(output) > 0 or", 19, 1, "此处应为数值，公式到此结束", "expected an amount, but the formula ends here" },
        { "sum(output) > 0 or sum(staff)", 20, 10, "and、or、not 只连接条件", "and, or, not join conditions, not amounts" },
        { "sum(output) > 0)", 16, 1, "此处应为运算符，遇到“)”", "expected an operator, but found ')'" },
        { "0 < sum(output) < 5 万元", 17, 1, "比较不能连写，请用 and 连接", "comparisons do not chain; join them by and" },
        { new string(' ', 4_001), 4_001, 1, "公式超过 4000 字", "longer than 4000 characters" },
    };

    public static TheoryData<string, int, int, string, string> Faults => new()
    {
        { "sum(outptu) > 0", 5, 6, "没有 outptu 这个数据项，是否应为 output？", "no item outptu; did you mean output?" },
        { "sum(output) > sum(staff)", 1, 24, "万元 与 人 不能比较", "cannot compare 万元 with 人" },
        { "sum(staff) = 0 or sum(output) > 5", 33, 1, "5 缺单位，应写 5 万元", "5 has no unit; write 5 万元" },
        { "not (sum(staff) = 0 and sum(output where titel = sme) > 0)", 42, 5, "没有 titel 这个属性，是否应为 title？", "no attribute titel; did you mean title?" },
        { "median(sum(output), 2) > 0", 21, 1, "此处应为 4 到 120 的整数", "expected a whole number from 4 to 120" },
    };

    [Theory]
    [MemberData(nameof(SyntaxFaults))]
    public void A_rule_that_cannot_be_read_says_where_and_why(string source, int column, int length, string chinese, string english)
    {
        Assert.Null(ParseFormula.ParseRule(source, out var faults));
        Assert.Equal([new FormulaFault(column, length, (chinese, english))], faults);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_rule_that_means_nothing_says_where_and_why(string source, int column, int length, string chinese, string english) =>
        Assert.Equal([new FormulaFault(column, length, (chinese, english))], CheckFormula.CheckRule(Sample.ParseRule(source), Sample.Catalogue));

    [Fact]
    public void All_faults_of_a_rule_are_told_in_the_order_of_the_source() => Assert.Equal(
        ["5: no item outptu; did you mean output?", "29: no item stafff; did you mean staff?"],
        CheckFormula.CheckRule(Sample.ParseRule("sum(outptu) > 0 and not sum(stafff) > 0"), Sample.Catalogue).Select(fault => fault.ToString()));

    [Fact]
    public void A_rule_is_compared_and_printed_by_what_it_means()
    {
        var rule = Sample.ParseRule("  (sum output) ≤ 2*sum(staff)*1 万元 / 1 人 or not(value(gdp in 370000)＞indicator(sei_share))");

        Assert.Equal("sum(output) <= 2 * sum(staff) * 1 万元 / 1 人 or not value(gdp in 370000) > indicator(sei_share)", rule.ToString());
        Assert.Equal(Sample.ParseRule(rule.ToString()), rule);
        Assert.Equal(Sample.ParseRule(rule.ToString()).GetHashCode(), rule.GetHashCode());
        Assert.NotEqual(Sample.ParseRule("sum(output) > 0"), rule);
        Assert.StartsWith("  (sum", rule.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_tells_what_it_names()
    {
        var rule = Sample.ParseRule("sum(output) <= 2 * sum(staff) * 1 万元 / 1 人 or not value(gdp in 370000) > indicator(sei_share)");

        Assert.Equal(["gdp", "output", "staff"], rule.Items);
        Assert.Equal(["output", "staff"], rule.Aggregates);
        Assert.Equal([new FigureUse("gdp", "370000")], rule.Figures);
        Assert.Equal(["sei_share"], rule.Indicators);
        Assert.Equal(["sum(output) <= 2 * sum(staff) * 1 万元 / 1 人", "value(gdp in 370000) > indicator(sei_share)"], rule.Parts.Select(part => part.ToString()));
    }

    [Fact]
    public void A_rule_and_its_parts_are_told_in_words()
    {
        var rule = Sample.ParseRule("sum(output) <= 1.5 * prior(sum(output)) or sum(staff) = 0");
        var part = rule.Parts[0];

        Assert.Equal("企业产值 ≤ 1.5 × 上期企业产值或从业人员 = 0", rule.InWords(code => Names[code], Language.Chinese));
        Assert.Equal("企业产值 ≤ 1.5 × 上期企业产值", part.InWords(code => Names[code], Language.Chinese));
        Assert.Equal("企业产值", part.LeftInWords(code => Names[code], Language.Chinese));
        Assert.Equal("1.5 × output of the period before", part.RightInWords(code => Names[code], Language.English));
    }

    [Fact]
    public void A_rule_that_fails_carries_the_values_of_every_side_that_could_have_saved_it()
    {
        var evaluation = Sample.OfUnit(Growth, "2025-03", "u2");

        Assert.True(evaluation.Fails);
        Assert.False(evaluation.Holds);
        Assert.Equal(
            [
                new ComparedValues(Part("sum(output) <= 1.5 * prior(sum(output), 12)"), Yi(20), Yi(15), Unit.Parse("万元")),
                new ComparedValues(Part("prior(sum(output), 12) = 0"), Yi(10), Reading.Of(0), Unit.Parse("万元")),
            ],
            evaluation.Compared);
    }

    [Fact]
    public void A_rule_that_holds_carries_the_side_that_settles_it()
    {
        var evaluation = Sample.OfUnit(Growth, "2025-03", "u1");

        Assert.True(evaluation.Holds);
        Assert.False(evaluation.Fails);
        Assert.Equal([new ComparedValues(Part("sum(output) <= 1.5 * prior(sum(output), 12)"), Yi(60), Yi(75), Unit.Parse("万元"))], evaluation.Compared);
    }

    [Theory]
    [InlineData("1 = 2 and 3 = 4", "1 = 2")]
    [InlineData("1 = 1 and 3 = 4", "3 = 4")]
    [InlineData("1 = 1 and 3 = 3", "1 = 1, 3 = 3")]
    [InlineData("1 = 2 or 3 = 3", "3 = 3")]
    [InlineData("not (1 = 2 or 3 = 4)", "1 = 2, 3 = 4")]
    [InlineData("1 = 1 and not (2 = 2 and (3 = 3 or 4 = 4))", "2 = 2, 3 = 3")]
    [InlineData($"1 = 2 and {Missing}", "1 = 2")]
    [InlineData($"{Missing} or 1 = 1", "1 = 1")]
    [InlineData($"{Missing} or 1 = 2", Missing)]
    [InlineData($"1 = 1 and {Missing}", Missing)]
    [InlineData($"{Undefined} and {Missing}", $"{Undefined}, {Missing}")]
    public void What_decided_is_what_could_not_have_come_out_otherwise(string source, string parts) =>
        Assert.Equal(parts, string.Join(", ", Sample.OfUnit(source, "2025-03", "u1").Compared.Select(compared => compared.Part)));

    [Theory]
    [InlineData("sum(output) > 0", FactState.Value)]
    [InlineData("sum(output) < 0", FactState.Zero)]
    [InlineData(Missing, FactState.Missing)]
    [InlineData($"not {Missing}", FactState.Missing)]
    [InlineData(Undefined, FactState.Undefined)]
    [InlineData(NotApplicable, FactState.NotApplicable)]
    [InlineData($"{Undefined} or {NotApplicable}", FactState.Undefined)]
    [InlineData($"{Undefined} and {Missing}", FactState.Missing)]
    [InlineData("sum(nothing) > 0", FactState.Undefined)]
    [InlineData("99999999999999999999999999 * 99999999999999999999999999 > 0", FactState.Undefined)]
    public void A_rule_has_the_states_of_its_sides(string source, FactState state)
    {
        var evaluation = Sample.OfUnit(source, "2025-03", "u1");

        Assert.Equal(state, evaluation.Reading.State);
        Assert.Equal((state == FactState.Value, state == FactState.Zero), (evaluation.Holds, evaluation.Fails));
    }

    [Theory]
    [InlineData("sum(output) > 1 亿元", "万元")]
    [InlineData("0 < sum(output)", "万元")]
    [InlineData("share(sum(output), 100 亿元) > 8 %", "%")]
    [InlineData("sum(output) / sum(staff) > 1 亿元/人", "万元/人")]
    [InlineData("sum(output) * sum(staff) > 0", null)]
    [InlineData("sum(output) > sum(staff)", null)]
    [InlineData("sum(nothing) > 0", null)]
    public void Both_sides_are_told_in_one_unit_where_there_is_one(string source, string? unit) =>
        Assert.Equal(unit, Assert.Single(Sample.OfUnit(source, "2025-03", "u1").Compared).Unit?.Symbol);

    [Fact]
    public void A_rule_is_about_one_unit_alone()
    {
        Assert.Equal(Yi(60), Sample.OfUnit("sum(output) > 0", "2025-03", "u1").Compared[0].Left);
        Assert.Equal(Yi(5), Sample.OfUnit("sum(output) > 0", "2025-03", "u4").Compared[0].Left);
    }

    [Fact]
    public void A_rule_that_takes_too_long_is_cut_short_and_carries_nothing()
    {
        var slow = string.Concat(Enumerable.Repeat("median(", 40)) + "default(sum(output), 1 万元)" + string.Concat(Enumerable.Repeat(", 120)", 40));

        var evaluation = Sample.OfUnit($"1 = 1 and {slow} > 0", "2025-03", "u1");

        Assert.Equal("the formula takes too many steps", evaluation.Reading.Reason.En);
        Assert.Empty(evaluation.Compared);
    }

    private static RulePart Part(string source) => Assert.Single(Sample.ParseRule(source).Parts);

    private static Reading Yi(decimal amount) => Reading.Of(amount * 100_000_000);
}
