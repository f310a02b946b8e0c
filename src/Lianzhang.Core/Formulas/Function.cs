using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>What an argument is; it decides how the parser reads it.</summary>
internal enum ParameterKind
{
    Amount,

    /// <summary>An integer written out, within limits.</summary>
    Whole,
    Condition,

    /// <summary>An item of units, perhaps with a default and a filter.</summary>
    Selection,

    /// <summary>Units, an item, or groups under a condition.</summary>
    Counted,

    /// <summary>An item, perhaps of another place.</summary>
    Figure,
    Indicator,
}

/// <param name="Kind">What the argument is.</param>
/// <param name="Optional">Whether it may be left out; only the last may.</param>
/// <param name="Least">The least integer, for <see cref="ParameterKind.Whole"/>.</param>
/// <param name="Most">The greatest integer, for <see cref="ParameterKind.Whole"/>.</param>
internal sealed record Parameter(ParameterKind Kind, bool Optional = false, int Least = 1, int Most = 120)
{
    /// <summary>The integer that an argument writes out, or null when it is none or out of range.</summary>
    public int? Read(Node argument) =>
        argument is Number { Unit: null, Amount: var amount } && decimal.IsInteger(amount) && amount >= Least && amount <= Most ? (int)amount : null;
}

/// <summary>A function of the language. Check and Evaluate are called with arguments that fit <see cref="Parameters"/>.</summary>
internal abstract class Function
{
    public abstract string Name { get; }

    /// <summary>How it is written, forms separated by two spaces.</summary>
    public abstract string Syntax { get; }

    public abstract Text Description { get; }

    public abstract IReadOnlyList<Parameter> Parameters { get; }

    public int LeastArguments => Parameters.Count(parameter => !parameter.Optional);

    public bool TakesUnits => Parameters[0].Kind is ParameterKind.Selection or ParameterKind.Counted;

    /// <summary>The shape of the result, or null when a fault in the arguments leaves it open.</summary>
    public abstract Shape? Check(Call call, Checker checker);

    public abstract Reading Evaluate(Call call, Evaluator evaluator, Scope scope);

    /// <summary>The same for all periods of a kind at once, where cells tell it; says which places are known.</summary>
    public virtual ulong Row(Call call, RowEvaluator evaluator, ulong wanted, Span<decimal> amounts) => 0;

    public abstract string InWords(Call call, Wording words);

    /// <summary>Whether the number of arguments and the written-out integers are right.</summary>
    public bool Fits(IReadOnlyList<Node> arguments)
    {
        if (arguments.Count < LeastArguments || arguments.Count > Parameters.Count)
            return false;
        return !arguments.Where((argument, i) => Parameters[i].Kind == ParameterKind.Whole && Parameters[i].Read(argument) is null).Any();
    }
}
