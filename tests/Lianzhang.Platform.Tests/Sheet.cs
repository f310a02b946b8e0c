using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Lianzhang.Platform.Tests;

/// <summary>A sheet of a workbook that the product wrote, the only one unless another is named, as whoever opens it finds it.</summary>
internal sealed class Sheet(byte[] content, string? name = null) : IDisposable
{
    private readonly SpreadsheetDocument document = SpreadsheetDocument.Open(new MemoryStream(content), isEditable: false);

    public Worksheet Worksheet => ((WorksheetPart)document.WorkbookPart!.GetPartById(Own.Id!)).Worksheet!;

    public string Name => Own.Name!;

    private DocumentFormat.OpenXml.Spreadsheet.Sheet Own => document.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single(sheet => name is null || sheet.Name == name);

    public IReadOnlyList<string> DefinedNames => [.. document.WorkbookPart!.Workbook!.DefinedNames!.Elements<DefinedName>().Select(name => $"{name.Name}={name.Text}")];

    /// <summary>What is not as the file format has it.</summary>
    public IReadOnlyList<string> Faults => [.. new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(fault => $"{fault.Path?.XPath}: {fault.Description}")];

    /// <summary>Title, note, titles of columns, rows.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows => [.. Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList())];

    /// <summary>The line below the title.</summary>
    public string Note => Rows[1][0];

    /// <summary>The rows below the titles of the columns.</summary>
    public IReadOnlyList<IReadOnlyList<string>> List => [.. Rows.Skip(3)];

    /// <summary>The format by which a cell shows its number; columns and rows count from 0, in the list.</summary>
    public string? Format(int row, int column)
    {
        var sheet = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;
        var cell = Worksheet.Descendants<Row>().ElementAt(row + 3).Elements<Cell>().ElementAt(column);
        var number = sheet.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value).NumberFormatId!.Value;
        return sheet.NumberingFormats!.Elements<NumberingFormat>().SingleOrDefault(format => format.NumberFormatId!.Value == number)?.FormatCode;
    }

    public void Dispose() => document.Dispose();
}
