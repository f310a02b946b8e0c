using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>One comparison of a rule. Two are equal when they compare the same.</summary>
public sealed record RulePart
{
    internal RulePart(Comparison comparison) => Comparison = comparison;

    internal Comparison Comparison { get; }

    /// <summary>The canonical form.</summary>
    public override string ToString() => PrintFormula.Of(Comparison);

    /// <summary>The comparison for people.</summary>
    public string InWords(Func<string, Text> nameOfCode, Language language) => new Wording(nameOfCode, language, isOfOneUnit: true).Of(Comparison);

    /// <summary>What stands left of the sign, for people.</summary>
    public string LeftInWords(Func<string, Text> nameOfCode, Language language) => new Wording(nameOfCode, language, isOfOneUnit: true).Of(Comparison.Left);

    /// <summary>What stands right of the sign, for people.</summary>
    public string RightInWords(Func<string, Text> nameOfCode, Language language) => new Wording(nameOfCode, language, isOfOneUnit: true).Of(Comparison.Right);
}
