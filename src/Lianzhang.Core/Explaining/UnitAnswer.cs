using Lianzhang.Core.Values;

namespace Lianzhang.Core.Explaining;

/// <summary>What one unit answered to an aggregate.</summary>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Region">The region in which it lay on the day by which the period counts.</param>
/// <param name="State">What it answered; a unit that is merely counted has a value.</param>
/// <param name="Amount">What of it counts, in the aggregate's unit; what stands in for a gap where the formula says so, else null for one.</param>
/// <param name="Reason">Why it is missing.</param>
public sealed record UnitAnswer(string Unit, string? Region, FactState State, decimal? Amount, Text? Reason)
{
    /// <summary>Whether the unit gave the amount itself.</summary>
    public bool HasValue => State is FactState.Value or FactState.Zero;
}
