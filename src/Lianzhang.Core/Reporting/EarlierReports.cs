namespace Lianzhang.Core.Reporting;

/// <summary>What a unit reported before of one item, for periods of the same kind, all in the unit of the item.</summary>
/// <param name="Values">The values of the periods before; periods without a value are left out.</param>
/// <param name="YearBefore">The value of the same period of last year, where it is known.</param>
public sealed record EarlierReports(IReadOnlyList<decimal> Values, decimal? YearBefore = null);
