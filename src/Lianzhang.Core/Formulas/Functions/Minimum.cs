using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas.Functions;

internal sealed class Minimum : UnitAggregate
{
    public override string Name => "min";

    public override Text Description => ("各单位数据的最小值", "the least value of an item among units");

    protected override Text Wanted => ("最小值", "least");

    public override Shape? Check(Call call, Checker checker) => base.Check(call, checker) is { } shape ? shape with { OverTime = OverTime.DoesNot } : null;

    protected override Reading Gather(IReadOnlyList<decimal> amounts) => amounts.Count == 0 ? Reading.NotApplicable : Reading.Of(amounts.Min());
}
