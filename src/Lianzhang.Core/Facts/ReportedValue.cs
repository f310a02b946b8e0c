using Lianzhang.Core.Values;

namespace Lianzhang.Core.Facts;

/// <summary>What is said of a value beside the value itself.</summary>
[Flags]
public enum FactFlags
{
    None = 0,
    Provisional = 1,
    Estimated = 2,
    Revised = 4,
    BreakInSeries = 8,
    Confidential = 16,
}

/// <summary>What a unit answered for one item: a value, zero, not applicable, or missing with a reason.</summary>
/// <param name="Item">Code of the item.</param>
/// <param name="State">Which of the four it is; undefined is no answer.</param>
/// <param name="Amount">The amount in the item's unit; 0 where there is none.</param>
/// <param name="Flags">What is said of it beside.</param>
/// <param name="Reason">Why it is missing.</param>
public readonly record struct ReportedValue(string Item, FactState State, decimal Amount = 0, FactFlags Flags = FactFlags.None, string? Reason = null)
{
    public static ReportedValue Of(string item, decimal amount, FactFlags flags = FactFlags.None) => new(item, amount == 0 ? FactState.Zero : FactState.Value, amount, flags);

    public static ReportedValue NotApplicable(string item) => new(item, FactState.NotApplicable);

    public static ReportedValue Missing(string item, string reason) => new(item, FactState.Missing, Reason: reason);
}

/// <summary>What one unit reported for one period.</summary>
public sealed record UnitReport(string Unit, Period Period, IReadOnlyList<ReportedValue> Values);
