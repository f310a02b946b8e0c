using Lianzhang.Core.Values;

namespace Lianzhang.Core.Reporting;

/// <summary>What was read from a text: an amount in the unit that was asked for, or what is wrong with the text and what to do.</summary>
/// <param name="Amount">The amount; null where the text is refused.</param>
/// <param name="Refusal">Why it is refused; null where there is an amount.</param>
public sealed record ReportedNumber(decimal? Amount, Text? Refusal)
{
    public static ReportedNumber Of(decimal amount) => new(amount, null);

    public static ReportedNumber Refused(Text refusal) => new(null, refusal);
}
