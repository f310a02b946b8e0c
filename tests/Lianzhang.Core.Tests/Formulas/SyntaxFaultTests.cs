using Lianzhang.Core.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Formulas;

public sealed class SyntaxFaultTests
{
    public static TheoryData<string, int, int, string, string> Faults => new()
    {
        { "", 1, 1, "此处应为数值，公式到此结束", "expected an amount, but the formula ends here" },
        { "1 +", 4, 1, "此处应为数值，公式到此结束", "expected an amount, but the formula ends here" },
        { "(1", 3, 1, "此处应为“)”，公式到此结束", "expected ')', but the formula ends here" },
        { "1)", 2, 1, "此处应为运算符，遇到“)”", "expected an operator, but found ')'" },
        { "1 2", 3, 1, "此处应为运算符，遇到“2”", "expected an operator, but found '2'" },
        { "value(gdp) value(gdp)", 12, 5, "此处应为运算符，遇到“value”", "expected an operator, but found 'value'" },
        { "sum", 4, 1, "sum 之后应为“(”，公式到此结束", "expected '(' after sum, but the formula ends here" },
        { "sum(", 5, 1, "此处应为数据项，公式到此结束", "expected an item, but the formula ends here" },
        { "sum output,", 11, 1, "此处应为运算符，遇到“,”", "expected an operator, but found ','" },
        { "gdp", 1, 3, "gdp 不能单独使用，请写 value(gdp) 或 sum(gdp)", "gdp cannot stand alone; write value(gdp) or sum(gdp)" },
        { "summ output", 1, 4, "没有 summ 这个函数，是否应为 sum？", "no function summ; did you mean sum?" },
        { "summ(output)", 1, 4, "没有 summ 这个函数，是否应为 sum？", "no function summ; did you mean sum?" },
        { "vlaue(gdp)", 1, 5, "没有 vlaue 这个函数，是否应为 value？", "no function vlaue; did you mean value?" },
        { "foo(1)", 1, 3, "没有 foo 这个函数", "no function foo" },
        { "Sum(output)", 1, 3, "“Sum”不是代码，代码用小写字母，是否应为 sum？", "Sum is not a code, which is written in lowercase letters; did you mean sum?" },
        { "产值 + 1", 1, 2, "“产值”不是代码，代码用小写字母", "产值 is not a code, which is written in lowercase letters" },
        { "sum（产值）", 5, 2, "“产值”不是代码，代码用小写字母", "产值 is not a code, which is written in lowercase letters" },
        { "1 亿圆", 3, 2, "没有“亿圆”这个单位，是否应为 亿元？", "亿圆 is not a unit; did you mean 亿元?" },
        { "5 千克", 3, 2, "没有“千克”这个单位，是否应为 千瓦？", "千克 is not a unit; did you mean 千瓦?" },
        { "5 kw", 3, 2, "没有“kw”这个单位，是否应为 kW？", "kw is not a unit; did you mean kW?" },
        { "5x", 2, 1, "没有“x”这个单位", "x is not a unit" },
        { "1 = 2", 1, 5, "此处应为数值，而不是条件；可写 if(条件, 1, 0)", "an amount is needed here, not a condition; if(condition, 1, 0) makes one" },
        { "if(1, 2, 3)", 4, 1, "此处应为条件，如 value(output) > 0", "a condition is needed here, such as value(output) > 0" },
        { "if(1 = 2 = 3, 1, 0)", 10, 1, "比较不能连写，请用 and 连接", "comparisons do not chain; join them by and" },
        { "1 + (1 = 2)", 6, 5, "条件不能参加运算或比较", "a condition has no amount to reckon with" },
        { "if(not 1, 2, 3)", 8, 1, "and、or、not 只连接条件", "and, or, not join conditions, not amounts" },
        { "if(1 = 1 and 2, 1, 0)", 14, 1, "and、or、not 只连接条件", "and, or, not join conditions, not amounts" },
        { "sum(output where)", 17, 1, "此处应为属性，如 industry in sei，遇到“)”", "expected an attribute, as in industry in sei, but found ')'" },
        { "sum(output where industry)", 26, 1, "筛选条件只用 =、!=、in、not in，遇到“)”", "a filter compares by =, !=, in or not in, but found ')'" },
        { "sum(output where industry > 3)", 27, 1, "筛选条件只用 =、!=、in、not in，遇到“>”", "a filter compares by =, !=, in or not in, but found '>'" },
        { "sum(output where industry = )", 29, 1, "此处应为代码，遇到“)”", "expected a code, but found ')'" },
        { "sum(output where industry = (a, b))", 29, 1, "此处应为代码，遇到“(”", "expected a code, but found '('" },
        { "sum(output where industry in (a b))", 33, 1, "此处应为“)”，遇到“b”", "expected ')', but found 'b'" },
        { "sum(output where industry in a b)", 32, 1, "此处应为“)”，遇到“b”", "expected ')', but found 'b'" },
        { "count(default(output, 0))", 7, 7, "count 只计有数的单位，不用 default", "count counts the units that have a value; it takes no default" },
        { "count(clusters where sum(output))", 22, 11, "此处应为条件，如 value(output) > 0", "a condition is needed here, such as value(output) > 0" },
        { "sum(371700)", 5, 6, "此处应为数据项，遇到“371700”", "expected an item, but found '371700'" },
        { "value(gdp in)", 13, 1, "此处应为地区代码，遇到“)”", "expected the code of a place, but found ')'" },
        { "value(gdp of 3)", 11, 2, "此处应为“)”，遇到“of”", "expected ')', but found 'of'" },
        { "indicator(1)", 11, 1, "此处应为指标代码，遇到“1”", "expected the code of an indicator, but found '1'" },
        { "sum(default(output) where 1)", 19, 1, "此处应为“,”，遇到“)”", "expected ',', but found ')'" },
        { "sum(default(output, x))", 21, 1, "此处应为数字，遇到“x”", "expected a number, but found 'x'" },
        { "99999999999999999999999999999999", 1, 32, "数字过大", "the number is too large" },
        { "1 # 2", 3, 1, "不能识别“#”", "# has no meaning here" },
        { "1 ! 2", 3, 1, "不能识别“!”", "! has no meaning here" },
        { "value(gdp) > 5 亿元", 1, 17, "此处应为数值，而不是条件；可写 if(条件, 1, 0)", "an amount is needed here, not a condition; if(condition, 1, 0) makes one" },
        { "and", 1, 3, "此处应为数值，遇到“and”", "expected an amount, but found 'and'" },
        { "a_B", 3, 1, "“B”不是代码，代码用小写字母", "B is not a code, which is written in lowercase letters" },
        { "\u0001", 1, 1, "不能识别“U+0001”", "U+0001 has no meaning here" },
        { "😀", 1, 2, "不能识别“😀”", "😀 has no meaning here" },
        { "where 1", 1, 5, "此处应为数值，遇到“where”", "expected an amount, but found 'where'" },
        { "if(1 == 2, 1, 0)", 6, 2, "等于写作一个 =", "equality is written with one =" },
        { "sum(output whre title = sme)", 12, 4, "此处应为“)”，遇到“whre”，是否应为 where？", "expected ')', but found 'whre'; did you mean where?" },
        { "sum(output where title ! sme)", 24, 1, "不能识别“!”", "! has no meaning here" },
        { "count clusters where sum(output) >", 35, 1, "此处应为数值，公式到此结束", "expected an amount, but the formula ends here" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_formula_that_cannot_be_read_says_where_and_why(string source, int column, int length, string chinese, string english)
    {
        var formula = ParseFormula.Parse(source, out var faults);

        Assert.Null(formula);
        Assert.Equal([new FormulaFault(column, length, (chinese, english))], faults);
        Assert.Equal(english, faults[0].Message.In(Language.English));
    }
}
