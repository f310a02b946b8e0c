using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Reporting;

public sealed class JudgeHistoryTests
{
    private static readonly Text August = ("2026年8月", "2026-08");

    // The median is 100, the median absolute deviation 2: with a fifth of the median, 34.826 are usual either way.
    private static readonly decimal[] Steady = [98, 99, 100, 102, 104];

    public static TheoryData<decimal, string, decimal, string, string> Slips => new()
    {
        { 10_000, "万元", 10_000, "数值约为以往的 10,000 倍，是否把万元填成了元？", "about 10,000 times what was reported before; was it written in 元 instead of 万元?" },
        { 0.0001m, "万元", 0.0001m, "数值约为以往的万分之一，是否把万元填成了亿元？", "about one ten-thousandth of what was reported before; was it written in 亿元 instead of 万元?" },
        { 10_000, "亿元", 10_000, "数值约为以往的 10,000 倍，是否把亿元填成了万元？", "about 10,000 times what was reported before; was it written in 万元 instead of 亿元?" },
        { 100_000_000, "亿元", 100_000_000, "数值约为以往的 100,000,000 倍，是否把亿元填成了元？", "about 100,000,000 times what was reported before; was it written in 元 instead of 亿元?" },
        { 0.00000001m, "元", 0.00000001m, "数值约为以往的亿分之一，是否把元填成了亿元？", "about one hundred-millionth of what was reported before; was it written in 亿元 instead of 元?" },
        { 1_000, "万元", 1_000, "数值约为以往的 1,000 倍，单位或位数是否填错？", "about 1,000 times what was reported before; is the unit wrong, or the number of digits?" },
        { 0.001m, "千瓦", 0.001m, "数值约为以往的千分之一，是否把千瓦填成了兆瓦？", "about one thousandth of what was reported before; was it written in 兆瓦 instead of 千瓦?" },
        { 10_000, "万千瓦", 10_000, "数值约为以往的 10,000 倍，是否把万千瓦填成了千瓦？", "about 10,000 times what was reported before; was it written in 千瓦 instead of 万千瓦?" },
        { 0.0001m, "户", 0.0001m, "数值约为以往的万分之一，是否把户填成了万户？", "about one ten-thousandth of what was reported before; was it written in 万户 instead of 户?" },
        { 0.0001m, "项", 0.0001m, "数值约为以往的万分之一，单位或位数是否填错？", "about one ten-thousandth of what was reported before; is the unit wrong, or the number of digits?" },
        { 1_000, "%", 1_000, "数值约为以往的 1,000 倍，单位或位数是否填错？", "about 1,000 times what was reported before; is the unit wrong, or the number of digits?" },
        { 10_000, "万元/亩", 10_000, "数值约为以往的 10,000 倍，单位或位数是否填错？", "about 10,000 times what was reported before; is the unit wrong, or the number of digits?" },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public void A_value_off_by_a_unit_is_asked_about_with_the_unit_that_was_meant(decimal times, string unit, decimal factor, string chinese, string english)
    {
        var finding = Judge(100 * times, Steady, unit: unit)!;

        Assert.Equal((HistoryFindingKind.UnitSlip, (decimal?)factor), (finding.Kind, finding.Factor));
        Assert.EndsWith(chinese, finding.Text.Zh, StringComparison.Ordinal);
        Assert.EndsWith(english, finding.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_question_gives_the_numbers()
    {
        Assert.Equal(
            ("2026年8月 580900 万元（前 1 期中位数 58.0912 万元），数值约为以往的 10,000 倍，是否把万元填成了元？",
             "2026-08: 580900 万元 (median of 1 period: 58.0912 万元), about 10,000 times what was reported before; was it written in 元 instead of 万元?"),
            Judge(580_900, [58.09123m])!.Text);
        Assert.Equal(
            ("2026年8月 58.09 亿元，明显高于以往（前 4 期中位数 6.15 亿元，去年同期 5.9 亿元），请核对；如属实，请说明原因",
             "2026-08: 58.09 亿元, far above what was reported before (median of 4 periods: 6.15 亿元; a year before: 5.9 亿元); check it, and say why if it is right"),
            Judge(58.09m, [6, 6.1m, 6.2m, 6.3m], 5.9m, "亿元")!.Text);
        Assert.StartsWith("2026年8月 0 万元，明显低于以往（前 5 期中位数 100 万元）", Judge(0, Steady)!.Text.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(134.826, null)]
    [InlineData(134.8261, 5.0)]
    [InlineData(65.174, null)]
    [InlineData(65.1739, 5.0)]
    [InlineData(200, 14.36)]
    [InlineData(-100, 28.71)]
    [InlineData(20_000, 999.0)]
    public void What_lies_beyond_the_limit_is_unusual_and_scores_by_its_distance(double value, double? score)
    {
        var finding = Judge((decimal)value, Steady);

        Assert.Equal((decimal?)score, finding?.Score);
        Assert.True(finding is null or { Kind: HistoryFindingKind.Unusual, Factor: null });
    }

    [Fact]
    public void Fewer_deviations_make_more_unusual()
    {
        Assert.Null(Judge(130, Steady));
        Assert.Equal(2.3m, Judge(130, Steady, deviations: 2)!.Score, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => Judge(130, Steady, deviations: 0));
    }

    [Fact]
    public void Three_earlier_values_are_too_few_to_call_a_value_unusual()
    {
        Assert.Null(Judge(500, [100, 101, 102]));
        Assert.NotNull(Judge(500, [100, 101, 102, 103]));
    }

    [Fact]
    public void Beside_nothing_nothing_stands_out() => Assert.Null(Judge(1_000_000, []));

    [Fact]
    public void One_earlier_value_shows_a_mistaken_unit() => Assert.Equal(10_000, Judge(1_000_000, [100])!.Factor);

    [Fact]
    public void What_was_so_a_year_before_does_not_stand_out()
    {
        Assert.NotNull(Judge(500, Steady, yearBefore: 100));
        Assert.Null(Judge(500, Steady, yearBefore: 480));
        Assert.Null(Judge(500, Steady, yearBefore: 410));
        Assert.NotNull(Judge(500, Steady, yearBefore: 380));
        Assert.Null(Judge(1_000_000, Steady, yearBefore: 900_000));
        Assert.Equal(10_000, Judge(1_000_000, Steady, yearBefore: 0)!.Factor);
    }

    [Fact]
    public void A_value_too_small_by_a_unit_is_seen_although_the_history_is_wide()
    {
        decimal[] wide = [40, 60, 100, 160, 200];

        Assert.Equal(0.0001m, Judge(0.01m, wide, yearBefore: 110)!.Factor);
        Assert.Null(Judge(1, wide));
    }

    [Theory]
    [InlineData(3_334, 10_000)]
    [InlineData(30_000, 10_000)]
    [InlineData(3_000, 1_000)]
    [InlineData(334, 1_000)]
    [InlineData(333, null)]
    [InlineData(3_333, null)]
    [InlineData(3_001, null)]
    [InlineData(30_001, null)]
    public void A_factor_is_recognised_within_three_times(int times, int? factor) => Assert.Equal(factor, Judge(100m * times, Steady)!.Factor);

    [Theory]
    [InlineData(10, 100, 1000)]
    [InlineData(0, 100, 100)]
    [InlineData(-100, 100, 100)]
    public void A_history_without_a_size_of_its_own_shows_no_mistaken_unit(int first, int second, int third) =>
        Assert.Equal(HistoryFindingKind.Unusual, Judge(1_000_000, [first, second, second, second, third])!.Kind);

    [Fact]
    public void Losses_have_mistaken_units_too()
    {
        Assert.Equal(10_000, Judge(-1_000_000, [-100, -101])!.Factor);
        Assert.Null(Judge(1_000_000, [-100, -101]));
    }

    [Fact]
    public void What_is_zero_more_often_than_not_has_no_usual_size()
    {
        Assert.Null(Judge(0, [0, 0, 0, 0]));
        Assert.Null(Judge(500, [0, 0, 0, 0, 70]));
        Assert.NotNull(Judge(500, [0, 60, 70, 80, 90]));
    }

    private static HistoryFinding? Judge(decimal value, decimal[] earlier, decimal? yearBefore = null, string unit = "万元", decimal deviations = JudgeHistory.UsualDeviations) =>
        JudgeHistory.Of(new Quantity(value, Unit.Parse(unit)), August, new EarlierReports(earlier, yearBefore), deviations);
}
