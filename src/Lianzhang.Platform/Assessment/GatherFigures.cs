using System.Globalization;
using Lianzhang.Core.Assessment;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Figures;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Assessment;

/// <summary>Brings together the figures of a plan for a period, each with what it is made of.</summary>
internal sealed class GatherFigures(CurrentBoard current, CountWork work, TimeProvider time)
{
    private const int Decimals = 6;

    /// <summary>The sheet; null when no programme is published.</summary>
    public async Task<AssessmentSheet?> Of(AssessmentPlan plan, Period period, CancellationToken cancel)
    {
        if (await current.Inputs(cancel) is not { } inputs)
            return null;
        var (programme, members) = (inputs.Programme, plan.Groups.SelectMany(group => group.Members.Select(member => (group, member))).ToList());
        var computed = Computed(inputs, plan, period);
        var counted = await work.Of(programme, plan, period, cancel);
        return new AssessmentSheet(
            programme.Head.Code, inputs.Published.Number, plan.Code, period, programme.AssessmentSource!.Text,
            [
                .. members.Select(one => new AssessedRow(one.member, Name(programme, plan, one.member).Zh, one.group.Code,
                [
                    .. plan.Columns.Select(column => column.IsEntered
                        ? new AssessedValue(column.Code, null, "待录入")
                        : column.Formula is null ? counted(column, one.member) : computed[(column.Code, one.member)]),
                ])),
            ]);
    }

    private static Text Name(Programme programme, AssessmentPlan plan, string member) => plan.Compares == AssessedKind.Regions ? programme.PlaceName(member) : programme.OrganisationName(member);

    private Dictionary<(string Column, string Member), AssessedValue> Computed(BoardInputs inputs, AssessmentPlan plan, Period period)
    {
        var programme = inputs.Programme;
        var settled = SettleFigures.Settle(inputs.Figures.Figures, time.Today()).Figures;
        var formulas = plan.Columns.Where(column => column.Formula is not null).ToDictionary(column => column, column => ParseFormula.Parse(column.Formula!, out _)!);
        return inputs.Read(units =>
        {
            var table = new FactTable(settled, units);
            var values = new Dictionary<(string, string), AssessedValue>();
            foreach (var member in plan.Groups.SelectMany(group => group.Members))
            {
                var context = new FormulaContext(table, programme.Catalogue, programme.Formulas.GetValueOrDefault, member, period);
                foreach (var (column, formula) in formulas)
                    values[(column.Code, member)] = Value(programme, column, formula, EvaluateFormula.Evaluate(formula, context));
            }

            return values;
        });
    }

    private static AssessedValue Value(Programme programme, AssessedColumn column, Formula formula, Core.Formulas.Evaluation evaluation)
    {
        if (!evaluation.Reading.HasValue)
            return new AssessedValue(column.Code, null, evaluation.Reading.Reason.Zh);
        var source = !evaluation.UsesUnits ? "公布数" : formula.Aggregates.Count > 0 ? "本地区单位已审核上报数汇总" : "企业登记册";
        return new AssessedValue(
            column.Code,
            decimal.Round(column.Unit!.FromBase(evaluation.Reading.Amount), Decimals),
            source,
            [
                .. evaluation.Used.Select(figure => new AssessedPart(string.Create(CultureInfo.InvariantCulture,
                    $"{programme.PlaceName(figure.Place).Zh}{figure.Period.In(Language.Chinese)}{programme.ItemName(figure.Item).Zh} {figure.Quantity}（{figure.Source.Title}）"))),
            ]);
    }
}
