namespace Lianzhang.Core.Formulas;

/// <summary>A code as it stands in the source.</summary>
internal sealed record Name(string Code, Span At)
{
    public override string ToString() => Code;
}

/// <summary>What an aggregate runs over: an item (or <c>units</c>), what stands in for gaps, and which units.</summary>
internal sealed record Selection(Name Item, Number? Default, Filter? Where, Span At) : Node(At)
{
    /// <summary>Stands for the units themselves instead of an item.</summary>
    public const string Units = "units";

    /// <summary>By which cells of it are kept: what is asked of whom, whatever stands in for gaps.</summary>
    public string Key { get; } = Where is null ? Item.Code : $"{Item.Code} where {PrintFormula.Of(Where)}";

    public override IEnumerable<Node> Children => Where is null ? [] : [Where];
}

/// <summary>Groups of units that fulfil a condition, such as clusters above a threshold.</summary>
internal sealed record Groups(Name Group, Condition Where, Span At) : Node(At)
{
    public override IEnumerable<Node> Children => [Where];
}

/// <summary>A published figure: of an item, for the board's place or another.</summary>
internal sealed record FigureName(Name Item, Name? Place, Span At) : Node(At)
{
    public override IEnumerable<Node> Children => [];
}

internal sealed record IndicatorName(Name Code, Span At) : Node(At)
{
    public override IEnumerable<Node> Children => [];
}
