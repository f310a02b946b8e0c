using System.Numerics;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>
/// Evaluates a formula for all periods of a kind at once, each in its place of the window, from cells alone. A bit says for each place whether
/// the amount there is known, another whether there is none for certain; of all others, and of why there is none, the <see cref="Evaluator"/>
/// tells. What both tell is the same.
/// </summary>
/// <param name="context">What it is evaluated over; its period does not matter.</param>
/// <param name="kind">The kind of the periods.</param>
/// <param name="group">The group by whose units a condition is judged; null for all of the region.</param>
internal sealed class RowEvaluator(FormulaContext context, PeriodKind kind, UnitGroup? group = null)
{
    public const int Places = FactBlocks.Slots;

    // So that indicators which refer to each other in a circle end.
    private const int MostSteps = 200;

    private int steps;

    // Those of the places that are known, one after the other.
    private decimal[] results = [];
    private ulong told;
    private ulong empty;

    public FormulaContext Context => context;

    /// <summary>Whether it judges a group by itself.</summary>
    public bool IsOfGroup => group is not null;

    /// <summary>Whether any amount rests on units.</summary>
    public bool UsesUnits { get; private set; }

    /// <summary>The same within a group.</summary>
    public RowEvaluator Within(UnitGroup within)
    {
        UsesUnits = true;
        return new RowEvaluator(context, kind, within) { steps = steps };
    }

    /// <summary>What units answered together, where that is kept.</summary>
    /// <param name="aggregate">By which cells of it are kept.</param>
    /// <param name="row">The cells.</param>
    public bool TryCells(string aggregate, out CellRow row)
    {
        UsesUnits = true;
        return context.Facts.TryCells(aggregate, context.Region, group, kind, out row);
    }

    /// <summary>Evaluates a formula in the places that are wanted, once.</summary>
    public void Evaluate(Formula formula, ulong wanted)
    {
        Span<decimal> amounts = stackalloc decimal[Places];
        try
        {
            told = Of(formula.Root, wanted, amounts);
        }
        catch (OverflowException)
        {
            // In which of them, they say one by one.
            (told, empty) = (0, 0);
        }

        results = new decimal[BitOperations.PopCount(told)];
        var (left, at) = (told, 0);
        for (; left != 0; left &= left - 1)
            results[at++] = amounts[BitOperations.TrailingZeroCount(left)];
    }

    /// <summary>The amount of a place where it is known.</summary>
    public bool TryGet(int place, out decimal amount)
    {
        var isKnown = place >= 0 && (told & (1ul << place)) != 0;
        amount = isKnown ? results[BitOperations.PopCount(told & ((1ul << place) - 1))] : 0;
        return isKnown;
    }

    /// <summary>Whether there is no amount in a place, whatever the reason is.</summary>
    public bool IsEmpty(int place) => place >= 0 && (empty & (1ul << place)) != 0;

    /// <summary>Notes in which places there is no amount of a part, and so none of the whole.</summary>
    public void Empty(ulong places) => empty |= places;

    /// <summary>Whether any unit at all was asked for the item in the period of a place.</summary>
    public bool IsAsked(Selection selection, int slot) => context.Catalogue.Items.TryGetValue(selection.Item.Code, out var item)
        && context.Facts.PeriodOf(kind, slot) is { } period && context.Facts.Asked(item.Code, item.Kind, period);

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
            case Call { Fits: true } call:
                return call.Function.Row(call, this, wanted, amounts);
            default:
                return 0;
        }
    }

    /// <summary>Tells in which places a condition holds, and says of which of them that is known.</summary>
    public ulong Of(Condition condition, ulong wanted, out ulong holds)
    {
        holds = 0;
        return wanted == 0 || ++steps > MostSteps ? 0 : condition switch
        {
            Comparison comparison => Compared(comparison, wanted, out holds),
            NotCondition not => Opposite(Of(not.Of, wanted, out holds), ref holds),
            BothConditions both => Joined(both.Left, both.Right, decides: false, wanted, out holds),
            EitherCondition either => Joined(either.Left, either.Right, decides: true, wanted, out holds),
            _ => 0,
        };
    }

    private ulong Compared(Comparison comparison, ulong wanted, out ulong holds)
    {
        Span<decimal> left = stackalloc decimal[Places];
        Span<decimal> right = stackalloc decimal[Places];
        holds = 0;
        var known = Of(comparison.Left, wanted, left);
        known &= Of(comparison.Right, known, right);
        for (var each = known; each != 0; each &= each - 1)
        {
            var at = BitOperations.TrailingZeroCount(each);
            if (Truth.Holds(comparison.Operator, left[at], right[at]))
                holds |= 1ul << at;
        }

        return known;
    }

    private static ulong Opposite(ulong known, ref ulong holds)
    {
        holds = known & ~holds;
        return known;
    }

    // One side that decides is enough, whatever the other says.
    private ulong Joined(Condition left, Condition right, bool decides, ulong wanted, out ulong holds)
    {
        var (first, second) = (Of(left, wanted, out var one), Of(right, wanted, out var other));
        var decided = decides ? one | other : (first & ~one) | (second & ~other);
        var known = (first & second) | decided;
        holds = decides ? decided : known & ~decided;
        return known;
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
        // A group keeps the units that it had on its day, whatever periods are asked for within it.
        if (IsOfGroup)
            return 0;
        Span<decimal> before = stackalloc decimal[Places];
        var both = Of(node, wanted, amounts);
        var emptyNow = empty;
        empty = 0;
        both &= Of(node, both >> months, before) << months;
        empty = emptyNow | (empty << months);
        if (IsEmptyBefore(node))
            empty |= wanted & ((1ul << months) - 1);
        for (var left = both; left != 0; left &= left - 1)
        {
            var at = BitOperations.TrailingZeroCount(left);
            if (before[at - months] > 0)
                amounts[at] = (amounts[at] - before[at - months]) / before[at - months];
            else
                Without(1ul << at, ref both);
        }

        return both;
    }

    // Whether a part has no amount for any period before those that are kept: nobody was asked then.
    private bool IsEmptyBefore(Node node) => node switch
    {
        Call { Fits: true, Function: AddingAggregate } call => context.Facts.Item(((Selection)call.Arguments[0]).Item.Code) is not { ReachesBeyond: true },
        Negation negation => IsEmptyBefore(negation.Of),
        Arithmetic arithmetic => IsEmptyBefore(arithmetic.Left) || IsEmptyBefore(arithmetic.Right),
        _ => false,
    };

    private void Without(ulong place, ref ulong places)
    {
        places &= ~place;
        empty |= place;
    }

    private ulong Divided(ulong known, Span<decimal> over, ReadOnlySpan<decimal> under)
    {
        for (var left = known; left != 0; left &= left - 1)
        {
            var at = BitOperations.TrailingZeroCount(left);
            if (under[at] != 0)
                over[at] /= under[at];
            else
                Without(1ul << at, ref known);
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
