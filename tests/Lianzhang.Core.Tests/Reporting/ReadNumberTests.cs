using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Reporting;

public sealed class ReadNumberTests
{
    public static TheoryData<string, string, string, string> Refusals => new()
    {
        { "", "万元", "没有数字，请填写数字", "there is no number; write one" },
        { " \u3000\t", "万元", "没有数字，请填写数字", "there is no number; write one" },
        { new string('1', 61), "万元", "超过 60 字，请只填数字", "longer than 60 characters; write the number alone" },
        { "(12)", "万元", "括号不表示负数，负数前请写负号，如 -12", "brackets do not make a number negative; write a minus sign, as in -12" },
        { "（１２）", "万元", "括号不表示负数，负数前请写负号，如 -12", "brackets do not make a number negative; write a minus sign, as in -12" },
        { "1e3", "万元", "不用科学计数法，请写出全部数字，如 1000", "no powers of ten; write all digits, as in 1000" },
        { "-1.5E+10", "万元", "不用科学计数法，请写出全部数字，如 1000", "no powers of ten; write all digits, as in 1000" },
        { "1,23", "万元", "逗号不在千位上，请写作 1,234 或不写逗号", "the commas do not part thousands; write 1,234 or no commas" },
        { "1234,567", "万元", "逗号不在千位上，请写作 1,234 或不写逗号", "the commas do not part thousands; write 1,234 or no commas" },
        { ",123", "万元", "逗号不在千位上，请写作 1,234 或不写逗号", "the commas do not part thousands; write 1,234 or no commas" },
        { "1，23 亿元", "万元", "逗号不在千位上，请写作 1,234 或不写逗号", "the commas do not part thousands; write 1,234 or no commas" },
        { "1.234,5", "万元", "逗号不在千位上，请写作 1,234 或不写逗号", "the commas do not part thousands; write 1,234 or no commas" },
        { "约12", "万元", "“约12”不是数字，请只填数字，如 1234.5", "约12 is not a number; write the number alone, as in 1234.5" },
        { "- 12", "万元", "“- 12”不是数字，请只填数字，如 1234.5", "- 12 is not a number; write the number alone, as in 1234.5" },
        { "+12", "万元", "“+12”不是数字，请只填数字，如 1234.5", "+12 is not a number; write the number alone, as in 1234.5" },
        { "1 234", "万元", "“1 234”不是数字，请只填数字，如 1234.5", "1 234 is not a number; write the number alone, as in 1234.5" },
        { "1.2.3", "万元", "“1.2.3”不是数字，请只填数字，如 1234.5", "1.2.3 is not a number; write the number alone, as in 1234.5" },
        { "12.", "万元", "“12.”不是数字，请只填数字，如 1234.5", "12. is not a number; write the number alone, as in 1234.5" },
        { "1-2", "万元", "“1-2”不是数字，请只填数字，如 1234.5", "1-2 is not a number; write the number alone, as in 1234.5" },
        { "十二", "万元", "“十二”不是数字，请只填数字，如 1234.5", "十二 is not a number; write the number alone, as in 1234.5" },
        { "12万", "元", "没有“万”这个单位，请只填数字，单位为元", "万 is not a unit; write the number alone, in 元" },
        { "12 大概", "", "没有“大概”这个单位，请只填数字，单位为纯数", "大概 is not a unit; write the number alone, in a plain number" },
        { "12 家", "万元", "此项的单位是万元，不能填家，请核对", "this is asked in 万元, which 家 cannot be turned into; check it" },
        { "12%", "万元", "此项的单位是万元，不能填%，请核对", "this is asked in 万元, which % cannot be turned into; check it" },
        { "12%", "", "此项的单位是纯数，不能填%，请核对", "this is asked in a plain number, which % cannot be turned into; check it" },
        { "12％", "倍", "此项的单位是倍，不能填%，请核对", "this is asked in 倍, which % cannot be turned into; check it" },
        { "1.5倍", "%", "此项的单位是%，不能填倍，请核对", "this is asked in %, which 倍 cannot be turned into; check it" },
        { "12 美元", "元", "此项的单位是元，不能填美元，请核对", "this is asked in 元, which 美元 cannot be turned into; check it" },
        { "1.23456", "万元", "小数超过 4 位，请四舍五入", "more than 4 decimals; round it" },
        { "0.0000000000000000000000000000000001", "万元", "小数超过 4 位，请四舍五入", "more than 4 decimals; round it" },
        { "1 亩", "平方米", "换算为平方米后小数超过 4 位，请按平方米填写", "more than 4 decimals in 平方米; write it in that unit" },
        { "0.5元", "万元", "换算为万元后小数超过 4 位，请按万元填写", "more than 4 decimals in 万元; write it in that unit" },
        { "9999999999999999 元", "万亿元", "换算为万亿元后小数超过 4 位，请按万亿元填写", "more than 4 decimals in 万亿元; write it in that unit" },
        { "9999999999999999 万亿元/亩", "元/亩", "数值过大，不能超过 90000000000 元/亩，请核对单位", "too large, at most 90000000000 元/亩; check the unit" },
        { "90000000000.0001", "万元", "数值过大，不能超过 90000000000 万元，请核对单位", "too large, at most 90000000000 万元; check the unit" },
        { "-90,000,000,001", "", "数值过大，不能超过 90000000000，请核对单位", "too large, at most 90000000000; check the unit" },
        { "9000001 亿元", "元", "数值过大，不能超过 90000000000 元，请核对单位", "too large, at most 90000000000 元; check the unit" },
        { "9999999999999999.999999999999 万亿元", "元", "数值过大，不能超过 90000000000 元，请核对单位", "too large, at most 90000000000 元; check the unit" },
        { new string('9', 40), "万元", "数值过大，不能超过 90000000000 万元，请核对单位", "too large, at most 90000000000 万元; check the unit" },
    };

