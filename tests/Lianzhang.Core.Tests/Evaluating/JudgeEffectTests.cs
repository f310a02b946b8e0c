using Lianzhang.Core.Evaluating;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Evaluating;

/// <summary>What is said of an order's effect, by numbers that were worked out by hand.</summary>
public sealed class JudgeEffectTests
{
    private static readonly Period Opened = Period.OfMonth(2026, 4);
    private static readonly decimal?[] Flat = [0, 0, 0, 0, 0, 0, 0];

    [Fact]
    public void A_fall_that_turns_into_a_rise_while_the_others_stand_still_moved_with_the_order()
    {
        // Down by 4 a month, then up by 5; the others fall by 1 and then by 0.5.
        var effect = Judge([0, -4, -8, -12, -7, -2, 3], [0, -1, -2, -3, -3.5m, -4, -4.5m], [0, -1, -2, -3, -3.5m, -4, -4.5m]);
        Assert.Equal(EffectVerdict.MovedWithOrder, effect.Verdict);
        Assert.Equal((new EffectChange(-4, 5), new EffectChange(-1, -0.5m), 8.5m), (effect.Own, effect.Group, effect.Difference));
        Assert.Equal((3, 3, 2), (effect.KnownBefore, effect.KnownAfter, effect.Compared));
        Assert.Equal([-3, -2, -1, 0, 1, 2, 3], effect.Points.Select(point => point.Step));
        Assert.Equal((new DateOnly(2026, 1, 31), 0m, 0m), (effect.Points[0].End, effect.Points[0].Own, effect.Points[0].Group));
        Assert.Equal((new DateOnly(2026, 7, 31), 3m, -4.5m), (effect.Points[6].End, effect.Points[6].Own, effect.Points[6].Group));
    }

    [Fact]
    public void What_stands_higher_at_once_and_stays_there_moved_with_the_order() =>
        Assert.Equal(EffectVerdict.MovedWithOrder, Judge([-9, -9, -9, -9, 0, 0, 0], Flat, Flat).Verdict);

    [Fact]
    public void One_low_period_that_goes_over_by_itself_is_no_effect() =>
        Assert.Equal(EffectVerdict.Rebounded, Judge([0, 0, 0, -12, 0, 0, 0], Flat, Flat).Verdict);

    [Fact]
    public void What_the_others_did_as_well_moved_as_they_did()
    {
        decimal?[] turned = [0, -4, -8, -12, -7, -2, 3];
        Assert.Equal(EffectVerdict.MovedAsGroup, Judge(turned, turned, [0, -4, -8, -12, -7, -2, 2]).Verdict);
        Assert.Equal(EffectVerdict.MovedAsGroup, Judge([0, 0, 0, 0, -3, -6, -9], [0, 0, 0, 0, -3, -6, -9], [0, 0, 0, 0, -3, -6, -9]).Verdict);
    }

    [Fact]
    public void What_goes_on_as_before_did_not_move()
    {
        // Better all the time, before as after: the order changed nothing.
        Assert.Equal(EffectVerdict.DidNotMove, Judge([0, 2, 4, 6, 8, 10, 12], Flat, Flat).Verdict);
        Assert.Equal(EffectVerdict.DidNotMove, Judge([0, 0, 0, 0, 0.9m, 1.8m, 2.7m], Flat, Flat).Verdict);
        Assert.Equal(EffectVerdict.MovedWithOrder, Judge([0, 0, 0, 0, 1, 2, 3], Flat, Flat).Verdict);
    }

    [Fact]
    public void What_only_falls_more_slowly_than_before_did_not_get_better()
    {
        Assert.Equal(EffectVerdict.DidNotMove, Judge([0, -10, -20, -40, -45, -50, -55], Flat, Flat).Verdict);
        Assert.Equal(EffectVerdict.DidNotMove, Judge([0, 10, 20, 40, 45, 50, 55], Flat, Flat).Verdict);
    }

    [Fact]
    public void What_falls_faster_than_before_and_than_the_others_worsened() =>
        Assert.Equal(EffectVerdict.Worsened, Judge([0, -1, -2, -3, -6, -9, -12], Flat, Flat).Verdict);

    [Fact]
    public void Too_few_periods_or_too_few_others_say_nothing()
    {
        decimal?[] turned = [0, -4, -8, -12, -7, -2, 3];
        Assert.Equal(EffectVerdict.TooLittleData, Judge(turned, Flat).Verdict);
        Assert.Equal(EffectVerdict.TooLittleData, Judge([null, null, -8, -12, -7, -2, 3], Flat, Flat).Verdict);
        Assert.Equal(EffectVerdict.TooLittleData, Judge([0, -4, -8, -12, -7, null, null], Flat, Flat).Verdict);
        Assert.Equal(EffectVerdict.TooLittleData, Judge([0, -4, -8, null, -7, -2, 3], Flat, Flat).Verdict);
        // Its own change is told all the same.
        Assert.Equal((new EffectChange(-4, 5), null), (Judge(turned, Flat).Own, Judge(turned, Flat).Group));
        // Who lacks a period is not compared with.
        Assert.Equal(EffectVerdict.TooLittleData, Judge(turned, Flat, [0, 0, null, 0, 0, 0, 0]).Verdict);
        Assert.Equal(EffectVerdict.MovedWithOrder, Judge([0, null, -8, -12, -7, -2, null], Flat, [0, null, 0, 0, 0, 0, null]).Verdict);
    }

    [Fact]
    public void A_year_to_date_figure_goes_from_month_to_month()
    {
        var points = new[] { (10, 0), (11, -4), (12, -8), (13, -12), (14, -7), (15, -2), (16, 3) }.Select(one => new StandingPoint(Period.OfMonth(2025 + ((one.Item1 - 1) / 12), ((one.Item1 - 1) % 12) + 1).End, one.Item2)).ToList();
        var others = points.Select(point => point with { Percent = 0 }).ToList();
        Assert.Equal(EffectVerdict.MovedWithOrder, JudgeEffect.Judge(points, PeriodKind.YearToDate, Period.ToDate(2026, 1), [others, others], EffectRules.Default).Verdict);
    }

    [Fact]
    public void Every_verdict_has_words() => Assert.All(Enum.GetValues<EffectVerdict>(), verdict => Assert.NotEqual(EffectWords.Of(verdict).Zh, EffectWords.Of(verdict).In(Language.English)));

    // From January to July, opened in April.
    private static Effect Judge(decimal?[] own, params decimal?[][] others) =>
        JudgeEffect.Judge(Series(own), PeriodKind.Month, Opened, [.. others.Select(Series)], EffectRules.Default);

    private static List<StandingPoint> Series(decimal?[] percents) =>
        [.. percents.Select((percent, index) => percent is { } known ? new StandingPoint(Period.OfMonth(2026, index + 1).End, known) : null).OfType<StandingPoint>()];
}
