using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Location = Lianzhang.Core.Values.Location;
using Words = Lianzhang.Core.Values.Text;

namespace Lianzhang.Platform.Shared;

/// <summary>
/// Reads the sheet of an Excel workbook as CSV text with a line for each of its rows, so that messages name the row that Excel shows.
/// What a person does not see in it, or what would be guesswork, is refused.
/// </summary>
internal static class ReadWorkbook
{
    /// <summary>What is said of a file of old Excel, or of one with a password.</summary>
    public static Words OldFormat { get; } = ("这是旧版 .xls 或加密的工作簿，请另存为不加密的 .xlsx 或 CSV", "this is an old .xls file or an encrypted workbook; save it as .xlsx without a password, or as CSV");

    public static Outcome<SourceFile> Of(string name, byte[] bytes, Words? wanted = null) => Open(name, bytes, workbook => Read(workbook, new Location(name), wanted));

    /// <summary>Reads a workbook within the limits, or says why it is not read.</summary>
    public static Outcome<T> Open<T>(string name, byte[] bytes, Func<WorkbookPart, Outcome<T>> read)
        where T : class
    {
        var at = new Location(name);
        if (bytes is [0xD0, 0xCF, 0x11, 0xE0, ..])
            return Refuse<T>(at, OldFormat);
        try
        {
            if (IsTooLarge(bytes))
                return Refuse<T>(at, ($"工作簿解压后超过 {UnpackedSize.Most / 1_000_000} MB，不予读取；请只保留要导入的工作表", $"the workbook unpacks to more than {UnpackedSize.Most / 1_000_000} MB and is not read; keep only the sheet to import"));
            using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false, new OpenSettings { MaxCharactersInPart = UnpackedSize.Most });
            return Unwanted(document.WorkbookPart) is { } unwanted ? Refuse<T>(at, unwanted) : read(document.WorkbookPart ?? throw new InvalidDataException());
        }
        catch (Exception failure) when (failure is InvalidDataException or FileFormatException or OpenXmlPackageException or XmlException or IOException or FormatException or InvalidOperationException or ArgumentException or ArithmeticException)
        {
            return Refuse<T>(at, ("文件不是完好的 Excel 工作簿，请用 Excel 打开后另存为 .xlsx 或 CSV", "the file is not a sound Excel workbook; open it in Excel and save it as .xlsx or CSV"));
        }
    }

    // Nothing of it would run or be fetched here; but what a cell shows may be what a macro or another file put there.
    private static Words? Unwanted(WorkbookPart? workbook) =>
        workbook is null ? null
        : workbook.VbaProjectPart is not null || workbook.MacroSheetParts.Any()
            ? ("工作簿含有宏，不予读取；请另存为不含宏的 .xlsx", "the workbook has macros and is not read; save it as .xlsx without them")
        : workbook.ExternalWorkbookParts.Any() || workbook.ConnectionsPart is not null
            ? ("工作簿引用了其他文件或数据连接；请在 Excel 的“编辑链接”中断开链接，或粘贴为数值后再导入", "the workbook refers to other files or data connections; break the links in Excel, or paste the values, before the import")
        : (Words?)null;

    private static Outcome<SourceFile> Read(WorkbookPart workbook, Location at, Words? wanted)
    {
        var texts = CellTexts.Of(workbook);
        var read = new List<(string Name, SheetRows Rows)>();
        foreach (var sheet in Sheets(workbook, wanted))
        {
            if (workbook.GetPartById(sheet.Id!) is WorksheetPart part && SheetRows.Read(part, texts) is { HasCells: true } rows)
                read.Add((sheet.Name!, rows));
        }

        return read switch
        {
            [] => Refuse<SourceFile>(at, ("工作簿中没有数据", "the workbook has no data")),
            [var only] => only.Rows.Fault is { } fault ? Refuse<SourceFile>(at with { Line = only.Rows.FaultRow }, fault) : Outcome<SourceFile>.Of(new SourceFile(at.File, only.Rows.Csv())),
            _ => Refuse<SourceFile>(at, (
                $"有 {read.Count} 张工作表有内容（{string.Join('、', read.Select(each => each.Name))}），请只保留要导入的一张，其余删除或隐藏",
                $"{read.Count} sheets have content ({string.Join(", ", read.Select(each => each.Name))}); keep the one to import and delete or hide the others")),
        };
    }

    // Those that one sees, or of them the one that is wanted where it is there.
    private static List<Sheet> Sheets(WorkbookPart workbook, Words? wanted)
    {
        var visible = workbook.Workbook!.Sheets!.Elements<Sheet>().Where(sheet => (sheet.State?.Value ?? SheetStateValues.Visible) == SheetStateValues.Visible).ToList();
        return wanted is { } name && visible.Where(sheet => sheet.Name == name.Zh || sheet.Name == name.En).ToList() is [_, ..] named ? named : visible;
    }

    private static bool IsTooLarge(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        return UnpackedSize.IsOver(archive);
    }

    private static Outcome<T> Refuse<T>(Location at, Words message)
        where T : class => Outcome<T>.Failed(new Fault(at, message));
}
