using System.Globalization;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>Recursive descent over amounts and conditions, weakest binding first.</summary>
internal sealed class ExpressionParser(TokenCursor cursor)
{
    public Expression Amount()
    {
        var node = Either();
        return node as Expression ?? throw Wrong(node, (
            "此处应为数值，而不是条件；可写 if(条件, 1, 0)",
            "an amount is needed here, not a condition; if(condition, 1, 0) makes one"));
    }

    public Condition Condition()
    {
        var node = Either();
        return node as Condition ?? throw Wrong(node, ("此处应为条件，如 value(output) > 0", "a condition is needed here, such as value(output) > 0"));
    }

    private Node Either()
    {
        var left = Both();
        while (cursor.At("or"))
        {
            var first = AsCondition(left);
            cursor.TakeOperator();
            left = new EitherCondition(first, AsCondition(Both()), cursor.Since(first.At));
        }

        return left;
    }

    private Node Both()
    {
        var left = Not();
        while (cursor.At("and"))
        {
            var first = AsCondition(left);
            cursor.TakeOperator();
            left = new BothConditions(first, AsCondition(Not()), cursor.Since(first.At));
        }

        return left;
    }

    private Node Not()
    {
        if (!cursor.At("not"))
            return Compared();
        var start = cursor.Take().At;
        cursor.Enter();
        var of = AsCondition(Not());
        cursor.Leave();
        return new NotCondition(of, cursor.Since(start));
    }

    private Node Compared()
    {
        var left = Added();
        if (ComparisonAt(cursor.Current) is not { } comparison)
            return left;
        var first = AsAmount(left);
        cursor.TakeOperator();
        var node = new Comparison(comparison, first, AsAmount(Added()), cursor.Since(first.At));
        if (ComparisonAt(cursor.Current) is not null)
            throw new SyntaxException(cursor.Current.At, ("比较不能连写，请用 and 连接", "comparisons do not chain; join them by and"));
        return node;
    }

    private static ComparisonOperator? ComparisonAt(Token token) => token.Kind != TokenKind.Symbol ? null : token.Text switch
    {
        "=" => ComparisonOperator.Equal,
        "!=" => ComparisonOperator.NotEqual,
        "<" => ComparisonOperator.Less,
        "<=" => ComparisonOperator.AtMost,
        ">" => ComparisonOperator.Greater,
        ">=" => ComparisonOperator.AtLeast,
        _ => null,
    };

    private Node Added()
    {
        var left = Multiplied();
        while (cursor.At("+") || cursor.At("-"))
            left = Operation(left, cursor.At("+") ? ArithmeticOperator.Add : ArithmeticOperator.Subtract, Multiplied);
        return left;
    }

    private Node Multiplied()
    {
        var left = Signed();
        while (cursor.At("*") || cursor.At("/"))
            left = Operation(left, cursor.At("*") ? ArithmeticOperator.Multiply : ArithmeticOperator.Divide, Signed);
        return left;
    }

    private Arithmetic Operation(Node left, ArithmeticOperator operation, Func<Node> parseRight)
    {
        var first = AsAmount(left);
        cursor.TakeOperator();
        return new Arithmetic(operation, first, AsAmount(parseRight()), cursor.Since(first.At));
    }

    private Node Signed()
    {
        if (!cursor.At("-"))
            return Primary();
        var start = cursor.Take().At;
        cursor.Enter();
        var of = AsAmount(Signed());
        cursor.Leave();
        return new Negation(of, cursor.Since(start));
    }

    private Node Primary()
    {
        var token = cursor.Current;
        if (token.Kind == TokenKind.Number)
            return Number();
        if (token.Kind == TokenKind.Name && !token.IsKeyword)
            return Call();
        if (!cursor.TryTake("("))
            throw cursor.Unexpected(("此处应为数值", "expected an amount"));
        cursor.Enter();
        var inner = Either();
        cursor.Expect(")");
        cursor.Leave();
        return inner;
    }

    public Number Number()
    {
        if (cursor.Current.Kind != TokenKind.Number)
            throw cursor.Unexpected(("此处应为数字", "expected a number"));
        var token = cursor.Take();
        return decimal.TryParse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? new Number(amount, token.Unit, token.At)
            : throw new SyntaxException(token.At, ("数字过大", "the number is too large"));
    }

    private Call Call()
    {
        var name = cursor.Take();
        var function = FunctionList.Find(name.Text);
        if (cursor.At("("))
            return new ArgumentParser(cursor, this).InParentheses(function ?? throw UnknownFunction(name), name.At);

        // sum output where … without parentheses.
        if (function is { TakesUnits: true } && cursor.Current is { Kind: TokenKind.Name, IsKeyword: false })
            return new ArgumentParser(cursor, this).Bare(function, name.At);
        if (function is not null)
            throw cursor.Unexpected(($"{name.Text} 之后应为“(”", $"expected '(' after {name.Text}"));
        throw cursor.Current.IsCode && Nearest.To(name.Text, FunctionList.Names) is not null
            ? UnknownFunction(name)
            : new SyntaxException(name.At, (
                $"{name.Text} 不能单独使用，请写 value({name.Text}) 或 sum({name.Text})",
                $"{name.Text} cannot stand alone; write value({name.Text}) or sum({name.Text})"));
    }

    private static SyntaxException UnknownFunction(Token name)
    {
        var hint = Nearest.Hint(name.Text, FunctionList.Names);
        return new SyntaxException(name.At, ($"没有 {name.Text} 这个函数{hint.Zh}", $"no function {name.Text}{hint.In(Language.English)}"));
    }

    private static Expression AsAmount(Node node) =>
        node as Expression ?? throw Wrong(node, ("条件不能参加运算或比较", "a condition has no amount to reckon with"));

    private static Condition AsCondition(Node node) =>
        node as Condition ?? throw Wrong(node, ("and、or、not 只连接条件", "and, or, not join conditions, not amounts"));

    private static SyntaxException Wrong(Node node, Text message) => new(node.At, message);
}
