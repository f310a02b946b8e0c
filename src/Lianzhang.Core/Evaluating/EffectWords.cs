using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Evaluating;

/// <summary>The words for effects, and for what they cannot tell.</summary>
public static class EffectWords
{
    public static Text Of(EffectVerdict verdict) => verdict switch
    {
        EffectVerdict.MovedWithOrder => ("督办后改善", "better after the order"),
        EffectVerdict.MovedAsGroup => ("与对照同步", "as those compared with"),
        EffectVerdict.Rebounded => ("低点回升", "rose from one low period"),
        EffectVerdict.DidNotMove => ("无明显变化", "did not move"),
        EffectVerdict.Worsened => ("督办后走低", "worse after the order"),
        EffectVerdict.TooLittleData => ("数据不足", "too little data"),
    };

    public static Colour ColourOf(EffectVerdict verdict) => verdict switch
    {
        EffectVerdict.MovedWithOrder => Colour.Green,
        EffectVerdict.MovedAsGroup or EffectVerdict.Rebounded => Colour.Blue,
        EffectVerdict.DidNotMove => Colour.Yellow,
        EffectVerdict.Worsened => Colour.Red,
        EffectVerdict.TooLittleData => Colour.Grey,
    };

    /// <summary>How a verdict is come to, by the numbers of the rules.</summary>
    public static Text Method(EffectRules rules) => (
        $"比较立单前后各 {rules.Periods} 期“实际值比应达值高（低）百分之几”的每期平均变化，再减去对照的同期变化。前后变化或与对照相差不到 {Number(rules)} 个百分点的，视为没有变化；立单后每期变化不好于对照的，不算改善。前后各不足 {rules.LeastPeriods} 期或对照不足 {rules.LeastCompared} 个的，不作判断。",
        $"For {rules.Periods} periods before and after the order: by how many percent the figure stood above or below its path, how that changed per period on average, less the same of those compared with. Less than {Number(rules)} points count as no change, and what does not go better than those after the order is not better; with fewer than {rules.LeastPeriods} periods on a side, or fewer than {rules.LeastCompared} to compare with, nothing is said.");

    /// <summary>What before and after cannot tell, plainly.</summary>
    public static IReadOnlyList<Text> Limits { get; } =
    [
        ("前后对比不能证明因果：同期的政策、市场、季节等因素也会使数据变化。", "Before and after is no proof of a cause: policy, markets and seasons move figures too."),
        ("督办单多在数据最差时立单，此后不采取措施也常会回升。去掉立单当期后改善不足一半的，记为“低点回升”，不算督办见效。", "Orders open when a figure is at its worst, and it often rises by itself then. Where less than half of what was gained is left without that period, it is told as a rise from one low period."),
        ("对照是同期没有督办单的同级地区，不足时用同一地区的其他指标；对照少，个别地区的波动就会改变结论。", "Compared with are regions of the same level without an order at the time, else other targets of the region; where they are few, one of them can turn the result."),
        ("填报数据只计首次上报数，以后的更正不计；没有基期的目标没有应达值，无法比较。", "Of reports the first version counts alone, corrections do not; a target without a baseline has no path to compare with."),
    ];

    private static string Number(EffectRules rules) => Quantity.Number(rules.Threshold);
}
