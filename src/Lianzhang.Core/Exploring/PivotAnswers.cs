using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Exploring;

/// <summary>How many units stand behind a sum.</summary>
/// <param name="Values">How many gave an amount.</param>
/// <param name="NotApplicable">How many said that it does not apply.</param>
/// <param name="Missing">How many owe it.</param>
/// <param name="Givers">Those that gave an amount; null where a cell is kept, so that nobody was asked.</param>
internal sealed record PivotAnswers(int Values, int NotApplicable, int Missing, IReadOnlyList<ReportingUnit>? Givers)
{
    private static PivotAnswers Nobody { get; } = new(0, 0, 0, []);

    /// <summary>Whether they are so few that a sum would tell what one of them reported, and none of them a place, which is no secret.</summary>
    public bool AreTooFew => Givers is { } known && AreFew(known);

    public static bool AreFew(IReadOnlyCollection<ReportingUnit> givers) => givers.Count is > 0 and < PivotCells.FewestEnterprises && givers.All(unit => !unit.IsPlace);

    /// <summary>By the cell where one is kept, else by asking each unit, as the sum itself is made.</summary>
    public static PivotAnswers Of(Selection selection, FormulaContext context)
    {
        var (evaluator, scope) = (new Evaluator(context), new Scope(context.Period));
        if (UnitAnswers.Blocking(selection, evaluator, scope) is not null)
            return Nobody;
        if (evaluator.Cell(selection, scope) is { } cell && cell.Values is 0 or >= PivotCells.FewestEnterprises)
            return new PivotAnswers(cell.Values, cell.NotApplicable, cell.Missing, Givers: null);
        return OfUnits(selection, context);
    }

    /// <summary>By asking each unit.</summary>
    public static PivotAnswers OfUnits(Selection selection, FormulaContext context)
    {
        var (evaluator, scope) = (new Evaluator(context), new Scope(context.Period));
        var (facts, item) = (evaluator.Context.Facts, evaluator.Context.Catalogue.Items[selection.Item.Code]);
        var givers = new List<ReportingUnit>();
        var (notApplicable, missing) = (0, 0);
        foreach (var unit in UnitAnswers.Matching(selection.Where, evaluator, scope))
        {
            switch (facts.Fact(item.Code, item.Kind, unit.Code, scope.Period))
            {
                case { HasValue: true }:
                    givers.Add(unit);
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

        return new PivotAnswers(givers.Count, notApplicable, missing, givers);
    }
}
