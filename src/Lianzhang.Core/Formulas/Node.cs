using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>Any part of a formula's tree.</summary>
internal abstract record Node(Span At)
{
    public abstract IEnumerable<Node> Children { get; }
}

/// <summary>A part that has an amount.</summary>
internal abstract record Expression(Span At) : Node(At);

/// <summary>A part that is true or false; its reading is one or zero.</summary>
internal abstract record Condition(Span At) : Node(At);

internal sealed record Number(decimal Amount, Unit? Unit, Span At) : Expression(At)
{
    public override IEnumerable<Node> Children => [];

    /// <summary>A zero without a unit is zero of any dimension.</summary>
    public bool IsPlainZero => Amount == 0 && Unit is null;

    public decimal InBase => Unit is null ? Amount : Unit.ToBase(Amount);
}

internal sealed record Negation(Expression Of, Span At) : Expression(At)
{
    public override IEnumerable<Node> Children => [Of];
}

internal enum ArithmeticOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
}

internal sealed record Arithmetic(ArithmeticOperator Operator, Expression Left, Expression Right, Span At) : Expression(At)
{
    public override IEnumerable<Node> Children => [Left, Right];
}

/// <summary>A function with what stands between its parentheses.</summary>
internal sealed record Call(Function Function, IReadOnlyList<Node> Arguments, Span At) : Expression(At)
{
    /// <summary>Whether the number of arguments and the written-out integers are right.</summary>
    public bool Fits { get; } = Function.Fits(Arguments);

    public override IEnumerable<Node> Children => Arguments;

    public bool Equals(Call? other) =>
        other is not null && Function == other.Function && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => HashCode.Combine(Function.Name, Arguments.Count);
}

internal enum ComparisonOperator
{
    Equal,
    NotEqual,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

internal sealed record Comparison(ComparisonOperator Operator, Expression Left, Expression Right, Span At) : Condition(At)
{
    public override IEnumerable<Node> Children => [Left, Right];
}

internal sealed record BothConditions(Condition Left, Condition Right, Span At) : Condition(At)
{
    public override IEnumerable<Node> Children => [Left, Right];
}

internal sealed record EitherCondition(Condition Left, Condition Right, Span At) : Condition(At)
{
    public override IEnumerable<Node> Children => [Left, Right];
}

internal sealed record NotCondition(Condition Of, Span At) : Condition(At)
{
    public override IEnumerable<Node> Children => [Of];
}
