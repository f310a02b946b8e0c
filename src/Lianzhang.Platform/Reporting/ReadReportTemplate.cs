using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Location = Lianzhang.Core.Values.Location;
using Words = Lianzhang.Core.Values.Text;

namespace Lianzhang.Platform.Reporting;

/// <summary>A cell of a workbook that was filled in: what it is for, what stands in it, and what stood in it when it was made.</summary>
internal sealed record FilledCell(IReadOnlyList<string> Keys, string Address, string Text, string Was, bool IsFormula)
{
    public bool IsChanged => Text != Was;
}

/// <summary>What was filled into a workbook.</summary>
internal sealed record FilledTemplate(WorkbookIdentity Identity, IReadOnlyList<FilledCell> Cells, IReadOnlyList<FilledCell> Remarks);

/// <summary>Reads a workbook that was made by <see cref="WriteReportTemplate"/>, by what is hidden in it and never by position alone.</summary>
internal static class ReadReportTemplate
{
    private static readonly Words NoIdentity = ("不是从本系统下载的报表模板：没有找到报表标识。请下载模板，填写后上传", "it is no template of this product: it does not say which report it is; download the template and fill it in");

    private static readonly Words Damaged = ("模板的标识或单元格对应关系已损坏，请重新下载模板，把数据粘贴到新模板后上传", "what the template says of itself is damaged; download it anew and paste the values into it");

    /// <summary>What was filled in, or why nothing of the file is taken.</summary>
    public static Outcome<FilledTemplate> Of(string name, byte[] bytes) => ReadWorkbook.Open(name, bytes, workbook => Read(workbook, new Location(name)));

    /// <summary>Who a workbook is, with the cells of the sheet that is filled in.</summary>
    public static Outcome<MappedSheet> Mapped(WorkbookPart workbook, Location at)
    {
        var texts = CellTexts.Of(workbook);
        if (WorkbookIdentity.Read(workbook, texts) is not var (identity, cells))
            return Refused<MappedSheet>(at, NoIdentity);
        if (cells.Count == 0 || workbook.Workbook!.Sheets!.Elements<Sheet>().FirstOrDefault(sheet => sheet.Name == identity.Sheet) is not { } form || workbook.GetPartById(form.Id!) is not WorksheetPart part)
            return Refused<MappedSheet>(at, Damaged);
        return Outcome<MappedSheet>.Of(new MappedSheet(identity, cells, SheetCells.Read(part, texts)));
    }

    public static Outcome<T> Refused<T>(Location at, Words what)
        where T : class => Outcome<T>.Failed(new Fault(at, what));

    private static Outcome<FilledTemplate> Read(WorkbookPart workbook, Location at)
    {
        var read = Mapped(workbook, at);
        if (!read.Succeeded(out var found))
            return Outcome<FilledTemplate>.Failed(read.Faults);
        var (identity, mapped, sheet) = found;
        foreach (var cell in mapped)
        {
            if (Fault(cell, sheet) is { } fault)
                return Refused<FilledTemplate>(at with { Line = SheetCells.Place(cell.Address).Row }, fault);
        }

        return Outcome<FilledTemplate>.Of(new FilledTemplate(identity, Filled(mapped, sheet, MappedKind.Value), Filled(mapped, sheet, MappedKind.Remark)));
    }

    private static Words? Fault(MappedCell cell, SheetCells sheet)
    {
        var place = SheetCells.Place(cell.Address);
        var text = sheet.At(place);
        if (cell.Kind == MappedKind.Anchor)
        {
            return text == cell.Keys[0] ? null : (
                $"单元格 {cell.Address} 应为代码“{cell.Keys[0]}”，实为“{text}”：表格的行列被增删或移动，请重新下载模板填写",
                $"cell {cell.Address} should have the code {cell.Keys[0]} and has '{text}': rows or columns were moved; download the template anew");
        }

        // What a person does not see, nobody can answer for.
        return text.Length > 0 && sheet.IsHidden(place)
            ? ($"单元格 {cell.Address} 有内容，但所在的行或列被隐藏；请取消隐藏，核对后再上传", $"cell {cell.Address} has content in a row or column that is hidden; show it, look at it, and upload again")
            : null;
    }

    private static List<FilledCell> Filled(IReadOnlyList<MappedCell> mapped, SheetCells sheet, MappedKind kind) =>
    [
        .. from cell in mapped
           where cell.Kind == kind
           let place = SheetCells.Place(cell.Address)
           select new FilledCell(cell.Keys, cell.Address, sheet.At(place), cell.Was, sheet.IsFormula(place)),
    ];
}

/// <summary>A sheet with what its cells are for.</summary>
internal sealed record MappedSheet(WorkbookIdentity Identity, IReadOnlyList<MappedCell> Cells, SheetCells Sheet);
