using Lianzhang.Core.Boards;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Explaining;

/// <summary>For which periods an indicator has a value.</summary>
public static class ExplainedPeriods
{
    /// <summary>Those known at a date, oldest first; the last is the one that boards show.</summary>
    public static IReadOnlyList<Period> Of(Programme programme, FactTable facts, DateOnly asOf, Indicator indicator, string region) =>
        [.. new IndicatorSeries(programme, facts, asOf, new EvaluatedIndicators()).Of(indicator, region).Select(value => value.Period)];
}
