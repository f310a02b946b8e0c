using System.Text;

namespace Lianzhang.Platform.Attachments;

/// <summary>Tells plain text, as people write it, from what only looks like it: pages, pictures as markup, scripts, and bytes that are no text.</summary>
internal static class SniffText
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public static bool IsPlain(Stream content) => IsPlain(content, Utf8) || IsPlain(content, Gb18030);

    // Block by block, so that a large file does not lie in the memory as text.
    private static bool IsPlain(Stream content, Encoding encoding)
    {
        content.Position = 0;
        var (bytes, characters) = (new byte[64 * 1024], new char[64 * 1024 + 4]);
        var decoder = encoding.GetDecoder();
        var isFirst = true;
        try
        {
            for (int read; (read = content.Read(bytes)) > 0; isFirst = false)
            {
                var text = characters.AsSpan(0, decoder.GetChars(bytes.AsSpan(0, read), characters, flush: false));
                if (text.ContainsAnyInRange('\0', '\b') || text.ContainsAnyInRange('\u000E', '\u001F') || (isFirst && IsMarkupOrScript(text)))
                    return false;
            }

            decoder.GetChars([], characters, flush: true);
            return !isFirst;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static bool IsMarkupOrScript(ReadOnlySpan<char> text)
    {
        var start = text.TrimStart('\uFEFF').TrimStart();
        return start is ['<', ..] or ['#', '!', ..];
    }
}
