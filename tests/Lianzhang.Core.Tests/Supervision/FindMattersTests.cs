using Lianzhang.Core.Boards;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Figures;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Supervision;

/// <summary>Which targets open orders, and when their figures count as recovered, on a monthly output of the invented county.</summary>
public sealed class FindMattersTests
{
    private const string Rules = """
        levels:
          - {code: blue, name: 提示, name_en: reminder, colour: blue, days: 10}
          - {code: yellow, name: 预警, name_en: warning, colour: yellow, days: 5}
        rules:
          - {code: once, name: 严重滞后, name_en: far behind, when: target_status, statuses: [critical], level: yellow, indicators: [monthly]}
          - {code: twice, name: 连续滞后, name_en: behind twice, when: target_status, statuses: [behind, critical], periods: 2, level: blue, indicators: [monthly]}
        sources: []
        """;

    private const string Key = "target/monthly/990101//2026";

    // By the end of 2026 100, from 0 at the end of 2025: 7 months in, 58 are expected; 10 points behind is yellow, 30 red.
    private static readonly ProgrammeReading Reading = Read();
    private static readonly Programme Programme = Reading.Programme!;

    [Fact]
    public void One_critical_month_opens_at_the_level_of_its_rule()
    {
        var matter = Assert.Single(Find((7, 20)));
        Assert.Equal((Key, "once", "青禾县2026年月度产值严重滞后"), (matter.Key, matter.Rule.Code, matter.Title.Zh));
        Assert.Equal("county_stats", matter.Owner);
    }

    [Fact]
    public void A_month_that_is_behind_opens_only_after_a_second_one()
    {
        Assert.Empty(Find((7, 40)));
        Assert.Equal("twice", Assert.Single(Find((6, 30), (7, 40))).Rule.Code);
        Assert.Empty(Find((6, 50), (7, 40)));
        Assert.Equal("once", Assert.Single(Find((6, 30), (7, 20))).Rule.Code);
    }

    [Fact]
    public void On_its_path_it_opens_nothing() => Assert.Empty(Find((7, 58)));

    [Theory]
    [InlineData(7, 20, null, "月度产值须2026年7月以后连续 1 期恢复正常，现有 0 期（只计责任单位以外审核的首次上报数），不能销号。")]
    [InlineData(8, 30, null, "月度产值2026年8月仍为“严重滞后”，尚未恢复，不能销号。")]
    [InlineData(8, 70, null, null)]
    [InlineData(8, 70, 2, "月度产值须2026年7月以后连续 2 期恢复正常，现有 1 期（只计责任单位以外审核的首次上报数），不能销号。")]
    public void A_figure_has_recovered_when_later_periods_are_on_their_path(int month, decimal value, int? periods, string? refusal) =>
        Assert.Equal(refusal, Refusal(periods ?? 1, (7, 20), (month, value)));

    [Fact]
    public void Two_periods_on_their_path_are_two() => Assert.Null(Refusal(2, (7, 20), (8, 70), (9, 80)));

    [Fact]
    public void A_target_that_is_no_more_is_not_waited_for() =>
        Assert.Null(JudgeRecovery.Refusal(Programme, "target/gone/990101//2026", null, 1, new(2026, 10, 1), Board([(7, 20)])));

    [Fact]
    public void Figures_that_come_less_often_than_every_quarter_are_not_waited_for()
    {
        Assert.True(JudgeRecovery.IsNeeded(Programme.IndicatorOf("monthly")));
        Assert.False(JudgeRecovery.IsNeeded(Programme.IndicatorOf("food_output")));
    }

    private static string? Refusal(int periods, params (int Month, decimal Value)[] figures) =>
        JudgeRecovery.Refusal(Programme, Key, Period.OfMonth(2026, 7), periods, new(2026, 10, 15), Board(figures))?.Zh;

    private static IReadOnlyList<Matter> Find(params (int Month, decimal Value)[] figures) => FindMatters.OfTargets(Programme, new(2026, 8, 5), (day, region) => region == Programme.Head.Region ? Board(figures)(day) : BuildBoard.Build(Reading, new FigureSet([], [], []), day, region));

    private static Func<DateOnly, Board> Board((int Month, decimal Value)[] figures)
    {
        var published = figures.Select(figure => new PublishedFigure("monthly_output", "990101", Period.OfMonth(2026, figure.Month), new Quantity(figure.Value, Unit.Parse("亿元")), string.Empty, FigureFlag.Final, null, new FigureSource("月报"), new Location("figures"))).ToList();
        return day => BuildBoard.Build(Reading, new FigureSet(published, [], []), day);
    }

    private static ProgrammeReading Read()
    {
        var files = Repository.Files("tests/programmes/qinghe").ToDictionary(file => file.Name, file => file.Text);
        files["supervision.yaml"] = Rules;
        files["items.yaml"] = files["items.yaml"].Replace("items:\n", "items:\n  - {code: monthly_output, name: 月度累计产值, name_en: Output of a month, kind: stock, unit: 亿元, owner: county_stats}\n", StringComparison.Ordinal);
        files["indicators.yaml"] = files["indicators.yaml"].TrimEnd() + "\n  - {code: monthly, name: 月度产值, name_en: Monthly output, owner: county_stats, unit: 亿元, formula: value(monthly_output), basis: date, frequency: month, grace_months: 6}\n";
        files["targets.yaml"] = files["targets.yaml"].TrimEnd() + "\n  - {indicator: monthly, year: 2026, qualifier: at_least, value: 100, cite: {document: plan, section: 主要目标}, baseline: {period: 2025, value: 0, source: 年报}}\n";
        var reading = ReadProgramme.Read("x", [.. files.Select(file => new SourceFile(file.Key, file.Value))]);
        Assert.Empty(reading.Faults);
        return reading;
    }
}
