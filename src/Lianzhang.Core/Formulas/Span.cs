namespace Lianzhang.Core.Formulas;

/// <summary>
/// Where a node stands in the source. All spans are equal to each other, so that two formulas are equal when they mean the
/// same, however they are spaced.
/// </summary>
internal readonly record struct Span(int Column, int Length)
{
    private int End => Column + Length;

    public Span To(Span last) => new(Column, Math.Max(Length, last.End - Column));

    public bool Equals(Span other) => true;

    public override int GetHashCode() => 0;
}
