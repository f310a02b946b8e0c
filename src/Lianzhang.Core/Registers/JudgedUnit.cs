using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Registers;

/// <summary>An enterprise as rules see it.</summary>
/// <param name="Unit">How it stands on the day.</param>
/// <param name="First">Its first day; null where that is not known.</param>
/// <param name="Day">The day on which it is judged.</param>
/// <param name="Measure">What a formula gives over its facts in a period, in base units.</param>
/// <param name="Tree">How the codes of an attribute lie below each other; null where they do not.</param>
public sealed record JudgedUnit(ReportingUnit Unit, DateOnly? First, DateOnly Day, Func<Formula, Period, Reading> Measure, Func<string, CodeTree?> Tree)
{
    /// <summary>Whether an attribute has one of the codes, or one below it.</summary>
    public bool Has(string attribute, IReadOnlyList<string> codes)
    {
        var tree = Tree(attribute);
        return Unit.Of(attribute).Any(held => codes.Any(code => held == code || tree?.IsWithin(held, code) == true));
    }
}
