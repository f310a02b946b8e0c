using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>Walks a tree once and gathers every fault; an expression whose parts are faulty has no shape and causes no further faults.</summary>
/// <param name="catalogue">What may be named.</param>
/// <param name="isOfOneUnit">Whether the formula is asked of one unit alone, where a sum is but the unit's own value.</param>
internal sealed class Checker(Catalogue catalogue, bool isOfOneUnit = false)
{
    private readonly List<FormulaFault> faults = [];

    public Catalogue Catalogue => catalogue;

    public IReadOnlyList<FormulaFault> Faults => faults;

    public void Refuse(Span at, Text message) => faults.Add(new FormulaFault(at.Column, Math.Max(1, at.Length), message));

    public Shape? Of(Expression expression) => expression switch
    {
        Number number => Shape.Of(number),
        Negation negation => Of(negation.Of) is { } shape ? shape with { Plain = null } : null,
        Arithmetic { Operator: ArithmeticOperator.Add or ArithmeticOperator.Subtract } sum => Added(sum),
        Arithmetic { Left: var left, Right: var right } product => Multiplied(product, Of(left), Of(right)),
        Call call => Called(call),
        _ => throw new InvalidOperationException($"no check for {expression.GetType().Name}"),
    };

    public void Condition(Condition condition)
    {
        switch (condition)
        {
            case Comparison comparison:
                Compared(comparison);
                break;
            case BothConditions both:
                Condition(both.Left);
                Condition(both.Right);
                break;
            case EitherCondition either:
                Condition(either.Left);
                Condition(either.Right);
                break;
            case NotCondition not:
                Condition(not.Of);
                break;
        }
    }

    /// <summary>The common shape of two operands that must measure the same, or null after a fault.</summary>
    public Shape? Agree(Expression left, Expression right, Span at, Func<Text, Text, Text> refusal) => Agree(Of(left), Of(right), at, refusal);

    private Shape? Agree(Shape? first, Shape? second, Span at, Func<Text, Text, Text> refusal)
    {
        if (first is null || second is null)
            return null;
        if (first.Dimension == second.Dimension || first.IsPlainZero || second.IsPlainZero)
            return Shape.Together(first, second);
        if (!NeedsUnit(first, second) && !NeedsUnit(second, first))
            Refuse(at, refusal(first.Shown, second.Shown));
        return null;
    }

    /// <summary>The item, or null after a fault.</summary>
    public CatalogueItem? Item(Name name)
    {
        if (catalogue.Items.TryGetValue(name.Code, out var item))
            return item;
        if (catalogue.Indicators.ContainsKey(name.Code))
            Refuse(name.At, ($"{name} 是指标，请写 indicator({name})", $"{name} is an indicator; write indicator({name})"));
        else if (name.Code == Selection.Units || catalogue.Attributes.Values.Any(attribute => attribute.Group == name.Code))
            Refuse(name.At, ($"{name} 只能用 count 计数", $"{name} can only be counted; write count({name} …)"));
        else
            Unknown(name, ("数据项", "item"), catalogue.Items.Keys);
        return null;
    }

    public void Unknown(Name name, Text kind, IEnumerable<string> candidates)
    {
        var hint = Nearest.Hint(name.Code, candidates);
        Refuse(name.At, ($"没有 {name} 这个{kind.Zh}{hint.Zh}", $"no {kind.In(Language.English)} {name}{hint.In(Language.English)}"));
    }

    /// <summary>The shape of the item that a selection runs over, or null after a fault.</summary>
    public Shape? Selected(Selection selection)
    {
        if (selection.Where is not null)
            Filter(selection.Where);
        if (Item(selection.Item) is not { } item)
            return null;
        var shape = Shape.Of(item.Unit, item.Kind == ItemKind.Flow ? OverTime.AddsUp : OverTime.DoesNot);
        if (selection.Default is not { } stand || Shape.Of(stand) is var standShape && (standShape.Dimension == shape.Dimension || standShape.IsPlainZero))
            return shape;
        if (!NeedsUnit(standShape, shape))
            Refuse(stand.At, Branches(shape.Shown, standShape.Shown));
        return null;
    }

    /// <summary>Refuses the sum over units of an item whose values say nothing when they are added.</summary>
    public void AddsUp(Name item)
    {
        if (isOfOneUnit || !catalogue.Items.TryGetValue(item.Code, out var found) || found.OverRegions == RegionRule.Sum)
            return;
        Refuse(item.At, found.OverRegions == RegionRule.Mean
            ? ($"{item} 不能跨区域相加，请写 avg({item})，或写两个可加数据项之比", $"{item} does not add up over regions; write avg({item}), or the ratio of two items that add up")
            : ($"{item} 不能跨区域相加，请写两个可加数据项之比，如 share(sum(部分), sum(总体))", $"{item} does not add up over regions; write the ratio of two items that do, as in share(sum(part), sum(whole))"));
    }