    [Theory]
    [InlineData("1,234.50", "万元", 1234.5)]
    [InlineData("１２３４．５", "万元", 1234.5)]
    [InlineData("－１，２３４．５", "万元", -1234.5)]
    [InlineData("\u3000 12\u00A0\t", "万元", 12)]
    [InlineData("-12", "万元", -12)]
    [InlineData("\u221212", "万元", -12)]
    [InlineData("-0", "万元", 0)]
    [InlineData("007", "万元", 7)]
    [InlineData("1.50000000000000000", "万元", 1.5)]
    [InlineData("0000000000000000000001", "万元", 1)]
    [InlineData("90,000,000,000", "万元", 90_000_000_000)]
    [InlineData("12.5亿元", "万元", 125_000)]
    [InlineData("12.5 万元", "万元", 12.5)]
    [InlineData("-1,250\u3000元", "万元", -0.125)]
    [InlineData("0.000000000001 万亿元", "元", 1)]
    [InlineData("30 亩", "平方米", 20_000)]
    [InlineData("3 万元/亩", "元/亩", 30_000)]
    [InlineData("5 ｋＷ", "千瓦", 5)]
    [InlineData("12 个", "家", 12)]
    [InlineData("12%", "%", 12)]
    [InlineData("１２．５ ％", "个百分点", 12.5)]
    [InlineData("12‰", "%", 1.2)]
    [InlineData("12%", "‰", 120)]
    [InlineData("1.5 倍", "", 1.5)]
    public void A_number_is_read_as_it_is_written(string text, string unit, double amount) =>
        Assert.Equal(ReportedNumber.Of((decimal)amount), ReadNumber.Of(text, Unit.Parse(unit)));

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_could_be_meant_otherwise_is_refused_with_what_to_do(string text, string unit, string chinese, string english) =>
        Assert.Equal(new ReportedNumber(null, (chinese, english)), ReadNumber.Of(text, Unit.Parse(unit)));
}
