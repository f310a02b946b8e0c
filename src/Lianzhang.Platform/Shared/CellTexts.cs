using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Shared;

/// <summary>Turns cells into the text that a person sees in them: days by their format, percentages with their sign, formulas by their last result.</summary>
internal sealed partial class CellTexts
{
    // The day that Excel counts from, and how many days later files of old Macintoshes begin.
    private static readonly DateTime Epoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    private const int MacintoshDays = 1462;

    // Formats that files name by number alone; those from 27 are Excel's in China.
    private static readonly Dictionary<uint, string> BuiltIn = new()
    {
        [9] = "0%",
        [10] = "0.00%",
        [14] = "yyyy-m-d",
        [15] = "d-mmm-yy",
        [16] = "d-mmm",
        [17] = "mmm-yy",
        [22] = "yyyy-m-d h:mm",
        [27] = "yyyy年m月",
        [30] = "m-d-yy",
        [31] = "yyyy年m月d日",
        [36] = "yyyy年m月",
        [50] = "yyyy年m月",
        [52] = "yyyy年m月",
        [55] = "yyyy年m月",
        [57] = "yyyy年m月",
    };

    private readonly IReadOnlyList<string> strings;
    private readonly IReadOnlyList<string> formats;
    private readonly bool isMacintosh;

    private CellTexts(IReadOnlyList<string> strings, IReadOnlyList<string> formats, bool isMacintosh) =>
        (this.strings, this.formats, this.isMacintosh) = (strings, formats, isMacintosh);

    public static CellTexts Of(WorkbookPart workbook)
    {
        var sheet = workbook.WorkbookStylesPart?.Stylesheet;
        var own = sheet?.NumberingFormats?.Elements<NumberingFormat>().ToDictionary(format => format.NumberFormatId!.Value, format => format.FormatCode!.Value!) ?? [];
        var ofCells = sheet?.CellFormats?.Elements<CellFormat>()
            .Select(format => format.NumberFormatId?.Value ?? 0)
            .Select(id => own.GetValueOrDefault(id) ?? BuiltIn.GetValueOrDefault(id) ?? string.Empty);
        return new CellTexts(Strings(workbook.SharedStringTablePart), [.. ofCells ?? []], workbook.Workbook!.WorkbookProperties?.Date1904?.Value == true);
    }

    public string Of(Cell cell)
    {
        var value = cell.CellValue?.Text ?? string.Empty;
        var type = cell.DataType?.Value ?? CellValues.Number;
        if (type == CellValues.InlineString)
            return Plain(cell.InlineString);
        if (type == CellValues.SharedString)
            return strings[int.Parse(value, CultureInfo.InvariantCulture)];
        // A formula that was never computed has no result; shown as it is, the row says why it cannot be used.
        if (value.Length == 0)
            return cell.CellFormula is { } formula ? $"={formula.Text}" : string.Empty;
        return type == CellValues.Number ? Number(double.Parse(value, CultureInfo.InvariantCulture), Format(cell)) : value;
    }

    private string Format(Cell cell) => cell.StyleIndex?.Value is { } style && style < formats.Count ? Unquoted().Replace(formats[(int)style], string.Empty).ToLowerInvariant() : string.Empty;

    // A file keeps the nearest binary fraction: the fifteen digits that Excel shows are what was typed.
    private string Number(double number, string format)
    {
        if (format.Contains('y', StringComparison.Ordinal) || (format.Contains('d', StringComparison.Ordinal) && format.Contains('m', StringComparison.Ordinal)))
        {
            var day = Epoch.AddDays(number + (isMacintosh ? MacintoshDays : 0));
            var shown = format.Contains('d', StringComparison.Ordinal) ? "yyyy-MM-dd" : format.Contains('m', StringComparison.Ordinal) ? "yyyy-MM" : "yyyy";
            return day.ToString(shown, CultureInfo.InvariantCulture);
        }

        return format.Contains('%', StringComparison.Ordinal) ? $"{Quantity.Number((decimal)(number * 100))}%" : Quantity.Number((decimal)number);
    }

    private static List<string> Strings(SharedStringTablePart? part)
    {
        var items = new List<string>();
        if (part is null)
            return items;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
                items.Add(Plain((SharedStringItem)reader.LoadCurrentElement()!));
        }

        return items;
    }

    // Its runs one after another, without the reading aids that some languages put beside them.
    private static string Plain(RstType? text) => text is null ? string.Empty : text.Text?.Text ?? string.Concat(text.Elements<DocumentFormat.OpenXml.Spreadsheet.Run>().Select(run => run.Text?.Text));

    // Text in quotation marks, colours and locales in brackets, escaped signs: nothing that says what kind of number it is.
    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", RegexOptions.None, 1000)]
    private static partial Regex Unquoted();
}
