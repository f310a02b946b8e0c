using System.Numerics;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>What sum and avg have in common: how much it is together and how many they are says all, so that cells are enough.</summary>
internal abstract class AddingAggregate : UnitAggregate
{
    public override Reading Evaluate(Call call, Evaluator evaluator, Scope scope)
    {
        var selection = (Selection)call.Arguments[0];
        if (UnitAnswers.Blocking(selection, evaluator, scope) is { } blocked)
            return blocked;
        // Which figures are missing, and why, only the units tell.
        if (evaluator.Cell(selection, scope) is { } cell && (cell.Missing == 0 || selection.Default is not null))
        {
            var (sum, gaps) = (evaluator.Context.Facts.InBase(cell, selection.Item.Code), cell.Missing + cell.NotApplicable);
            return selection.Default is { } stand ? Told(sum + (gaps * stand.InBase), cell.Values + gaps) : Told(sum, cell.Values);
        }

        return base.Evaluate(call, evaluator, scope);
    }

    public override ulong Row(Call call, RowEvaluator evaluator, ulong wanted, Span<decimal> amounts)
    {
        var (selection, facts) = ((Selection)call.Arguments[0], evaluator.Context.Facts);
        if (facts.Item(selection.Item.Code) is not { } item || !evaluator.TryCells(selection.Key, out var row))
            return 0;
        var (known, stand) = (0ul, selection.Default?.InBase);
        for (var left = wanted; left != 0; left &= left - 1)
        {
            var at = BitOperations.TrailingZeroCount(left);
            var (values, missing) = (row.Values[at], row.Missing.IsEmpty ? 0 : row.Missing[at]);
            var gaps = missing + (row.NotApplicable.IsEmpty ? 0 : row.NotApplicable[at]);
            // Why there is nothing, that nobody had to answer or which figures are missing, only the units tell.
            if ((values + gaps == 0 && !evaluator.IsAsked(selection, at)) || (missing > 0 && stand is null))
                continue;
            var sum = item.InBase(row.Sums[at]);
            if ((gaps > 0 && stand is { } each ? Together(sum + (gaps * each), values + gaps) : Together(sum, values)) is not { } amount)
                continue;
            amounts[at] = amount;
            known |= 1ul << at;
        }

        evaluator.Empty(wanted & ~known);
        return known;
    }

    protected sealed override Reading Gather(IReadOnlyList<decimal> amounts) => Told(amounts.Sum(), amounts.Count);

    private Reading Told(decimal sum, int count) => Together(sum, count) is { } amount ? Reading.Of(amount) : Reading.NotApplicable;

    /// <summary>The result of so many amounts that come to a sum; null where it does not apply.</summary>
    protected abstract decimal? Together(decimal sum, int count);
}
