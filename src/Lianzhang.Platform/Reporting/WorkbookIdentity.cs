using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Lianzhang.Platform.Reporting;

/// <summary>What a mapped cell of a workbook is for.</summary>
internal enum MappedKind
{
    /// <summary>A cell of the form.</summary>
    Value,

    /// <summary>The reasons and comments of the cells of a row.</summary>
    Remark,

    /// <summary>A locked word by which it is seen that rows or columns were moved.</summary>
    Anchor,

    /// <summary>A unit with its report, in a workbook of many.</summary>
    Unit,
}

/// <summary>Which cell of a sheet is what.</summary>
/// <param name="Address">Where it stands; the code of the unit in a workbook of many.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Keys">The keys of the cells of the form.</param>
/// <param name="Was">What stood in it when the workbook was made.</param>
internal sealed record MappedCell(string Address, MappedKind Kind, IReadOnlyList<string> Keys, string Was = "");

/// <summary>Which report a workbook is, kept in it on a sheet that nobody sees.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="FormVersion">Version of the form.</param>
/// <param name="Programme">Version of the programme.</param>
/// <param name="Period">The period.</param>
/// <param name="Unit">Code of the unit; empty in a workbook of many.</param>
/// <param name="Report">The report, or the round in a workbook of many.</param>
/// <param name="Sheet">The sheet that is filled in.</param>
internal sealed record WorkbookIdentity(string Form, string FormVersion, int Programme, string Period, string Unit, Guid Report, string Sheet)
{
    /// <summary>The sheet that nobody sees.</summary>
    public const string HiddenName = "_lianzhang";

    private const string Mark = "lianzhang-report-1";
    private const int Fields = 7;
    private const char Between = '|';

    /// <summary>The hidden sheet: a mark, who it is, a sum over all of it, and the cells.</summary>
    public SheetCanvas Draw(IReadOnlyList<MappedCell> cells)
    {
        var canvas = new SheetCanvas();
        canvas.Text(new SheetPlace(1, 1), Mark, 0);
        canvas.Text(new SheetPlace(1, 2), Sum(cells), 0);
        foreach (var (index, field) in All().Index())
            canvas.Text(new SheetPlace(2, index + 1), field, 0);
        foreach (var (index, cell) in cells.Index())
        {
            foreach (var (place, field) in new[] { cell.Address, cell.Kind.ToString(), string.Join(Between, cell.Keys), cell.Was }.Index())
                canvas.Text(new SheetPlace(index + 3, place + 1), field, 0);
        }

        return canvas;
    }

    /// <summary>Who a workbook is; null where it says nothing of it, and no cells where what it says was changed.</summary>
    public static (WorkbookIdentity Identity, IReadOnlyList<MappedCell> Cells)? Read(WorkbookPart workbook, Shared.CellTexts texts)
    {
        if (workbook.Workbook!.Sheets!.Elements<Sheet>().FirstOrDefault(sheet => sheet.Name == HiddenName) is not { } hidden)
            return null;
        var sheet = SheetCells.Read((WorksheetPart)workbook.GetPartById(hidden.Id!), texts);
        if (sheet.At(new SheetPlace(1, 1)) != Mark)
            return null;
        var fields = Enumerable.Range(1, Fields).Select(column => sheet.At(new SheetPlace(2, column))).ToList();
        if (!int.TryParse(fields[2], CultureInfo.InvariantCulture, out var programme) || !Guid.TryParse(fields[5], out var report))
            return (new WorkbookIdentity(fields[0], fields[1], 0, fields[3], fields[4], Guid.Empty, fields[6]), []);
        var identity = new WorkbookIdentity(fields[0], fields[1], programme, fields[3], fields[4], report, fields[6]);
        var cells = Enumerable.Range(3, Math.Max(0, sheet.LastRow - 2)).Select(row => Cell(sheet, row)).OfType<MappedCell>().ToList();
        return (identity, identity.Sum(cells) == sheet.At(new SheetPlace(1, 2)) ? cells : []);
    }

    /// <summary>A text as a workbook gives it back.</summary>
    public static string Plain(string text) => SheetCanvas.Writable(text).ReplaceLineEndings("\n").Trim();

    private static MappedCell? Cell(SheetCells sheet, int row) => Enum.TryParse<MappedKind>(sheet.At(new SheetPlace(row, 2)), out var kind)
        ? new MappedCell(sheet.At(new SheetPlace(row, 1)), kind, sheet.At(new SheetPlace(row, 3)).Split(Between), sheet.At(new SheetPlace(row, 4)))
        : null;

    private string[] All() => [Form, FormVersion, Programme.ToString(CultureInfo.InvariantCulture), Period, Unit, Report.ToString(), Sheet];

    // No secret: it shows what was damaged, not what was forged; whether one may write a report is asked of the account.
    private string Sum(IReadOnlyList<MappedCell> cells) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', All().Concat(cells.Select(cell => $"{cell.Address}\t{cell.Kind}\t{string.Join(Between, cell.Keys)}\t{cell.Was}"))))));
}
