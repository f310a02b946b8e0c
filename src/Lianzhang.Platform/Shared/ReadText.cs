using System.Text;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Shared;

/// <summary>Reads text that people made: UTF-8, or GBK as Excel saves it in China. Anything else is refused with a reason.</summary>
public static class ReadText
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <param name="name">The name by which faults show the text.</param>
    /// <param name="stream">Its bytes; at most one over the limit is read, since a stream may not tell its length.</param>
    /// <param name="limit">The most bytes that it may have.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static async Task<Outcome<SourceFile>> Of(string name, Stream stream, int limit, CancellationToken cancel = default) =>
        await Bytes(stream, limit, cancel) is { } bytes ? Decode(new Location(name), bytes) : TooLarge(name, limit);

    /// <summary>All of a stream, or null where it has more than the limit.</summary>
    internal static async Task<byte[]?> Bytes(Stream stream, int limit, CancellationToken cancel)
    {
        var buffer = new MemoryStream();
        var block = new byte[64 * 1024];
        for (var read = await stream.ReadAsync(block, cancel); read > 0; read = await stream.ReadAsync(block, cancel))
        {
            buffer.Write(block, 0, read);
            if (buffer.Length > limit)
                return null;
        }

        return buffer.ToArray();
    }

    public static Outcome<SourceFile> TooLarge(string name, int limit) => Refuse(new Location(name), (
        $"文件超过 {limit / 1_000_000} MB，请拆分或核对是否选错文件",
        $"file is larger than {limit / 1_000_000} MB; split it, or check that it is the right one"));

    internal static Outcome<SourceFile> Decode(Location at, byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return Refuse(at, ("文件编码为 UTF-16，请另存为 UTF-8 或 GBK", "file is UTF-16; save it as UTF-8 or GBK"));
        if (bytes is [(byte)'P', (byte)'K', 3, 4, ..])
            return Refuse(at, ("这是 Excel 工作簿或压缩文件，请另存为 CSV", "file is an Excel workbook or an archive; save it as CSV"));
        if (bytes.AsSpan().Contains((byte)0))
            return Refuse(at, ("文件含有空字节，不是文本，或编码为无标记的 UTF-16；请另存为 UTF-8 或 GBK", "file has null bytes: it is not text, or is UTF-16 without a mark; save it as UTF-8 or GBK"));

        var text = bytes is [0xEF, 0xBB, 0xBF, ..] ? Try(Utf8, bytes.AsSpan(3)) : Try(Utf8, bytes) ?? Try(Gb18030, bytes);
        return text is null
            ? Refuse(at, ("文件既不是 UTF-8 也不是 GBK 编码", "file is neither UTF-8 nor GBK"))
            : Outcome<SourceFile>.Of(new SourceFile(at.File, text));
    }

    private static string? Try(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Outcome<SourceFile> Refuse(Location at, Text message) => Outcome<SourceFile>.Failed(new Fault(at, message));
}
