using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>Carries the first syntax fault out of the depths of the parser; <see cref="ParseFormula"/> catches it.</summary>
internal sealed class SyntaxException(Span at, Text message) : Exception(message.In(Language.English))
{
    public FormulaFault Fault { get; } = new(at.Column, Math.Max(1, at.Length), message);
}
