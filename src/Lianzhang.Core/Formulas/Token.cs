using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

internal enum TokenKind
{
    Number,
    Name,
    Symbol,
    End,
}

/// <summary>A word of the source. Numbers keep their digits in <paramref name="Text"/>, since codes of places are digits too.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, Span At, Unit? Unit = null)
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal) { "where", "in", "and", "or", "not" };

    public bool IsKeyword => Kind == TokenKind.Name && Keywords.Contains(Text);

    /// <summary>Whether this can name an item, attribute, place or function.</summary>
    public bool IsCode => Kind switch
    {
        TokenKind.Name => !IsKeyword,
        TokenKind.Number => Unit is null && Text.All(char.IsAsciiDigit),
        _ => false,
    };
}
