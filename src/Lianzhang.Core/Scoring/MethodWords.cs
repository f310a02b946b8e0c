using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring;

/// <summary>What methods are called for people.</summary>
public static class MethodWords
{
    private static readonly Dictionary<string, Text> Words = new(StringComparer.Ordinal)
    {
        ["data"] = ("原始数据", "data"),
        ["impute"] = ("填补缺失", "filling of missing values"),
        ["denominate"] = ("换算为相对量", "division by a denominator"),
        ["treat_outliers"] = ("异常值处理", "treatment of outliers"),
        ["winsorise"] = ("缩尾", "winsorising"),
        ["log"] = ("取对数", "logarithm"),
        ["log_scaled"] = ("按极差平移取对数", "logarithm shifted by the range"),
        ["min_max"] = ("极差标准化", "min-max"),
        ["z_score"] = ("标准差标准化", "z-score"),
        ["rank_score"] = ("按位次计分", "rank"),
        ["percentile_rank"] = ("百分位", "percentile rank"),
        ["borda"] = ("波达计分", "Borda points"),
        ["distance_to_maximum"] = ("与最优值的接近程度", "distance to the maximum"),
        ["distance_to_target"] = ("与目标的接近程度", "distance to the target"),
        ["fraction_of_maximum"] = ("与最优值之比", "fraction of the maximum"),
        ["distance_to_unit"] = ("与参照单位比较", "distance to a unit of reference"),
        ["goalposts"] = ("阈值标准化", "goalposts"),
        ["above_below_mean"] = ("与平均水平比较", "above or below the mean"),
        ["equal_weights"] = ("等权", "equal weights"),
        ["entropy_weights"] = ("熵权法", "entropy weights"),
        ["critic_weights"] = ("CRITIC 法定权", "CRITIC weights"),
        ["principal_component_weights"] = ("主成分定权", "weights by principal components"),
        ["ahp_weights"] = ("层次分析法定权", "analytic hierarchy process"),
        ["arithmetic"] = ("加权算术平均", "weighted arithmetic mean"),
        ["geometric"] = ("加权几何平均", "weighted geometric mean"),
        ["harmonic"] = ("加权调和平均", "weighted harmonic mean"),
        ["generalised"] = ("加权幂平均", "generalised mean"),
        ["weighted_sum"] = ("加权求和", "weighted sum"),
        ["copeland"] = ("科普兰得分", "Copeland score"),
        ["outranking"] = ("两两比较权重和", "sum of the outranking matrix"),
        ["topsis"] = ("逼近理想解法（TOPSIS）", "TOPSIS"),
        ["benefit_of_the_doubt"] = ("最有利权重法", "benefit of the doubt"),
        ["efficacy"] = ("功效系数法", "efficacy coefficient"),
        ["level_growth"] = ("水平与增速功效系数", "efficacy of level and growth"),
        ["against_reference"] = ("与全市水平比较计分", "points against a figure of reference"),
        ["target_reached"] = ("达标计分", "points for the target"),
        ["rank_steps"] = ("按名次递减计分", "points by rank"),
        ["target_and_rank"] = ("达标加名次计分", "points for the target and by rank"),
        ["shortfall"] = ("按差额扣分", "points off for a shortfall"),
        ["ratio_to_base"] = ("与基准值之比", "ratio to a base"),
        ["limit"] = ("限定分值", "floor and cap"),
        ["counted_points"] = ("计次加减分", "counted points"),
        ["ballots"] = ("排序投票计分", "ranked ballots"),
        ["bonus"] = ("加分", "bonus"),
        ["deduction"] = ("扣分", "deduction"),
        ["veto"] = ("一票否决", "veto"),
        ["grades"] = ("评定等次", "grades"),
        ["classes"] = ("分档", "classes"),
    };

    /// <summary>The words for a method by the name that specifications and traces give it.</summary>
    public static Text Of(string method) => Words[method];
}
