using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>Cuts a formula into tokens; a unit behind a number belongs to the number.</summary>
internal sealed class Lexer(string source)
{
    // What Chinese input methods type where the language has an ASCII sign.
    private static readonly Dictionary<char, string> Signs = new()
    {
        ['+'] = "+", ['-'] = "-", ['*'] = "*", ['/'] = "/", ['('] = "(", [')'] = ")", [','] = ",", ['='] = "=", ['<'] = "<", ['>'] = ">",
        ['\uFF0B'] = "+", ['\u2212'] = "-", ['\u00D7'] = "*", ['\u00F7'] = "/", ['\uFF08'] = "(", ['\uFF09'] = ")", ['\uFF0C'] = ",",
        ['\uFF1D'] = "=", ['\uFF1C'] = "<", ['\uFF1E'] = ">", ['\u2264'] = "<=", ['\u2265'] = ">=", ['\u2260'] = "!=",
    };

    private int at;

    public List<Token> Tokens()
    {
        var tokens = new List<Token>();
        for (SkipSpace(); at < source.Length; SkipSpace())
            tokens.Add(Next());
        tokens.Add(new Token(TokenKind.End, string.Empty, new Span(source.Length + 1, 0)));
        return tokens;
    }

    private Token Next()
    {
        var first = source[at];
        if (char.IsAsciiDigit(first))
            return ReadNumber();
        if (char.IsAsciiLetterLower(first))
            return ReadName();
        if (first == '=' && at + 1 < source.Length && source[at + 1] == '=')
            throw new SyntaxException(new Span(at + 1, 2), ("等于写作一个 =", "equality is written with one ="));
        if (first == '!' && at + 1 < source.Length && source[at + 1] == '=')
            return Symbol("!=", 2);
        if (first is '<' or '>' && at + 1 < source.Length && source[at + 1] == '=')
            return Symbol($"{first}=", 2);
        if (Signs.TryGetValue(first, out var sign))
            return Symbol(sign, 1);
        throw Unexpected(first);
    }

    private Token Symbol(string sign, int length)
    {
        var token = new Token(TokenKind.Symbol, sign, new Span(at + 1, length));
        at += length;
        return token;
    }

    private Token ReadName()
    {
        var start = at;
        at = EndOf(at, static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
        return new Token(TokenKind.Name, source[start..at], SpanFrom(start));
    }

    private Token ReadNumber()
    {
        var start = at;
        at = EndOf(at, char.IsAsciiDigit);
        if (at + 1 < source.Length && source[at] == '.' && char.IsAsciiDigit(source[at + 1]))
            at = EndOf(at + 1, char.IsAsciiDigit);
        var digits = source[start..at];
        var unit = ReadUnit();
        return new Token(TokenKind.Number, digits, SpanFrom(start), unit);
    }

    /// <summary>The longest unit that starts here, a quotient before its first part; moves past it.</summary>
    private Unit? ReadUnit()
    {
        var start = EndOf(at, char.IsWhiteSpace);
        var end = EndOfUnitWord(start);
        if (end == start)
            return null;
        if (end < source.Length && source[end] == '/' && EndOfUnitWord(end + 1) is var quotient && Unit.TryParse(source[start..quotient], out var ratio))
        {
            at = quotient;
            return ratio;
        }

        var word = source[start..end];
        if (Unit.TryParse(word, out var unit))
        {
            at = end;
            return unit;
        }

        // A Chinese word cannot be anything else here; an English one may be a keyword, which the parser judges.
        if (!char.IsAscii(word[0]))
            throw new SyntaxException(new Span(start + 1, word.Length), UnknownUnit(word));
        return null;
    }

    public static Text UnknownUnit(string word)
    {
        // Against a single letter every short unit is close.
        var hint = word.Length == 1 ? (string.Empty, string.Empty) : Nearest.Hint(word, UnitSymbols.All.Keys.Where(symbol => symbol.Length > 0));
        return ($"没有“{word}”这个单位{hint.Zh}", $"{word} is not a unit{hint.In(Language.English)}");
    }

    private int EndOfUnitWord(int start)
    {
        if (start >= source.Length)
            return start;
        if (source[start] is '%' or '‰')
            return start + 1;
        if (char.IsAsciiLetter(source[start]))
            return EndOf(start, char.IsAsciiLetterOrDigit);
        return EndOf(start, static c => !char.IsAscii(c) && char.IsLetter(c));
    }

    private int EndOf(int start, Func<char, bool> belongs)
    {
        var end = start;
        while (end < source.Length && belongs(source[end]))
            end++;
        return end;
    }

    private void SkipSpace() => at = EndOf(at, char.IsWhiteSpace);

    private Span SpanFrom(int start) => new(start + 1, at - start);

    private SyntaxException Unexpected(char first)
    {
        if (char.IsLetter(first))
        {
            var end = EndOf(at, static c => char.IsLetterOrDigit(c) || c == '_');
            var word = source[at..end];
            var hint = Nearest.Hint(word.ToLowerInvariant(), FunctionList.Names);
            return new SyntaxException(
                new Span(at + 1, word.Length),
                ($"“{word}”不是代码，代码用小写字母{hint.Zh}", $"{word} is not a code, which is written in lowercase letters{hint.In(Language.English)}"));
        }

        // A pair of surrogates is one sign to the reader.
        var length = char.IsHighSurrogate(first) && at + 1 < source.Length ? 2 : 1;
        var sign = char.IsControl(first) || char.IsSurrogate(first) && length == 1 ? $"U+{(int)first:X4}" : source.Substring(at, length);
        return new SyntaxException(new Span(at + 1, length), ($"不能识别“{sign}”", $"{sign} has no meaning here"));
    }
}
