using System.Numerics;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>
/// Evaluates a formula for all periods of a kind at once, each in its place of the window, from cells alone. A bit says for each place whether
/// the amount there is known; of all others, and of why there is none, the <see cref="Evaluator"/> tells. What both tell is the same.
/// </summary>
internal sealed class RowEvaluator(FormulaContext context, PeriodKind kind)
{
    public const int Places = FactBlocks.Slots;

    // So that indicators which refer to each other in a circle end.
    private const int MostSteps = 200;

    private int steps;

    public FormulaContext Context => context;

    public PeriodKind Kind => kind;

    /// <summary>Whether any amount rests on units.</summary>
    public bool UsesUnits { get; set; }

    /// <summary>Puts in the amounts of the places that are wanted, and says which of them are known.</summary>
    public ulong Of(Node node, ulong wanted, Span<decimal> amounts)
    {
        if (wanted == 0 || ++steps > MostSteps)
            return 0;
        switch (node)
        {
            case Number number:
                amounts.Fill(number.InBase);
                return wanted;
            case Negation negation:
                var known = Of(negation.Of, wanted, amounts);
                foreach (ref var amount in amounts)
                    amount = -amount;
                return known;
            case Arithmetic arithmetic:
                return Together(arithmetic.Operator, arithmetic.Left, arithmetic.Right, wanted, amounts);
            case Call call when call.Function.Fits(call):
                return call.Function.Row(call, this, wanted, amounts);
            default:
                return 0;
        }
    }

    /// <summary>The two put together, place by place.</summary>
    public ulong Together(ArithmeticOperator operation, Node left, Node right, ulong wanted, Span<decimal> amounts)
    {
        Span<decimal> others = stackalloc decimal[Places];
        var known = Of(left, wanted, amounts);
        known &= Of(right, known, others);
        return operation == ArithmeticOperator.Divide ? Divided(known, amounts, others) : Joined(operation, known, amounts, others);
    }

    /// <summary>The relative change over so many months.</summary>
    public ulong Change(Node node, int months, ulong wanted, Span<decimal> amounts)
    {
        Span<decimal> before = stackalloc decimal[Places];
        var known = Of(node, wanted, amounts);
        known &= Of(node, known >> months, before) << months;
        for (var left = known; left != 0; left &= left - 1)
        {
            var at = BitOperations.TrailingZeroCount(left);
            if (before[at - months] > 0)
                amounts[at] = (amounts[at] - before[at - months]) / before[at - months];
            else
                known &= ~(1ul << at);
        }

        return known;
    }

    private static ulong Divided(ulong known, Span<decimal> over, ReadOnlySpan<decimal> under)
    {
        for (var left = known; left != 0; left &= left - 1)
        {
            var at = BitOperations.TrailingZeroCount(left);
            if (under[at] != 0)
                over[at] /= under[at];
            else
                known &= ~(1ul << at);
        }

        return known;
    }

    private static ulong Joined(ArithmeticOperator operation, ulong known, Span<decimal> amounts, ReadOnlySpan<decimal> others)
    {
        for (var left = known; left != 0; left &= left - 1)
        {
            var at = BitOperations.TrailingZeroCount(left);
            amounts[at] = operation switch
            {
                ArithmeticOperator.Add => amounts[at] + others[at],
                ArithmeticOperator.Subtract => amounts[at] - others[at],
                _ => amounts[at] * others[at],
            };
        }

        return known;
    }
}
