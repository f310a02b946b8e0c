using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas.Functions;

internal sealed class Sum : UnitAggregate
{
    public override string Name => "sum";

    public override Text Description => ("各单位数据之和", "the total of an item over units");

    protected override Text Wanted => ("之和", "total");

    protected override Reading Gather(IReadOnlyList<decimal> amounts) => Reading.Of(amounts.Sum());
}
