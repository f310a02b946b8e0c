using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianzhang.Core.Evaluating;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Evaluating;

/// <summary>What holds of effects whatever the figures.</summary>
public sealed class JudgeEffectProperties
{
    private const int Months = 7;

    private static readonly Period Opened = Period.OfMonth(2026, 4);

    // In quarters, so that shifted ones are exact; some months are not known.
    private static readonly Gen<decimal?[]> Series =
        from quarters in Gen.Choose(-200, 200).ListOf(Months)
        from known in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false))).ListOf(Months)
        select quarters.Zip(known, (quarter, isKnown) => isKnown ? quarter / 4m : (decimal?)null).ToArray();

    private static readonly Gen<(decimal?[] Own, decimal?[][] Others)> Cases =
        from own in Series
        from others in Gen.Choose(0, 5).SelectMany(count => Series.ListOf(count))
        select (own, others.ToArray());

    [Property(MaxTest = 2_000)]
    public Property A_trend_that_all_share_changes_no_verdict() => Prop.ForAll(
        Arb.From(from one in Cases from slope in Gen.Choose(-40, 40) from level in Gen.Choose(-400, 400) select (one, slope, level)),
        drawn => Judge(drawn.one.Own, drawn.one.Others).Verdict
            == Judge(Shift(drawn.one.Own, drawn.slope, drawn.level), [.. drawn.one.Others.Select(other => Shift(other, drawn.slope, drawn.level))]).Verdict);

    [Property(MaxTest = 2_000)]
    public Property Too_few_periods_or_others_never_give_a_verdict() => Prop.ForAll(Arb.From(Cases), one =>
    {
        var effect = Judge(one.Own, one.Others);
        var few = one.Own[3] is null || one.Own[..3].Count(month => month is not null) < 2 || one.Own[4..].Count(month => month is not null) < 2;
        return (few || effect.Compared < 2) == (effect.Verdict == EffectVerdict.TooLittleData) && (effect.Verdict == EffectVerdict.TooLittleData) == (effect.Difference is null);
    });

    [Property(MaxTest = 2_000)]
    public Property What_the_others_do_on_average_is_never_an_effect_of_the_order() => Prop.ForAll(Arb.From(Series), own =>
        Judge(own, own, own).Verdict is not (EffectVerdict.MovedWithOrder or EffectVerdict.Rebounded or EffectVerdict.Worsened));

    [Property(MaxTest = 2_000)]
    public Property An_effect_is_more_than_the_threshold_for_itself_and_against_the_others() => Prop.ForAll(Arb.From(Cases), one =>
    {
        var effect = Judge(one.Own, one.Others);
        return effect.Verdict switch
        {
            EffectVerdict.MovedWithOrder or EffectVerdict.Rebounded => effect.Own!.Difference >= 1 && effect.Difference >= 1 && effect.Own.After - effect.Group!.After >= 1,
            EffectVerdict.Worsened => effect.Own!.Difference <= -1 && effect.Difference <= -1 && effect.Own.After - effect.Group!.After <= -1,
            EffectVerdict.DidNotMove => Math.Abs(effect.Own!.Difference) < 1 || (effect.Own.After - effect.Group!.After) * Math.Sign(effect.Own.Difference) < 1,
            EffectVerdict.MovedAsGroup => Math.Abs(effect.Own!.Difference) >= 1,
            EffectVerdict.TooLittleData => true,
        };
    });

    [Property(MaxTest = 2_000)]
    public Property A_single_low_period_is_never_taken_for_an_effect() => Prop.ForAll(
        Arb.From(from level in Gen.Choose(-50, 50) from depth in Gen.Choose(1, 100) select (level, depth)),
        drawn =>
        {
            var own = Enumerable.Repeat<decimal?>(drawn.level, Months).ToArray();
            own[3] -= drawn.depth;
            var flat = Enumerable.Repeat<decimal?>(0, Months).ToArray();
            return Judge(own, flat, flat).Verdict != EffectVerdict.MovedWithOrder;
        });

    private static decimal?[] Shift(decimal?[] series, int slope, int level) => [.. series.Select((percent, month) => percent + (slope * month) + level)];

    private static Effect Judge(decimal?[] own, params decimal?[][] others) => JudgeEffect.Judge(Points(own), PeriodKind.Month, Opened, [.. others.Select(Points)], EffectRules.Default);

    private static List<StandingPoint> Points(decimal?[] percents) =>
        [.. percents.Select((percent, index) => percent is { } known ? new StandingPoint(Period.OfMonth(2026, index + 1).End, known) : null).OfType<StandingPoint>()];
}
