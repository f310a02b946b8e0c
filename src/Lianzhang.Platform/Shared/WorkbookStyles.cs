using DocumentFormat.OpenXml.Spreadsheet;

namespace Lianzhang.Platform.Shared;

/// <summary>The looks of cells in a workbook, by their numbers.</summary>
internal static class WorkbookStyles
{
    public const uint Title = 1;
    public const uint Note = 2;
    public const uint Heading = 3;
    public const uint Text = 4;
    public const uint Whole = 5;
    public const uint Date = 6;
    public const uint Instant = 7;
    public const uint Unit = 8;

    // One for each number of decimals that an amount can have.
    private const uint FirstNumber = 9;

    // Numbers below this are Excel's own formats.
    private const uint FirstFormat = 164;

    // 宋体 is on every machine of an office in China; where it is missing another takes its place.
    private const string Font = "宋体";

    public static uint Number(int decimals) => FirstNumber + (uint)decimals;

    public static Stylesheet Sheet() => new(
        new NumberingFormats(Formats().Select((format, index) => new NumberingFormat { NumberFormatId = FirstFormat + (uint)index, FormatCode = format })),
        new Fonts(Letters(11, isBold: false), Letters(11, isBold: true), Letters(16, isBold: true)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE8EFF8" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border(), Frame()),
        new CellFormats([
            new CellFormat(),
            new CellFormat { FontId = 2, ApplyFont = true },
            new CellFormat(),
            new CellFormat(Align(HorizontalAlignmentValues.Center, wraps: true)) { FontId = 1, FillId = 2, BorderId = 1, ApplyFont = true, ApplyFill = true, ApplyBorder = true, ApplyAlignment = true },
            Cell(HorizontalAlignmentValues.Left, 0, wraps: true),
            Cell(HorizontalAlignmentValues.Center, 1),
            Cell(HorizontalAlignmentValues.Center, FirstFormat),
            Cell(HorizontalAlignmentValues.Center, FirstFormat + 1),
            Cell(HorizontalAlignmentValues.Center, 0),
            .. Enumerable.Range(0, Conventions.Decimals + 1).Select(decimals => Cell(HorizontalAlignmentValues.Right, FirstFormat + 2 + (uint)decimals)),
        ]));

    private static IEnumerable<string> Formats() =>
        ["yyyy-mm-dd", "yyyy-mm-dd hh:mm", .. Enumerable.Range(0, Conventions.Decimals + 1).Select(decimals => decimals == 0 ? "#,##0" : $"#,##0.{new string('0', decimals)}")];

    private static Font Letters(double size, bool isBold) => isBold
        ? new Font(new Bold(), new FontSize { Val = size }, new FontName { Val = Font })
        : new Font(new FontSize { Val = size }, new FontName { Val = Font });

    private static CellFormat Cell(HorizontalAlignmentValues horizontal, uint format, bool wraps = false) =>
        new(Align(horizontal, wraps)) { NumberFormatId = format, BorderId = 1, ApplyNumberFormat = true, ApplyBorder = true, ApplyAlignment = true };

    private static Alignment Align(HorizontalAlignmentValues horizontal, bool wraps) => new() { Horizontal = horizontal, Vertical = VerticalAlignmentValues.Center, WrapText = wraps };

    private static Border Frame() => new(
        Line<LeftBorder>(), Line<RightBorder>(), Line<TopBorder>(), Line<BottomBorder>(), new DiagonalBorder());

    private static T Line<T>()
        where T : BorderPropertiesType, new() => new() { Style = BorderStyleValues.Thin, Color = new Color { Rgb = "FFBFBFBF" } };
}
