using System.Diagnostics.CodeAnalysis;

namespace Lianzhang.Core.Values;

/// <summary>
/// A unit of measurement. One unit is <see cref="Numerator"/> / <see cref="Denominator"/> base units of its dimension;
/// the factor is a fraction because one mu is two thirds of a thousand square metres.
/// </summary>
public sealed record Unit
{
    internal Unit(string symbol, Dimension dimension, decimal numerator, decimal denominator = 1) =>
        (Symbol, Dimension, Numerator, Denominator) = (symbol, dimension, numerator, denominator);

    public string Symbol { get; }

    public Dimension Dimension { get; }

    internal decimal Numerator { get; }

    internal decimal Denominator { get; }

    /// <summary>The plain number, written without a symbol.</summary>
    public static Unit One { get; } = new(string.Empty, Dimension.None, 1);

    public static Unit Percent { get; } = new("%", Dimension.None, 1, 100);

    /// <summary>Differences of percentages.</summary>
    public static Unit PercentagePoint { get; } = new("个百分点", Dimension.None, 1, 100);

    public decimal ToBase(decimal amount) => amount * Numerator / Denominator;

    public decimal FromBase(decimal amount) => amount * Denominator / Numerator;

    /// <summary>Percentages and plain ratios, whose changes are told in percentage points.</summary>
    public bool IsRatio => Dimension == Dimension.None;

    /// <summary>Reads a known symbol or a quotient of two, such as 万元/亩.</summary>
    public static bool TryParse(string? symbol, [NotNullWhen(true)] out Unit? unit)
    {
        unit = null;
        if (symbol is null)
            return false;
        var text = symbol.Trim();
        if (UnitSymbols.All.TryGetValue(text, out unit))
            return true;

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == text.Length - 1 || !UnitSymbols.All.TryGetValue(text[..slash], out var over) || !UnitSymbols.All.TryGetValue(text[(slash + 1)..], out var under))
            return false;
        unit = new Unit(text, over.Dimension / under.Dimension, over.Numerator * under.Denominator, over.Denominator * under.Numerator);
        return true;
    }

    public static Unit Parse(string symbol) =>
        TryParse(symbol, out var unit) ? unit : throw new FormatException($"'{symbol}' is not a unit");

    public override string ToString() => Symbol;
}
