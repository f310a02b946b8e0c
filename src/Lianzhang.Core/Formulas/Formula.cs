using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>A published figure that a formula looks up: of an item, for the board's place where <paramref name="Place"/> is null.</summary>
public sealed record FigureUse(string Item, string? Place);

/// <summary>A formula that has been read. Two formulas are equal when their trees are, whatever their spacing.</summary>
public sealed record Formula
{
    private readonly NamedCodes named;

    internal Formula(string source, Expression root) => (Source, Root, named) = (source, root, new NamedCodes(root));

    /// <summary>The text as it was written.</summary>
    public string Source { get; }

    internal Expression Root { get; }

    /// <summary>Codes of all items named, as published figures or through units.</summary>
    public IReadOnlyList<string> Items => named.Items;

    /// <summary>What is looked up as published figures.</summary>
    public IReadOnlyList<FigureUse> Figures => named.Figures;

    /// <summary>Codes of the items that are gathered from units.</summary>
    public IReadOnlyList<string> Aggregates => named.Aggregates;

    /// <summary>Whether units are counted, of which there is a number on every day.</summary>
    public bool CountsUnits => named.CountsUnits;

    /// <summary>Codes of the indicators that this formula rests on.</summary>
    public IReadOnlyList<string> Indicators => named.Indicators;

    public bool Equals(Formula? other) => other is not null && Root == other.Root;

    public override int GetHashCode() => Root.GetHashCode();

    /// <summary>The canonical form: single spaces, no needless parentheses, aggregates with theirs.</summary>
    public override string ToString() => PrintFormula.Of(Root);

    /// <summary>The formula for people: names instead of codes, words instead of functions.</summary>
    /// <param name="nameOfCode">Names of items, indicators, attributes, groups, places and the codes of attributes.</param>
    /// <param name="language">The language of the words between the names.</param>
    public string InWords(Func<string, Text> nameOfCode, Language language) => new Wording(nameOfCode, language).Of(Root);
}
