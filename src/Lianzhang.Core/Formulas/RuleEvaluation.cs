using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>Whether a rule holds, and on what that rests.</summary>
/// <param name="Reading">One where it holds, zero where it does not, or why that cannot be told.</param>
/// <param name="Compared">The comparisons that decided it, in the order of the source; where it cannot be told, those that have no result.</param>
public sealed record RuleEvaluation(Reading Reading, IReadOnlyList<ComparedValues> Compared)
{
    public bool Holds => Reading is { HasValue: true, Amount: not 0 };

    /// <summary>Whether it is known not to hold, so that there is something to tell.</summary>
    public bool Fails => Reading.State == FactState.Zero;
}

/// <summary>Both sides of a comparison as they came out.</summary>
/// <param name="Part">What was compared.</param>
/// <param name="Left">The left side in base units, or why it has no value.</param>
/// <param name="Right">The right side in base units, or why it has no value.</param>
/// <param name="Unit">The unit in which both are told; null where they have none, as products of amounts.</param>
public sealed record ComparedValues(RulePart Part, Reading Left, Reading Right, Unit? Unit);
