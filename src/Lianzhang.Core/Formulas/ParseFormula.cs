namespace Lianzhang.Core.Formulas;

/// <summary>Turns source text into a formula or a rule, or says where its syntax goes wrong.</summary>
public static class ParseFormula
{
    public const int MostCharacters = 4_000;

    /// <summary>The formula, or null with the first syntax fault.</summary>
    public static Formula? Parse(string source, out IReadOnlyList<FormulaFault> faults) =>
        Read(source, static parser => parser.Amount(), out faults) is { } root ? new Formula(source, root) : null;

    /// <summary>The condition as a whole, or null with the first syntax fault.</summary>
    public static Rule? ParseRule(string source, out IReadOnlyList<FormulaFault> faults) =>
        Read(source, static parser => parser.Condition(), out faults) is { } root ? new Rule(source, root) : null;

    private static TNode? Read<TNode>(string source, Func<ExpressionParser, TNode> read, out IReadOnlyList<FormulaFault> faults)
        where TNode : Node
    {
        faults = [];
        try
        {
            if (source.Length > MostCharacters)
                throw TooLong(source.Length - MostCharacters);
            var cursor = new TokenCursor(new Lexer(source).Tokens());
            var root = read(new ExpressionParser(cursor));
            if (cursor.Current.Kind != TokenKind.End)
                throw cursor.Unexpected(("此处应为运算符", "expected an operator"));
            return root;
        }
        catch (SyntaxException syntax)
        {
            faults = [syntax.Fault];
            return null;
        }
    }

    private static SyntaxException TooLong(int surplus) =>
        new(new Span(MostCharacters + 1, surplus), ($"公式超过 {MostCharacters} 字", $"longer than {MostCharacters} characters"));
}
