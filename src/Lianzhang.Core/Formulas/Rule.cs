using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>
/// A condition that has been read, such as a rule that a report must meet. Two rules are equal when their trees are, whatever their spacing.
/// </summary>
public sealed record Rule
{
    private readonly NamedCodes named;

    internal Rule(string source, Condition root)
    {
        (Source, Root, named) = (source, root, new NamedCodes(root));
        Parts = [.. PartsOf(root)];
    }

    /// <summary>The text as it was written.</summary>
    public string Source { get; }

    internal Condition Root { get; }

    /// <summary>The comparisons that <c>and</c>, <c>or</c> and <c>not</c> join, in the order of the source.</summary>
    public IReadOnlyList<RulePart> Parts { get; }

    /// <summary>Codes of all items named, as published figures or through units.</summary>
    public IReadOnlyList<string> Items => named.Items;

    /// <summary>What is looked up as published figures; a rule over one unit has none.</summary>
    public IReadOnlyList<FigureUse> Figures => named.Figures;

    /// <summary>Codes of the items that are gathered from units.</summary>
    public IReadOnlyList<string> Aggregates => named.Aggregates;

    /// <summary>Codes of the indicators that it rests on; a rule over one unit has none.</summary>
    public IReadOnlyList<string> Indicators => named.Indicators;

    public bool Equals(Rule? other) => other is not null && Root == other.Root;

    public override int GetHashCode() => Root.GetHashCode();

    /// <summary>The canonical form, as for a <see cref="Formula"/>.</summary>
    public override string ToString() => PrintFormula.Of(Root);

    /// <summary>The rule for people: names instead of codes, words instead of functions.</summary>
    /// <param name="nameOfCode">Names of items, groups, places and the codes of attributes.</param>
    /// <param name="language">The language of the words between the names.</param>
    public string InWords(Func<string, Text> nameOfCode, Language language) => new Wording(nameOfCode, language, isOfOneUnit: true).Of(Root);

    private static IEnumerable<RulePart> PartsOf(Condition condition) =>
        condition is Comparison comparison ? [new RulePart(comparison)] : condition.Children.OfType<Condition>().SelectMany(PartsOf);
}
