using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>One thing that is wrong in a formula. <paramref name="Column"/> counts characters of the source from 1.</summary>
public sealed record FormulaFault(int Column, int Length, Text Message)
{
    public override string ToString() => $"{Column}: {Message.In(Language.English)}";
}
