using System.IO.Compression;
using System.Text;

namespace Lianzhang.Platform.Tests.Attachments;

/// <summary>Files as people hand them in, and as those do who mean harm.</summary>
public static class Samples
{
    /// <summary>What leads out of a folder.</summary>
    public const string Up = ".." + "/";

    public static readonly byte[] Pdf = [.. "%PDF-1.7\n1 0 obj\n"u8];
    public static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8];
    public static readonly byte[] Png = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8];
    public static readonly byte[] Text = Encoding.UTF8.GetBytes("整改完成，详见附图。\r\n");

    public static byte[] Word(params (string Name, string Content)[] also) => Zip([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<document/>"), .. also]);

    public static byte[] Excel(params (string Name, string Content)[] also) => Zip([("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>"), .. also]);

    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return packed.ToArray();
    }

    /// <summary>A Word file of under a megabyte that unpacks to more than anybody reads.</summary>
    public static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in new[] { "[Content_Types].xml", "word/document.xml" })
            {
                using var part = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                var zeros = new byte[1_000_000];
                for (var million = 0; million < 90; million++)
                    part.Write(zeros);
            }
        }

        return packed.ToArray();
    }

    /// <summary>What must never be kept, by the name under which it comes.</summary>
    public static TheoryData<string, byte[]> Hostile => new()
    {
        { "账单.pdf", [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0, 4] },
        { "照片.jpg", [0x7F, .. "ELF"u8, 2, 1, 1, 0] },
        { "说明.txt", [.. "MZ"u8, 0x90, 0, 3, 0] },
        { "运行.txt", [.. "#!/bin/sh\nrm -rf /\n"u8] },
        { "setup.exe", [.. "MZ"u8, 0x90, 0] },
        { "setup.exe", Pdf },
        { "页面.html", [.. "<html><script>alert(1)</script>"u8] },
        { "页面.txt", [.. "\uFEFF \n<!DOCTYPE html><script>alert(1)</script>"u8] },
        { "页面.pdf", [.. "<html><script>alert(1)</script>"u8] },
        { "图.svg", [.. "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8] },
        { "图.png", [.. "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8] },
        { "空.pdf", [] },
        { "空.txt", [] },
        { "发票\u202Efdp.exe", Pdf },
        { "发票\u202Eexe.pdf", [.. "MZ"u8, 0x90, 0] },
        { "文档.docx", Bomb() },
        { "文档.docx", Word(("word/vbaProject.bin", "macro")) },
        { "文档.docx", Word(("word/embeddings/oleObject1.bin", "program")) },
        { "文档.docx", Word(($"{Up}{Up}etc/cron.d/x", "* * * * *")) },
        { "文档.docx", Zip(("[Content_Types].xml", "<Override ContentType='application/vnd.ms-word.document.macroEnabled.main+xml'/>"), ("word/document.xml", "<document/>")) },
        { "文档.docx", Zip(("run.js", "alert(1)")) },
        { "文档.docx", Word()[..^20] },
        { "文档.docx", Excel() },
        { "表.xlsx", Word() },
        { "表.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0] },
        { "档案.zip", Zip(("a.txt", "a")) },
        { "照片.png", Jpeg },
        { "名称", Pdf },
        { "..", Pdf },
        { "乱码.txt", [0xC3, 0x28, 0xFF, 0xFF, 0xFE] },
    };

    /// <summary>What is taken, by the name under which it comes.</summary>
    public static TheoryData<string, byte[]> Sound => new()
    {
        { "报告.pdf", Pdf },
        { "现场.JPG", Jpeg },
        { "现场.jpeg", Jpeg },
        { "截图.png", Png },
        { "总结.docx", Word() },
        { "清单.xlsx", Excel() },
        { "说明.txt", Text },
        { "国标.txt", [0xD5, 0xFB, 0xB8, 0xC4, 0xCD, 0xEA, 0xB3, 0xC9] },
    };
}
