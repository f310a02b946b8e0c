using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>What sum and avg have in common: how much it is together and how many they are says all, so that cells are enough.</summary>
internal abstract class AddingAggregate : UnitAggregate
{
    public override Reading Evaluate(Call call, Evaluator evaluator, Scope scope)
    {
        var selection = (Selection)call.Arguments[0];
        // Which figures are missing, and why, only the units tell.
        if (UnitAnswers.Blocking(selection, evaluator, scope) is null && evaluator.Cell(selection, scope) is { } cell && (cell.Missing == 0 || selection.Default is not null))
        {
            var (sum, gaps) = (evaluator.Context.Facts.InBase(cell, selection.Item.Code), cell.Missing + cell.NotApplicable);
            return selection.Default is { } stand ? Together(sum + (gaps * stand.InBase), cell.Values + gaps) : Together(sum, cell.Values);
        }

        return base.Evaluate(call, evaluator, scope);
    }

    protected sealed override Reading Gather(IReadOnlyList<decimal> amounts) => Together(amounts.Sum(), amounts.Count);

    /// <summary>The result of so many amounts that come to a sum.</summary>
    protected abstract Reading Together(decimal sum, int count);
}
