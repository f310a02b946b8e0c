using System.ComponentModel;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes;

/// <summary>The months that a rule is judged over, reckoned back from the day on which it is judged.</summary>
public enum RulePeriod
{
    /// <summary>The last whole year.</summary>
    Year,

    /// <summary>The last whole month.</summary>
    LastMonth,

    /// <summary>Each of the last three whole years: the weakest of them counts.</summary>
    Last3Years,
}

/// <summary>
/// One condition that an enterprise meets or does not: a formula over its facts within a bound, an attribute with one of some values,
/// or the years since its first day.
/// </summary>
public sealed record UnitRule(
    [property: Description("Code of the rule, once in its list.")] string Code,
    Text Name,
    [property: Description("A formula over the facts of one enterprise.")] string? Formula = null,
    [property: Description("The least that the formula may give.")] decimal? AtLeast = null,
    [property: Description("The most that the formula may give.")] decimal? AtMost = null,
    [property: Description("What the formula must exceed.")] decimal? Above = null,
    [property: Description("A formula that gives the least, where it depends on the enterprise.")] string? AtLeastOf = null,
    [property: Description("The unit of the bound.")] Unit? Unit = null,
    [property: Description("The months that the formula is judged over.")] RulePeriod Period = RulePeriod.Year,
    [property: Description("Code of an attribute of the enterprise, instead of a formula.")] string? Attribute = null,
    [property: Description("Codes of which the attribute has one; of an industry or region, what lies below it counts.")] IReadOnlyList<string>? In = null,
    [property: Description("The least number of years since its first day.")] int? YearsAtLeast = null,
    [property: Description("The most years since its first day.")] int? YearsAtMost = null,
    [property: Description("What is simplified or left out.")] string? Note = null);

/// <summary>Conditions by themselves, as an instrument of support states them.</summary>
public sealed record UnitRulesFile([property: Description("The conditions; all of them must be met.")] IReadOnlyList<UnitRule> Rules);

/// <summary>A rule that was checked, with its formulas read.</summary>
/// <param name="Rule">The rule as it is written.</param>
/// <param name="Formula">What is measured; null where the rule is about an attribute or years.</param>
/// <param name="Bound">What gives the least, where that is a formula too.</param>
public sealed record UnitCondition(UnitRule Rule, Formula? Formula = null, Formula? Bound = null);
