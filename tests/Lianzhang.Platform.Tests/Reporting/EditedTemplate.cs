using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Lianzhang.Platform.Reporting;

namespace Lianzhang.Platform.Tests.Reporting;

/// <summary>A template that somebody fills in and saves, as Excel and WPS do it.</summary>
internal sealed class EditedTemplate
{
    private readonly byte[] template;
    private readonly SpreadsheetDocument document;
    private readonly Func<byte[]> saved;

    public EditedTemplate(byte[] template)
    {
        this.template = template;
        var stream = new MemoryStream();
        stream.Write(template);
        document = SpreadsheetDocument.Open(stream, isEditable: true);
        saved = stream.ToArray;
    }

    private WorkbookPart Workbook => document.WorkbookPart!;

    public EditedTemplate Number(string key, string value) => Change(AddressOf(key), cell =>
    {
        cell.DataType = null;
        cell.Append(new CellValue(value));
    });

    /// <summary>Text in the table of strings, as Excel keeps what is typed.</summary>
    public EditedTemplate Text(string key, string text) => TextAt(AddressOf(key), text);

    public EditedTemplate Remark(string key, string text) => TextAt(Read().Remarks.Single(remark => remark.Keys.Contains(key)).Address, text);

    public EditedTemplate TextAt(string address, string text) => Change(address, cell =>
    {
        cell.DataType = CellValues.SharedString;
        cell.Append(new CellValue($"{Shared(text)}"));
    });

    public EditedTemplate Clear(string key) => Change(AddressOf(key), cell => cell.DataType = null);

    public EditedTemplate Formula(string key, string formula, string result) => Change(AddressOf(key), cell =>
    {
        cell.DataType = null;
        cell.Append(new CellFormula(formula), new CellValue(result));
    });

    public EditedTemplate HideRowOf(string key)
    {
        CellAt(Form(), AddressOf(key)).Ancestors<Row>().Single().Hidden = true;
        return this;
    }

    public EditedTemplate HideColumnOf(string key)
    {
        var column = SheetCells.Place(AddressOf(key)).Column;
        Form().Worksheet!.GetFirstChild<Columns>()!.Elements<Column>().Single(one => one.Min! == (uint)column).Hidden = true;
        return this;
    }

    public EditedTemplate With(Action<WorkbookPart> change)
    {
        change(Workbook);
        return this;
    }

    /// <summary>Changes a cell of the sheet that nobody sees.</summary>
    public EditedTemplate Hidden(string address, string text)
    {
        var sheet = Workbook.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single(sheet => sheet.Name == WorkbookIdentity.HiddenName);
        var cell = CellAt((WorksheetPart)Workbook.GetPartById(sheet.Id!), address);
        cell.RemoveAllChildren();
        (cell.DataType, cell.InlineString) = (CellValues.InlineString, new InlineString(new Text(text)));
        return this;
    }

    /// <summary>Every text in the table of strings, as after opening and saving.</summary>
    public EditedTemplate Resaved()
    {
        foreach (var cell in Workbook.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<Cell>()).Where(cell => cell.DataType?.Value == CellValues.InlineString).ToList())
        {
            var text = cell.InlineString!.InnerText;
            cell.RemoveAllChildren();
            cell.DataType = CellValues.SharedString;
            cell.Append(new CellValue($"{Shared(text)}"));
        }

        return this;
    }

    public byte[] Build()
    {
        document.Dispose();
        return saved();
    }

    private FilledTemplate Read() => ReadReportTemplate.Of("template.xlsx", template).Value!;

    private string AddressOf(string key) => Read().Cells.Single(cell => cell.Keys[0] == key).Address;

    private WorksheetPart Form() => (WorksheetPart)Workbook.GetPartById(Workbook.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First().Id!);

    private static Cell CellAt(WorksheetPart part, string address) => part.Worksheet!.Descendants<Cell>().Single(cell => cell.CellReference == address);

    private EditedTemplate Change(string address, Action<Cell> change)
    {
        var cell = CellAt(Form(), address);
        cell.RemoveAllChildren();
        change(cell);
        return this;
    }

    private int Shared(string text)
    {
        var part = Workbook.SharedStringTablePart ?? Workbook.AddNewPart<SharedStringTablePart>();
        part.SharedStringTable ??= new SharedStringTable();
        part.SharedStringTable.Append(new SharedStringItem(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
        return part.SharedStringTable.Elements<SharedStringItem>().Count() - 1;
    }
}
