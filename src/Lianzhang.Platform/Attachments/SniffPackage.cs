using System.IO.Compression;
using System.Text;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Attachments;

/// <summary>Tells what an archive is by its parts. Of archives only Word and Excel files are taken, and of these none that bring programs along.</summary>
internal static class SniffPackage
{
    private const string ContentTypes = "[Content_Types].xml";
    private const int MostContentTypes = 1_000_000;

    private static readonly Text NotSound = ("不是完好的 Word 或 Excel 文件；压缩包请解压后逐个上传", "it is no sound Word or Excel file; unpack an archive and upload its files one by one");

    private static readonly Text Programs = ("文件含有宏或嵌入的程序，请另存为不含宏的 .docx 或 .xlsx 后再上传", "it has macros or embedded programs; save it without them and upload it again");

    private static readonly Text TooLarge = ($"文件解压后超过 {UnpackedSize.Most / 1_000_000} MB，不予接收", $"it unpacks to more than {UnpackedSize.Most / 1_000_000} MB and is not taken");

    public static Sniffed Of(Stream content)
    {
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (UnpackedSize.IsOver(archive))
                return new Sniffed(null, TooLarge);
            var names = archive.Entries.Select(entry => entry.FullName).ToList();
            if (names.Any(IsOutside) || Kind(names) is not { } kind || archive.GetEntry(ContentTypes) is not { } types)
                return new Sniffed(null, NotSound);
            return names.Any(IsProgram) || HasMacros(types) ? new Sniffed(null, Programs) : new Sniffed(kind);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return new Sniffed(null, NotSound);
        }
    }

    private static FileKind? Kind(List<string> names) => (names.Contains("word/document.xml"), names.Contains("xl/workbook.xml")) switch
    {
        (true, false) => FileKind.Word,
        (false, true) => FileKind.Excel,
        _ => null,
    };

    // Nothing is unpacked into folders here, but whoever reads the file may do so.
    private static bool IsOutside(string name) => name.StartsWith('/') || name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal) || name.Split('/').Contains("..");

    private static bool IsProgram(string name) => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || name.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)
        || name.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase)
        || (name.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".bin", StringComparison.OrdinalIgnoreCase));

    private static bool HasMacros(ZipArchiveEntry types)
    {
        using var reader = new StreamReader(types.Open(), Encoding.UTF8);
        var text = new char[MostContentTypes];
        return new string(text, 0, reader.ReadBlock(text)).Contains("macroEnabled", StringComparison.OrdinalIgnoreCase);
    }
}
