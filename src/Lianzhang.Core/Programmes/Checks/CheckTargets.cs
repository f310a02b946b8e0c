using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes.Checks;

/// <summary>Each target says what its qualifier needs, within the programme's years, in its indicator's unit.</summary>
internal static class CheckTargets
{
    public static void Check(Draft draft)
    {
        var targets = draft.Targets?.Targets ?? [];
        var indicators = (draft.Indicators?.Indicators ?? []).DistinctBy(indicator => indicator.Code).ToDictionary(indicator => indicator.Code);
        foreach (var target in targets)
        {
            Years(draft, target);
            if (target.Qualifier == Qualifier.Qualitative)
                Qualitative(draft, target);
            else if (indicators.TryGetValue(target.Indicator, out var indicator))
                Numeric(draft, target, indicator);
        }

        StatedOnce(draft, targets);
    }

    private static void Years(Draft draft, Target target)
    {
        if (draft.Head?.Years is { } years && target.Year is { } year && !years.Contains(year))
        {
            draft.Fault(target, "year", (
                $"年份 {year} 不在方案的目标年份 {years.First}–{years.Last} 之内",
                $"year {year} lies outside the programme's {years.First}–{years.Last}"));
        }

        if (target is { EveryYear: true, Year: not null })
            draft.Fault(target, "every_year", ("每年的目标不再写年份", "a target of every year states no year"));
    }

    private static void Qualitative(Draft draft, Target target)
    {
        if (target.Value is not null)
            draft.Fault(target, "value", ("定性目标不应有数值", "a qualitative target has no value"));
        if (target.Statement is null)
            draft.Fault(target, "qualifier", ("定性目标须用 statement 写明要求", "a qualitative target says in its statement what is to be reached"));
    }

    private static void Numeric(Draft draft, Target target, Indicator indicator)
    {
        if (indicator.Unit is not { } unit)
        {
            draft.Fault(target, "indicator", ($"指标 {indicator.Code} 是定性指标，不能设数值目标", $"indicator {indicator.Code} is qualitative and cannot carry a number"));
            return;
        }

        if (target.Year is null)
            draft.Fault(target, "qualifier", ("数值目标须写年份", "a target with a number states its year"));
        if (target.Value is null)
            draft.Fault(target, "qualifier", ("此限定词须有数值 value", "this qualifier needs a value"));
        if ((target.Qualifier == Qualifier.Range) != (target.Upper is not null) || target.Upper <= target.Value)
            draft.Fault(target, "upper", ("只有 range 写 upper,且应大于 value", "upper belongs to range alone and is greater than value"));
        if (target.Tolerance is not null && target.Qualifier != Qualifier.About)
            draft.Fault(target, "tolerance", ("只有 about 写 tolerance", "tolerance belongs to about alone"));
        if ((target.Qualifier, indicator.Direction) is (Qualifier.AtLeast, Direction.Down) or (Qualifier.AtMost, Direction.Up))
        {
            draft.Fault(target, "qualifier", (
                $"限定词与指标 {indicator.Code} 的方向相反",
                $"the qualifier runs against the direction of indicator {indicator.Code}"));
        }

        Units(draft, target, unit);
        OfPath(draft, target);
    }

    private static void Units(Draft draft, Target target, Unit unit)
    {
        if (target.Unit is { } own && own.Dimension != unit.Dimension)
            draft.Fault(target, "unit", ($"单位 {own} 与指标的单位 {unit} 不可换算", $"unit {own} does not fit the indicator's {unit}"));
        if (target.Baseline?.Unit is { } based && based.Dimension != unit.Dimension)
            draft.Fault(target.Baseline, "unit", ($"单位 {based} 与指标的单位 {unit} 不可换算", $"unit {based} does not fit the indicator's {unit}"));
    }

    private static void OfPath(Draft draft, Target target)
    {
        if (target.Baseline is not { } baseline)
        {
            draft.Warn(target, "indicator", (
                $"{target.Indicator} {target.Year} 年目标没有基期，不设时序进度，只显示差距",
                $"target of {target.Indicator} for {target.Year} has no baseline: it has no path and shows only its gap"));
            return;
        }

        if (target.Deadline is { } deadline && baseline.Period.End >= deadline)
            draft.Fault(baseline, "period", ("基期不早于目标年份", "the baseline is not before the target year's end"));
        if (target.Path == PathShape.Compound && (baseline.Value <= 0 || target.Value <= 0))
            draft.Fault(target, "path", ("复合增长路径要求基期值和目标值均为正数", "a compound path needs a positive baseline and target"));
        if ((target.Path == PathShape.Steps) != (target.Steps is { Count: > 0 }))
            draft.Fault(target, "path", ("只有 steps 路径列出 steps", "steps belong to a path by steps alone"));
        foreach (var step in target.Steps ?? [])
        {
            if (step.At <= baseline.Period.End || step.At > target.Deadline)
                draft.Fault(step, "at", ($"{step.At:yyyy-MM-dd} 不在基期与目标之间", $"{step.At:yyyy-MM-dd} does not lie between baseline and target"));
        }
    }

    private static void StatedOnce(Draft draft, IReadOnlyList<Target> targets)
    {
        var again = targets.GroupBy(target => (target.Indicator, target.Year, target.Region ?? draft.Head?.Region, target.Industry)).SelectMany(group => group.Skip(1));
        foreach (var target in again)
        {
            draft.Fault(target, "indicator", (
                $"{target.Indicator} 的同一目标已经列出",
                $"this target of {target.Indicator} is stated before"));
        }
    }
}