    public void Filter(Filter filter)
    {
        foreach (var test in new[] { (Node)filter }.Concat(Below(filter)).OfType<FilterTest>())
        {
            if (!catalogue.Attributes.TryGetValue(test.Attribute.Code, out var attribute))
            {
                Unknown(test.Attribute, ("属性", "attribute"), catalogue.Attributes.Keys);
                continue;
            }

            foreach (var code in test.Codes.Where(code => !attribute.Values.Has(code.Code)))
                Unknown(code, ($" {attribute.Code} 代码", $"code of {attribute.Code}"), attribute.Values.Codes);
        }
    }

    public static Text Branches(Text first, Text second) =>
        ($"{first.Zh} 与 {second.Zh} 不能互相替代", $"{first.In(Language.English)} and {second.In(Language.English)} cannot stand for each other");

    private static IEnumerable<Node> Below(Node node) => node.Children.SelectMany(child => Below(child).Prepend(child));

    private Shape? Added(Arithmetic sum) => sum.Operator == ArithmeticOperator.Add
        ? Agree(sum.Left, sum.Right, sum.At, static (a, b) => ($"{a.Zh} 与 {b.Zh} 不能相加", $"cannot add {a.En} and {b.En}"))
        : Agree(sum.Left, sum.Right, sum.At, static (a, b) => ($"{a.Zh} 不能减 {b.Zh}", $"cannot subtract {b.En} from {a.En}"));

    private static Shape? Multiplied(Arithmetic product, Shape? left, Shape? right)
    {
        if (left is null || right is null)
            return null;
        return product.Operator == ArithmeticOperator.Multiply ? Shape.Product(left, right) : Shape.Quotient(left, right);
    }

    private void Compared(Comparison comparison)
    {
        var (left, right) = (Of(comparison.Left), Of(comparison.Right));
        if (Agree(left, right, comparison.At, static (a, b) => ($"{a.Zh} 与 {b.Zh} 不能比较", $"cannot compare {a.En} with {b.En}")) is null)
            return;

        // 8 and 8 % are both ratios to the machine, but 8 beside a percentage is nearly always meant as 8 %.
        if (IsPercentage(right) && left is { IsPlainZero: false })
            NeedsUnit(left, right!);
        else if (IsPercentage(left) && right is { IsPlainZero: false })
            NeedsUnit(right, left!);
    }

    private static bool IsPercentage(Shape? shape) => shape?.Unit is { IsRatio: true, Numerator: var over, Denominator: var under } && over != under;

    /// <summary>Refuses a number written without the unit that the other operand has.</summary>
    public bool NeedsUnit(Shape plain, Shape other)
    {
        if (plain.Plain is not { } number || other.Label.Length == 0)
            return false;
        var text = PrintFormula.Of(number);
        Refuse(number.At, ($"{text} 缺单位，应写 {text} {other.Label}", $"{text} has no unit; write {text} {other.Label}"));
        return true;
    }

    private Shape? Called(Call call)
    {
        var function = call.Function;
        var (least, most, given) = (function.LeastArguments, function.Parameters.Count, call.Arguments.Count);
        if (given < least || given > most)
        {
            var wanted = least == most ? $"{most}" : $"{least}-{most}";
            Refuse(call.At, (
                $"{function.Name} 需要 {wanted} 个参数，现有 {given} 个：{function.Syntax}",
                $"{function.Name} takes {wanted} {(wanted == "1" ? "argument" : "arguments")}, not {given}: {function.Syntax}"));
        }

        if (call.Fits)
            return function.Check(call, this);

        // The call is wrong as a whole; its parts may hold faults of their own.
        for (var i = 0; i < given; i++)
            Argument(call.Arguments[i], i < most ? function.Parameters[i] : null);
        return null;
    }

    private void Argument(Node argument, Parameter? parameter)
    {
        if (parameter is { Kind: ParameterKind.Whole } whole)
        {
            if (whole.Read(argument) is null)
                Refuse(argument.At, ($"此处应为 {whole.Least} 到 {whole.Most} 的整数", $"expected a whole number from {whole.Least} to {whole.Most}"));
            return;
        }

        switch (argument)
        {
            case Expression expression:
                Of(expression);
                break;
            case Condition condition:
                Condition(condition);
                break;
            case Selection { Where: var where } selection:
                if (where is not null)
                    Filter(where);
                if (selection.Item.Code != Selection.Units)
                    Item(selection.Item);
                break;
        }
    }
}
