using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>How the readings of conditions come about and meet: one for true, zero for false, or why it cannot be told.</summary>
internal static class Truth
{
    public static Reading Compare(ComparisonOperator comparison, Reading left, Reading right) =>
        States.Apply(left, right, (x, y) => States.OfTruth(Holds(comparison, x, y)));

    public static bool Holds(ComparisonOperator comparison, decimal x, decimal y) => comparison switch
    {
        ComparisonOperator.Equal => x == y,
        ComparisonOperator.NotEqual => x != y,
        ComparisonOperator.Less => x < y,
        ComparisonOperator.AtMost => x <= y,
        ComparisonOperator.Greater => x > y,
        ComparisonOperator.AtLeast => x >= y,
    };

    public static Reading Not(Reading of) => States.Apply(of, static x => States.OfTruth(x == 0));

    /// <summary>One false side settles an and, one true side an or, whatever state the other is in; so a guard can stand before a division.</summary>
    /// <param name="side">The reading of one side.</param>
    /// <param name="decides">What settles it: true for an or, false for an and.</param>
    public static bool Settles(Reading side, bool decides) => side.HasValue && (side.Amount != 0) == decides;

    /// <summary>Of an and, or an or, that neither side settles.</summary>
    public static Reading Unsettled(Reading left, Reading right, bool decides) => States.Blocking(left, right) ?? States.OfTruth(!decides);
}
