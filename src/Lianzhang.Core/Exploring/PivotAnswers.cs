using Lianzhang.Core.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Exploring;

/// <summary>How many units stand behind a sum.</summary>
/// <param name="Values">How many gave an amount.</param>
/// <param name="NotApplicable">How many said that it does not apply.</param>
/// <param name="Missing">How many owe it.</param>
/// <param name="AreEnterprises">Whether no place is among those that gave an amount; told only where they are few.</param>
internal sealed record PivotAnswers(int Values, int NotApplicable, int Missing, bool AreEnterprises)
{
    private static PivotAnswers Nobody { get; } = new(0, 0, 0, AreEnterprises: false);

    /// <summary>By the cell where one is kept, else by asking each unit, as the sum itself is made.</summary>
    public static PivotAnswers Of(Selection selection, FormulaContext context)
    {
        var (evaluator, scope) = (new Evaluator(context), new Scope(context.Period));
        if (UnitAnswers.Blocking(selection, evaluator, scope) is not null)
            return Nobody;
        if (evaluator.Cell(selection, scope) is { } cell && cell.Values is 0 or >= PivotCells.FewestEnterprises)
            return new PivotAnswers(cell.Values, cell.NotApplicable, cell.Missing, AreEnterprises: false);
        return Asked(selection, evaluator, scope);
    }

    private static PivotAnswers Asked(Selection selection, Evaluator evaluator, Scope scope)
    {
        var (facts, item) = (evaluator.Context.Facts, evaluator.Context.Catalogue.Items[selection.Item.Code]);
        var (values, places, notApplicable, missing) = (0, 0, 0, 0);
        foreach (var unit in UnitAnswers.Matching(selection.Where, evaluator, scope))
        {
            switch (facts.Fact(item.Code, item.Kind, unit.Code, scope.Period))
            {
                case { HasValue: true }:
                    values++;
                    places += unit.IsPlace ? 1 : 0;
                    break;
                case { State: FactState.NotApplicable }:
                    notApplicable++;
                    break;
                case not null:
                    missing++;
                    break;
                case null when facts.Asked(item.Code, item.Kind, unit.Code, scope.Period):
                    missing++;
                    break;
            }
        }

        return new PivotAnswers(values, notApplicable, missing, AreEnterprises: places == 0);
    }
}
