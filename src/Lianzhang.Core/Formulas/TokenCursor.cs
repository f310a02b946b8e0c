using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>The parser's place among the tokens, and the limits that keep every tree shallow enough to walk by recursion.</summary>
internal sealed class TokenCursor(List<Token> tokens)
{
    public const int MostLevels = 64;
    public const int MostOperators = 250;

    private int next;
    private int levels;
    private int operators;

    public Token Current => tokens[next];

    public Token Following => tokens[Math.Min(next + 1, tokens.Count - 1)];

    private Token Previous => tokens[Math.Max(next - 1, 0)];

    /// <summary>The token <paramref name="count"/> places ahead.</summary>
    public Token Ahead(int count) => tokens[Math.Min(next + count, tokens.Count - 1)];

    public Token Take()
    {
        var token = Current;
        if (token.Kind != TokenKind.End)
            next++;
        return token;
    }

    public bool At(string text) => Current.Kind is TokenKind.Symbol or TokenKind.Name && Current.Text == text;

    public bool TryTake(string text)
    {
        if (!At(text))
            return false;
        Take();
        return true;
    }

    public Token Expect(string text) =>
        At(text) ? Take() : throw Unexpected(($"此处应为“{text}”", $"expected '{text}'"));

    /// <summary>A code; those of places and industries may be digits.</summary>
    public Name TakeCode(Text expected, bool digits)
    {
        if (!Current.IsCode || (!digits && Current.Kind == TokenKind.Number))
            throw Unexpected(expected);
        var token = Take();
        return new Name(token.Text, token.At);
    }

    /// <summary>From a token's start to the end of the last one taken.</summary>
    public Span Since(Span first) => first.To(Previous.At);

    public void Enter()
    {
        if (++levels > MostLevels)
            throw new SyntaxException(Current.At, ($"嵌套超过 {MostLevels} 层", $"nested more than {MostLevels} levels deep"));
    }

    public void Leave() => levels--;

    public Token TakeOperator()
    {
        if (++operators > MostOperators)
            throw new SyntaxException(Current.At, (
                $"运算符超过 {MostOperators} 个，请拆为多个指标",
                $"more than {MostOperators} operators; split the formula into indicators"));
        return Take();
    }

    /// <summary>The fault of finding the current token where something else should stand.</summary>
    public SyntaxException Unexpected(Text expected)
    {
        if (Current.Kind == TokenKind.Name && !Current.IsKeyword && Previous is { Kind: TokenKind.Number, Unit: null })
            return new SyntaxException(Current.At, Lexer.UnknownUnit(Current.Text));
        var found = Current.Kind == TokenKind.End
            ? (Text)("公式到此结束", "the formula ends here")
            : ($"遇到“{Current.Text}”", $"found '{Current.Text}'");
        var hint = Current is { Kind: TokenKind.Name, IsKeyword: false } ? Nearest.Hint(Current.Text, ["where"]) : (string.Empty, string.Empty);
        return new SyntaxException(
            Current.At,
            ($"{expected.Zh}，{found.Zh}{hint.Zh}", $"{expected.In(Language.English)}, but {found.In(Language.English)}{hint.In(Language.English)}"));
    }
}
