using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Attachments;

/// <summary>What a file is by its content, or why it is not taken.</summary>
internal sealed record Sniffed(FileKind? Kind, Text? Refusal = null);

/// <summary>Tells what a file is by how it begins and, where that leaves it open, by what is in it.</summary>
internal static class SniffContent
{
    private const int HeadLength = 16;

    private static readonly Text Unknown = (
        "无法识别文件内容。可上传 PDF、JPG、PNG、Word（.docx）、Excel（.xlsx）和纯文本（.txt）文件",
        "the content is of no known kind; files may be PDF, JPG, PNG, Word (.docx), Excel (.xlsx) or plain text (.txt)");

    private static readonly Text Old = (
        "这是旧版 Office 文件或加密文档，请另存为不加密的 .docx 或 .xlsx",
        "this is a file of old Office or an encrypted document; save it as .docx or .xlsx without a password");

    /// <summary>The kind that the first bytes alone tell, or null.</summary>
    public static FileKind? Begins(ReadOnlySpan<byte> content) => content switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => FileKind.Pdf,
        [0xFF, 0xD8, 0xFF, ..] => FileKind.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => FileKind.Png,
        _ => null,
    };

    /// <summary>Reads a whole content; where it stands afterwards is left open.</summary>
    public static Sniffed Of(Stream content)
    {
        content.Position = 0;
        var head = new byte[HeadLength];
        var begins = head.AsSpan(0, content.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false));
        if (Begins(begins) is { } kind)
            return new Sniffed(kind);
        content.Position = 0;
        return begins switch
        {
            [(byte)'P', (byte)'K', 3, 4, ..] => SniffPackage.Of(content),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => new Sniffed(null, Old),
            _ => SniffText.IsPlain(content) ? new Sniffed(FileKind.Text) : new Sniffed(null, Unknown),
        };
    }
}
