using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas.Functions;

internal sealed class MedianDeviation : EarlierValues
{
    public override string Name => "mad";

    public override Text Description => ("前 n 期的绝对中位差，不含本期", "the median absolute deviation of x from its median, over the same periods as `median`");

    protected override Text Wanted => ("绝对中位差", "median absolute deviation");

    protected override decimal Gather(IReadOnlyCollection<decimal> amounts) => RobustStatistics.MedianDeviation(amounts);
}
