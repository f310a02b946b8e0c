namespace Lianzhang.Core.Formulas;

/// <summary>What the functions of time ask of their argument.</summary>
internal static class OverPeriods
{
    /// <summary>The shape of the first argument, which must add up over time; put together it no longer does.</summary>
    public static Shape? CheckAddsUp(Call call, Checker checker)
    {
        var x = call.Amount(0);
        if (checker.Of(x) is not { } shape)
            return null;
        if (shape.OverTime == OverTime.AddsUp)
            return NoLongerAddsUp(shape);
        checker.Refuse(
            x.At,
            ($"{call.Function.Name} 只用于可按时间累加的数，此处为时点数、比率或常数",
             $"{call.Function.Name} needs something that adds up over time, not a stock, rate, ratio or constant"));
        return null;
    }

    public static Shape? NoLongerAddsUp(Shape? shape) => shape is null ? null : shape with { OverTime = OverTime.DoesNot, Plain = null };
}
