using FsCheck;
using FsCheck.Fluent;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Formulas;

/// <summary>Random trees of every kind of node, well formed for the parser but not always for the checker.</summary>
internal static class FormulaGenerator
{
    private static readonly string[] Units = ["亿元", "万元", "元", "家", "%", "‰", "个百分点", "亩", "m2", "MW", "倍", "万元/亩", "元/kWh", "%/家"];
    private static readonly Span Nowhere = new(1, 1);

    private static readonly Gen<Name> ItemName = Gen.Frequency((15, NameOf("output", "staff", "gdp", "retail", "profit", "capacity")), (1, NameOf("units", "sum", "nothing_1")));
    private static readonly Gen<Name> CodeName = NameOf("sei", "drugs", "sme", "high_tech", "371702", "0", "medicine", "default", "other");
    private static readonly Gen<Name> AttributeName = NameOf("industry", "title", "region", "cluster", "count", "nothing");
    private static readonly Gen<Name?> NoPlace = Gen.Constant((Name?)null);
    private static readonly Gen<Name> PlaceName = NameOf("370000", "371702", "anywhere");

    public static Gen<Expression> Expressions => Gen.Choose(1, 4).SelectMany(Amount);

    public static Gen<Condition> Conditions => Gen.Choose(1, 4).SelectMany(Condition);

    public static Gen<Expression> Amount(int depth)
    {
        if (depth <= 0)
            return Gen.OneOf(Number.Select(number => (Expression)number), CallOf(depth));
        return Gen.OneOf(
            Number.Select(number => (Expression)number),
            Amount(depth - 1).Select(of => (Expression)new Negation(of, Nowhere)),
            Arithmetic(depth),
            Arithmetic(depth),
            CallOf(depth),
            CallOf(depth));
    }

    private static Gen<Number> Number =>
        from digits in Gen.OneOf(Gen.Choose(0, 20), Gen.Choose(0, 100_000_000))
        from places in Gen.Choose(0, 6)
        from unit in Gen.OneOf(Gen.Constant((Unit?)null), Gen.Elements(Units).Select(symbol => (Unit?)Unit.Parse(symbol)))
        select new Number(new decimal(digits, 0, 0, false, (byte)places), unit, Nowhere);

    private static Gen<Expression> Arithmetic(int depth) =>
        from operation in Gen.Elements(Enum.GetValues<ArithmeticOperator>())
        from left in Amount(depth - 1)
        from right in Amount(depth - 1)
        select (Expression)new Arithmetic(operation, left, right, Nowhere);

    private static Gen<Expression> CallOf(int depth) =>
        from function in Gen.Elements(depth > 0 ? FunctionList.All.ToArray() : [.. FunctionList.All.Where(function => function.TakesUnits || function.Name == "value")])
        from count in Gen.Choose(function.LeastArguments, function.Parameters.Count)
        from arguments in Gen.CollectToArray(function.Parameters.Take(count), parameter => Argument(parameter, depth - 1))
        select (Expression)new Call(function, arguments, Nowhere);

    private static Gen<Node> Argument(Parameter parameter, int depth) => parameter.Kind switch
    {
        ParameterKind.Amount => Amount(depth).Select(node => (Node)node),
        ParameterKind.Condition => Condition(depth).Select(node => (Node)node),
        ParameterKind.Whole => Gen.Choose(0, 4).Select(n => (Node)new Number(n, null, Nowhere)),
        ParameterKind.Selection => Selection(withDefault: true).Select(node => (Node)node),
        ParameterKind.Counted => depth > 0 ? Gen.OneOf(Selection(withDefault: false).Select(node => (Node)node), GroupsOf(depth)) : Selection(withDefault: false).Select(node => (Node)node),
        ParameterKind.Figure => Figure,
        ParameterKind.Indicator => NameOf("sei_share", "large_clusters", "first_circle", "nowhere").Select(code => (Node)new IndicatorName(code, Nowhere)),
    };

    private static Gen<Node> Figure =>
        from item in ItemName
        from place in Gen.Frequency((8, NoPlace), (1, PlaceName.OrNull()))
        select (Node)new FigureName(item, place, Nowhere);

    private static Gen<Selection> Selection(bool withDefault) =>
        from item in ItemName
        from stand in withDefault ? Number.OrNull() : Gen.Constant((Number?)null)
        from filter in Gen.Choose(0, 2).SelectMany(Filter).OrNull()
        select new Selection(item, stand, filter, Nowhere);

    private static Gen<Node> GroupsOf(int depth) =>
        from condition in Condition(depth)
        from name in NameOf("clusters", "parks")
        select (Node)new Groups(name, condition, Nowhere);

    private static Gen<Condition> Condition(int depth)
    {
        var comparison =
            from sign in Gen.Elements(Enum.GetValues<ComparisonOperator>())
            from left in Amount(depth - 1)
            from right in Amount(depth - 1)
            select (Condition)new Comparison(sign, left, right, Nowhere);
        if (depth <= 0)
            return comparison;
        var pair = Condition(depth - 1).Two();
        return Gen.OneOf(
            comparison,
            pair.Select(two => (Condition)new BothConditions(two.Item1, two.Item2, Nowhere)),
            pair.Select(two => (Condition)new EitherCondition(two.Item1, two.Item2, Nowhere)),
            Condition(depth - 1).Select(of => (Condition)new NotCondition(of, Nowhere)));
    }

    private static Gen<Filter> Filter(int depth)
    {
        var test =
            from attribute in AttributeName
            from operation in Gen.Elements(Enum.GetValues<FilterOperator>())
            from first in CodeName
            from more in CodeName.ListOf(2)
            from many in Gen.Choose(0, 2)
            select (Filter)new FilterTest(attribute, operation, operation is FilterOperator.Is or FilterOperator.IsNot ? [first] : [first, .. more.Take(many)], Nowhere);
        if (depth <= 0)
            return test;
        var pair = Filter(depth - 1).Two();
        return Gen.OneOf(
            test,
            pair.Select(two => (Filter)new BothFilters(two.Item1, two.Item2, Nowhere)),
            pair.Select(two => (Filter)new EitherFilter(two.Item1, two.Item2, Nowhere)),
            Filter(depth - 1).Select(of => (Filter)new NotFilter(of, Nowhere)));
    }

    private static Gen<Name> NameOf(params string[] codes) => Gen.Elements(codes).Select(code => new Name(code, Nowhere));

    private static Gen<T?> OrNull<T>(this Gen<T> gen)
        where T : class =>
        Gen.OneOf(Gen.Constant((T?)null), gen.Select(value => (T?)value));
}
