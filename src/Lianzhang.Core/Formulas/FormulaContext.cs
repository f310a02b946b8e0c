using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>What a formula is evaluated over.</summary>
/// <param name="Facts">Published figures and the facts of units.</param>
/// <param name="Catalogue">What codes mean.</param>
/// <param name="Indicator">The formulas of other indicators, null where there is none.</param>
/// <param name="Region">The board's place: figures are its own, units those that lie within it.</param>
/// <param name="Period">The months that the result is of.</param>
public sealed record FormulaContext(FactTable Facts, Catalogue Catalogue, Func<string, Formula?> Indicator, string Region, Period Period);

/// <summary>What a formula comes to in a period, in base units, with what it rests on.</summary>
public readonly record struct PeriodValue(Period Period, decimal Amount, IReadOnlyList<PublishedFigure> Used, bool UsesUnits);

/// <summary>The result in base units, the published figures that it rests on in the order of their first use, and whether it rests on units of the registers.</summary>
public readonly record struct Evaluation(Reading Reading, IReadOnlyList<PublishedFigure> Used, bool UsesUnits = false);
