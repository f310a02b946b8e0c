using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas.Functions;

internal sealed class Median : EarlierValues
{
    public override string Name => "median";

    public override Text Description => ("前 n 期的中位数，不含本期", "the median of x over the n periods before, without those that have no value");

    protected override Text Wanted => ("中位数", "median");

    protected override decimal Gather(IReadOnlyCollection<decimal> amounts) => RobustStatistics.Median(amounts);
}
