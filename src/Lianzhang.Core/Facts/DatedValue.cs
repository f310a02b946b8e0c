namespace Lianzhang.Core.Facts;

/// <summary>What was true of a unit between two days, both included: that it lay in a region, bore a name, held a title.</summary>
/// <param name="Attribute">Code of the attribute: region, industry, title …</param>
/// <param name="Value">Code of the value, or a name.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; null while it lasts.</param>
public sealed record DatedValue(string Attribute, string Value, DateOnly From, DateOnly? To = null)
{
    public bool HoldsAt(DateOnly day) => From <= day && (To is not { } last || day <= last);
}
