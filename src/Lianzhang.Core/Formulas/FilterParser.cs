namespace Lianzhang.Core.Formulas;

/// <summary>Reads the filter behind <c>where</c>.</summary>
internal sealed class FilterParser(TokenCursor cursor)
{
    public Filter Filter()
    {
        var left = Both();
        while (cursor.At("or"))
        {
            cursor.TakeOperator();
            left = new EitherFilter(left, Both(), cursor.Since(left.At));
        }

        return left;
    }

    private Filter Both()
    {
        var left = Single();
        while (cursor.At("and"))
        {
            cursor.TakeOperator();
            left = new BothFilters(left, Single(), cursor.Since(left.At));
        }

        return left;
    }

    private Filter Single()
    {
        var start = cursor.Current.At;
        if (cursor.TryTake("not"))
        {
            cursor.Enter();
            var of = Single();
            cursor.Leave();
            return new NotFilter(of, cursor.Since(start));
        }

        if (!cursor.TryTake("("))
            return Test();
        cursor.Enter();
        var inner = Filter();
        cursor.Expect(")");
        cursor.Leave();
        return inner;
    }

    private FilterTest Test()
    {
        var attribute = cursor.TakeCode(("此处应为属性，如 industry in sei", "expected an attribute, as in industry in sei"), digits: false);
        var operation = Operator();
        IReadOnlyList<Name> codes = operation is FilterOperator.In or FilterOperator.NotIn && cursor.At("(") ? CodeList() : [Code()];
        return new FilterTest(attribute, operation, codes, cursor.Since(attribute.At));
    }

    private FilterOperator Operator()
    {
        if (cursor.TryTake("="))
            return FilterOperator.Is;
        if (cursor.TryTake("!="))
            return FilterOperator.IsNot;
        if (cursor.TryTake("in"))
            return FilterOperator.In;
        if (!cursor.At("not") || cursor.Following.Text != "in")
            throw cursor.Unexpected(("筛选条件只用 =、!=、in、not in", "a filter compares by =, !=, in or not in"));
        cursor.Take();
        cursor.Take();
        return FilterOperator.NotIn;
    }

    private List<Name> CodeList()
    {
        cursor.Expect("(");
        var codes = new List<Name>();
        do
            codes.Add(Code());
        while (cursor.TryTake(","));
        cursor.Expect(")");
        return codes;
    }

    private Name Code() => cursor.TakeCode(("此处应为代码", "expected a code"), digits: true);
}
