using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>How an expression behaves when periods are put together.</summary>
internal enum OverTime
{
    /// <summary>The same in every period: written-out numbers.</summary>
    Constant,

    /// <summary>The whole is the sum of its parts.</summary>
    AddsUp,

    /// <summary>Stocks, rates, ratios.</summary>
    DoesNot,
}

/// <summary>What the checker knows of an expression before there are any figures.</summary>
/// <param name="Dimension">What it measures.</param>
/// <param name="Unit">The unit that it is told in, or null for products that have no symbol.</param>
/// <param name="Label">The unit as faults name it; empty for plain numbers.</param>
/// <param name="OverTime">How it adds up.</param>
/// <param name="Plain">The number itself, when the expression is a number written without a unit.</param>
internal sealed record Shape(Dimension Dimension, Unit? Unit, string Label, OverTime OverTime, Number? Plain = null)
{
    public static Shape Percent { get; } = Of(Unit.Percent, OverTime.DoesNot);

    public bool IsPlainZero => Plain is { IsPlainZero: true };

    public Text Shown => Label.Length == 0 ? ("纯数", "a plain number") : (Label, Label);

    public static Shape Of(Unit unit, OverTime overTime) => new(unit.Dimension, unit, unit.Symbol, overTime);

    public static Shape Of(Number number) =>
        Of(number.Unit ?? Unit.One, OverTime.Constant) with { Plain = number.Unit is null ? number : null };

    /// <summary>Of a sum, difference, or one of two branches; the zero without a unit takes the other's shape.</summary>
    public static Shape Together(Shape left, Shape right)
    {
        if (left.IsPlainZero)
            return right with { Plain = null };
        if (right.IsPlainZero)
            return left with { Plain = null };
        return left with { OverTime = left.OverTime == right.OverTime ? left.OverTime : OverTime.DoesNot, Plain = null };
    }

    public static Shape Product(Shape left, Shape right)
    {
        var overTime = left.OverTime == OverTime.Constant ? right.OverTime : right.OverTime == OverTime.Constant ? left.OverTime : OverTime.DoesNot;
        var dimension = left.Dimension * right.Dimension;
        if (right.Label.Length == 0)
            return left with { OverTime = overTime, Plain = null };
        if (left.Label.Length == 0)
            return right with { OverTime = overTime, Plain = null };

        // A percentage of an amount is told in the amount's unit.
        if (right.Unit is { IsRatio: true })
            return left with { OverTime = overTime, Plain = null };
        if (left.Unit is { IsRatio: true })
            return right with { OverTime = overTime, Plain = null };
        return dimension == Dimension.None ? Of(Unit.One, overTime) : new Shape(dimension, null, $"{left.Label}·{right.Label}", overTime);
    }

    public static Shape Quotient(Shape left, Shape right)
    {
        var overTime = right.OverTime == OverTime.Constant ? left.OverTime : OverTime.DoesNot;
        var dimension = left.Dimension / right.Dimension;
        if (right.Label.Length == 0 || (right.Dimension == Dimension.None && left.Dimension != Dimension.None))
            return left with { OverTime = overTime, Plain = null };
        if (dimension == Dimension.None)
            return Of(Unit.One, overTime);
        var label = left.Label.Length == 0 ? $"1/{right.Label}" : $"{left.Label}/{right.Label}";
        return new Shape(dimension, Unit.TryParse(label, out var unit) ? unit : null, label, overTime);
    }
}
