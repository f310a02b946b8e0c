using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas.Functions;

internal sealed class Average : AddingAggregate
{
    public override string Name => "avg";

    public override Text Description => ("各单位数据的平均值", "the plain average of an item over the units that have a value");

    protected override Text Wanted => ("平均值", "average");

    public override Shape? Check(Call call, Checker checker) => base.Check(call, checker) is { } shape ? shape with { OverTime = OverTime.DoesNot } : null;

    protected override decimal? Together(decimal sum, int count) => count == 0 ? null : sum / count;
}
