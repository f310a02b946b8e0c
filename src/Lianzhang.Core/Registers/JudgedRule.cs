using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Registers;

/// <summary>Whether an enterprise fulfils a rule.</summary>
public enum RuleState
{
    Met,
    Unmet,

    /// <summary>What is needed for it is not known; that is no failure.</summary>
    CannotTell,
}

/// <summary>A rule as one enterprise stands to it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="State">How it came out.</param>
/// <param name="Value">What was measured, in the rule's unit.</param>
/// <param name="Bound">What it was held against, in the rule's unit.</param>
/// <param name="Shortfall">By how much an unmet rule is missed, in the rule's unit; nought only where a bound that must be exceeded is just reached.</param>
/// <param name="MetOn">The day on which a rule of years will be met.</param>
/// <param name="Missing">What is needed and not there.</param>
/// <param name="Reason">Why it cannot be told, where no figure is missing.</param>
public sealed record JudgedRule(
    UnitRule Rule,
    RuleState State,
    Quantity? Value = null,
    Quantity? Bound = null,
    Quantity? Shortfall = null,
    DateOnly? MetOn = null,
    IReadOnlyList<MissingFigure>? Missing = null,
    Text? Reason = null)
{
    /// <summary>Whether it is unmet by an amount or a time that can be made up, and not by what the enterprise is.</summary>
    public bool IsMeasuredShort => Shortfall is not null || MetOn is not null;

    /// <summary>The shortfall as a part of the bound, so that shortfalls in different units can be put in order; 0 where there is none.</summary>
    public decimal Distance(DateOnly day) => this switch
    {
        { Shortfall: { } shortfall, Bound: { Amount: not 0 } bound } => Math.Abs(shortfall.Amount / bound.Amount),
        { Shortfall: { Amount: > 0 } } => 1,
        { MetOn: { } met } => (met.DayNumber - day.DayNumber) / 365m,
        _ => 0,
    };
}
