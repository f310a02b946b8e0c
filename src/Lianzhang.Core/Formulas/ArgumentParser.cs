using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>Reads what stands between the parentheses of a function, as the function's parameters ask.</summary>
internal sealed class ArgumentParser(TokenCursor cursor, ExpressionParser expressions)
{
    public Call InParentheses(Function function, Span start)
    {
        cursor.Expect("(");
        cursor.Enter();
        var arguments = new List<Node>();
        if (!cursor.At(")"))
        {
            do
            {
                // Surplus arguments are read as amounts; the checker tells how many there may be.
                var kind = arguments.Count < function.Parameters.Count ? function.Parameters[arguments.Count].Kind : ParameterKind.Amount;
                arguments.Add(Argument(kind));
            }
            while (cursor.TryTake(","));
        }

        cursor.Expect(")");
        cursor.Leave();
        return new Call(function, arguments, cursor.Since(start));
    }

    public Call Bare(Function function, Span start)
    {
        cursor.Enter();
        var argument = Argument(function.Parameters[0].Kind);
        cursor.Leave();
        return new Call(function, [argument], cursor.Since(start));
    }

    private Node Argument(ParameterKind kind) => kind switch
    {
        ParameterKind.Amount or ParameterKind.Whole => expressions.Amount(),
        ParameterKind.Condition => expressions.Condition(),
        ParameterKind.Selection => Selection(),
        ParameterKind.Counted => Counted(),
        ParameterKind.Figure => Figure(),
        ParameterKind.Indicator => Indicator(),
    };

    private Selection Selection()
    {
        var start = cursor.Current.At;
        var (item, stand) = cursor.At("default") && cursor.Following.Text == "(" ? WithDefault() : (Code(("此处应为数据项", "expected an item")), null);
        var where = cursor.TryTake("where") ? new FilterParser(cursor).Filter() : null;
        return new Selection(item, stand, where, cursor.Since(start));
    }

    private (Name Item, Number? Default) WithDefault()
    {
        cursor.Take();
        cursor.Expect("(");
        var item = Code(("此处应为数据项", "expected an item"));
        cursor.Expect(",");
        var stand = expressions.Number();
        cursor.Expect(")");
        return (item, stand);
    }

    private Node Counted()
    {
        var start = cursor.Current.At;
        if (cursor.At("default") && cursor.Following.Text == "(")
            throw new SyntaxException(start, ("count 只计有数的单位，不用 default", "count counts the units that have a value; it takes no default"));
        var name = Code(("此处应为 units、数据项或分组", "expected units, an item or a group"));
        if (!cursor.TryTake("where"))
            return new Selection(name, null, null, cursor.Since(start));
        if (!StartsCondition())
            return new Selection(name, null, new FilterParser(cursor).Filter(), cursor.Since(start));
        return new Groups(name, expressions.Condition(), cursor.Since(start));
    }

    /// <summary>
    /// A filter starts with an attribute and = != in, whatever else follows; a condition on groups starts with a number or a function.
    /// </summary>
    private bool StartsCondition()
    {
        var ahead = 0;
        while (cursor.Ahead(ahead) is var token && (token.Text is "(" or "not"))
            ahead++;
        var first = cursor.Ahead(ahead);
        var second = cursor.Ahead(ahead + 1);
        return first.Kind != TokenKind.Name
            || second.Text == "("
            || (second is { Kind: TokenKind.Name, IsKeyword: false } && FunctionList.Find(first.Text) is { TakesUnits: true });
    }

    private FigureName Figure()
    {
        var start = cursor.Current.At;
        var item = Code(("此处应为数据项", "expected an item"));
        var place = cursor.TryTake("in") ? Code(("此处应为地区代码", "expected the code of a place"), digits: true) : null;
        return new FigureName(item, place, cursor.Since(start));
    }

    private IndicatorName Indicator()
    {
        var code = Code(("此处应为指标代码", "expected the code of an indicator"));
        return new IndicatorName(code, code.At);
    }

    private Name Code(Text expected, bool digits = false) => cursor.TakeCode(expected, digits);
}
