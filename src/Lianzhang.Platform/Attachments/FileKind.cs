using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Attachments;

/// <summary>What people may hand in, told by the content and never by the name.</summary>
public enum FileKind
{
    Pdf,
    Jpeg,
    Png,
    Word,
    Excel,
    Text,
}

/// <summary>What each kind of file is called, by people, in names and in HTTP.</summary>
public static class FileKinds
{
    /// <summary>For the file field of a form, so that others are not offered.</summary>
    public const string Accepted = ".pdf,.jpg,.jpeg,.png,.docx,.xlsx,.txt";

    /// <summary>The same for a field that takes photographs. By these names phones hand in what they keep in a format of their own as JPG.</summary>
    public const string Pictures = "image/jpeg,image/png";

    public static bool IsPicture(FileKind kind) => kind is FileKind.Jpeg or FileKind.Png;

    public static Text Words(FileKind kind) => kind switch
    {
        FileKind.Pdf => ("PDF 文件", "a PDF"),
        FileKind.Jpeg => ("JPG 图片", "a JPG picture"),
        FileKind.Png => ("PNG 图片", "a PNG picture"),
        FileKind.Word => ("Word 文档", "a Word document"),
        FileKind.Excel => ("Excel 工作簿", "an Excel workbook"),
        FileKind.Text => ("纯文本", "plain text"),
    };

    public static string ContentType(FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind.Excel => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileKind.Text => "text/plain; charset=utf-8",
    };

    /// <summary>The kind that a name promises, or null where its extension is none of them.</summary>
    public static FileKind? ByName(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".PDF" => FileKind.Pdf,
        ".JPG" or ".JPEG" => FileKind.Jpeg,
        ".PNG" => FileKind.Png,
        ".DOCX" => FileKind.Word,
        ".XLSX" => FileKind.Excel,
        ".TXT" => FileKind.Text,
        _ => null,
    };
}
