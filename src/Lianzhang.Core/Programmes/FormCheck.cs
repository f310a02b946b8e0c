using System.ComponentModel;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes;

/// <summary>What follows when a check fails.</summary>
public enum CheckWeight
{
    /// <summary>It must be put right before the report is sent.</summary>
    Hard,

    /// <summary>It may be right, and is then explained.</summary>
    Soft,
}

/// <summary>A condition over what a unit reports, in the form and in others, now and before.</summary>
public sealed record FormCheck(
    [property: Description("Code of the check, once in its form.")] string Code,
    [property: Description("What must hold, as a plain sentence.")] Text Name,
    [property: Description("The condition, over items of the unit.")] string Holds,
    [property: Description("hard: it must be put right; soft: it may be explained.")] CheckWeight Weight = CheckWeight.Soft,
    [property: Description("The months that it is judged over: period or year_to_date.")] AskedPeriod Over = AskedPeriod.Period);

/// <summary>A check whose condition was read.</summary>
public sealed record ReadCheck(FormCheck Check, Rule Rule);
