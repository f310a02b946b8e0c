using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas.Functions;

internal sealed class Maximum : UnitAggregate
{
    public override string Name => "max";

    public override Text Description => ("各单位数据的最大值", "the greatest value of an item among units");

    protected override Text Wanted => ("最大值", "greatest");

    public override Shape? Check(Call call, Checker checker) => base.Check(call, checker) is { } shape ? shape with { OverTime = OverTime.DoesNot } : null;

    protected override Reading Gather(IReadOnlyList<decimal> amounts) => amounts.Count == 0 ? Reading.NotApplicable : Reading.Of(amounts.Max());
}
