namespace Lianzhang.Core.Values;

/// <summary>Brings the full-width letters, digits and signs of Chinese typing to their plain forms.</summary>
internal static class HalfWidth
{
    private const char FirstWide = '！';
    private const char LastWide = '～';
    private const char WideSpace = '\u3000';

    /// <summary>The text with １２．５％ as 12.5%; Chinese characters stay as they are.</summary>
    public static string Of(string text) => string.Create(text.Length, text, static (plain, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            plain[i] = source[i] switch
            {
                >= FirstWide and <= LastWide => (char)(source[i] - FirstWide + '!'),
                WideSpace => ' ',
                var other => other,
            };
        }
    });
}
