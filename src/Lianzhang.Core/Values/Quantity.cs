using System.Globalization;

namespace Lianzhang.Core.Values;

/// <summary>An amount with its unit.</summary>
public readonly record struct Quantity(decimal Amount, Unit Unit)
{
    /// <summary>The amount in base units of the dimension, in which quantities of one dimension can be compared.</summary>
    public decimal InBase => Unit.ToBase(Amount);

    /// <summary>The same quantity in another unit of the same dimension.</summary>
    public Quantity To(Unit unit)
    {
        if (unit.Dimension != Unit.Dimension)
            throw new InvalidOperationException($"{Unit} cannot be turned into {unit}");
        if (unit == Unit)
            return this;
        // Multiply before dividing: the fraction is exact wherever the result has a finite decimal form.
        return new Quantity(Amount * (Unit.Numerator * unit.Denominator) / (Unit.Denominator * unit.Numerator), unit);
    }

    public override string ToString() => $"{Number(Amount)} {Unit}".TrimEnd();

    /// <summary>An amount without trailing zeros: 580.87, 700, 0.1.</summary>
    public static string Number(decimal amount) => amount.ToString("0.############################", CultureInfo.InvariantCulture);
}
