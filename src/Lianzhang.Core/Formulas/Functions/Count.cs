using System.Numerics;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas.Functions;

internal sealed class Count : Function
{
    private static readonly Unit Units = Unit.Parse("家");

    public override string Name => "count";

    public override string Syntax => "count(units where filter)  count(item where filter)  count(group where condition)";

    public override Text Description => ("单位数、有数的单位数，或达到条件的分组数", "how many units there are, have a value, or how many groups fulfil a condition");

    public override IReadOnlyList<Parameter> Parameters { get; } = [new(ParameterKind.Counted)];

    public override Shape? Check(Call call, Checker checker) => call.Arguments[0] switch
    {
        Groups groups => CheckGroups(groups, checker),
        Selection selection => CheckSelection(selection, checker),
        _ => null,
    };

    public override Reading Evaluate(Call call, Evaluator evaluator, Scope scope) => call.Arguments[0] switch
    {
        Groups groups => GroupCount.Of(groups, evaluator, scope),
        Selection { Item.Code: Selection.Units } selection => CountUnits(selection, evaluator, scope),
        Selection selection => CountAnswers(selection, evaluator, scope),
        _ => States.Undefined("公式有误", "the formula is faulty"),
    };

    public override ulong Row(Call call, RowEvaluator evaluator, ulong wanted, Span<decimal> amounts) => call.Arguments[0] switch
    {
        Groups groups => GroupCount.Row(groups, evaluator, wanted, amounts),
        Selection selection => CountRow(selection, evaluator, wanted, amounts),
        _ => 0,
    };

    public override string InWords(Call call, Wording words) => call.Arguments[0] switch
    {
        Groups groups => words.Counted(groups),
        Selection { Item.Code: Selection.Units } selection => words.Counted(selection),
        Selection selection => words.Selected(selection, ("有数的单位数", "units with a value")),
        _ => string.Empty,
    };

    private static Shape CheckGroups(Groups groups, Checker checker)
    {
        var names = checker.Catalogue.Attributes.Values.Select(attribute => attribute.Group).OfType<string>().ToList();
        if (!names.Contains(groups.Group.Code, StringComparer.Ordinal))
        {
            if (groups.Group.Code == Selection.Units || checker.Catalogue.Items.ContainsKey(groups.Group.Code))
                checker.Refuse(groups.Where.At, ("单位按属性筛选，如 industry in sei", "units are filtered by attributes, as in industry in sei"));
            else
                checker.Unknown(groups.Group, ("分组", "group"), names);
        }

        checker.Condition(groups.Where);
        return Shape.Of(Units, OverTime.DoesNot);
    }

    private static Shape CheckSelection(Selection selection, Checker checker)
    {
        if (selection.Where is not null)
            checker.Filter(selection.Where);
        var code = selection.Item.Code;
        var groups = checker.Catalogue.Attributes.Values.Select(attribute => attribute.Group).OfType<string>().ToList();
        if (groups.Contains(code, StringComparer.Ordinal))
            checker.Refuse(selection.At, (
                $"分组按条件计数，如 count({code} where count(units) >= 1 家)",
                $"groups are counted by a condition, as in count({code} where count(units) >= 1 家)"));
        else if (code != Selection.Units && !checker.Catalogue.Items.ContainsKey(code))
            checker.Unknown(selection.Item, ("数据项或分组", "item or group"), [.. checker.Catalogue.Items.Keys, .. groups, Selection.Units]);
        return Shape.Of(Units, OverTime.DoesNot);
    }

    private static Reading CountUnits(Selection selection, Evaluator evaluator, Scope scope)
    {
        if (!evaluator.Context.Facts.HasUnits(scope.Period))
            return GroupCount.EmptyRegister(evaluator.Context.Region, scope.Period);
        return Reading.Of(evaluator.Cell(selection, scope) is { } cell ? cell.Values : UnitAnswers.Matching(selection.Where, evaluator, scope).Count(unit => !unit.IsPlace));
    }

    private static ulong CountRow(Selection selection, RowEvaluator evaluator, ulong wanted, Span<decimal> amounts)
    {
        if (!evaluator.TryCells(selection.Key, out var row))
            return 0;
        var (known, areUnits) = (0ul, selection.Item.Code == Selection.Units);
        for (var left = wanted; left != 0; left &= left - 1)
        {
            var at = BitOperations.TrailingZeroCount(left);
            var gaps = (row.Missing.IsEmpty ? 0 : row.Missing[at]) + (row.NotApplicable.IsEmpty ? 0 : row.NotApplicable[at]);
            // Whether there is no unit of this kind or none at all, and whether nobody had to answer, only the units tell.
            if (row.Values[at] + gaps == 0 && (areUnits || !evaluator.IsAsked(selection, at)))
                continue;
            amounts[at] = row.Values[at] + (selection.Default is null ? 0 : gaps);
            known |= 1ul << at;
        }

        return known;
    }

    private static Reading CountAnswers(Selection selection, Evaluator evaluator, Scope scope)
    {
        if (UnitAnswers.Blocking(selection, evaluator, scope) is null && evaluator.Cell(selection, scope) is { } cell)
            return Reading.Of(selection.Default is null ? cell.Values : cell.Asked);
        var answers = UnitAnswers.Of(selection, evaluator, scope);
        return answers.Blocked ?? Reading.Of(answers.Amounts.Count());
    }
}
