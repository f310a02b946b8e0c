namespace Lianzhang.Core.Formulas;

/// <summary>Which units count, told by their attributes.</summary>
internal abstract record Filter(Span At) : Node(At);

internal enum FilterOperator
{
    Is,
    IsNot,
    In,
    NotIn,
}

/// <summary>One attribute against codes; <c>in</c> takes the codes and whatever lies below them.</summary>
internal sealed record FilterTest(Name Attribute, FilterOperator Operator, IReadOnlyList<Name> Codes, Span At) : Filter(At)
{
    public override IEnumerable<Node> Children => [];

    public bool Equals(FilterTest? other) =>
        other is not null && Attribute == other.Attribute && Operator == other.Operator && Codes.SequenceEqual(other.Codes);

    public override int GetHashCode() => HashCode.Combine(Attribute, Operator, Codes.Count);
}

internal sealed record BothFilters(Filter Left, Filter Right, Span At) : Filter(At)
{
    public override IEnumerable<Node> Children => [Left, Right];
}

internal sealed record EitherFilter(Filter Left, Filter Right, Span At) : Filter(At)
{
    public override IEnumerable<Node> Children => [Left, Right];
}

internal sealed record NotFilter(Filter Of, Span At) : Filter(At)
{
    public override IEnumerable<Node> Children => [Of];
}
