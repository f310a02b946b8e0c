using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas.Functions;

internal sealed class Sum : AddingAggregate
{
    public override string Name => "sum";

    public override Text Description => ("各单位数据之和", "the total of an item over units");

    protected override Text Wanted => ("之和", "total");

    public override Shape? Check(Call call, Checker checker)
    {
        var shape = base.Check(call, checker);
        if (shape is not null)
            checker.AddsUp(((Selection)call.Arguments[0]).Item);
        return shape;
    }

    protected override decimal? Together(decimal sum, int count) => sum;
}
