using DocumentFormat.OpenXml.Spreadsheet;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Reporting;

/// <summary>The looks of the cells of a form, by their numbers: as forms are printed in China, with what is to be filled in tinted.</summary>
internal static class FormStyles
{
    public const uint Title = 1;
    public const uint Line = 2;
    public const uint Heading = 3;
    public const uint Label = 4;
    public const uint LabelIndented = 5;
    public const uint LabelDeep = 6;
    public const uint LabelBold = 7;
    public const uint Centre = 8;
    public const uint Grey = 9;
    public const uint Before = 10;
    public const uint Note = 11;
    public const uint Section = 12;
    public const uint Signature = 13;
    public const uint Remark = 14;
    public const uint InputText = 15;
    public const uint InputChoice = 16;
    public const uint RedText = 17;
    public const uint YellowText = 18;
    public const uint List = 19;
    public const uint Link = 20;

    // From here on, one for each number of decimals, plain, red and yellow.
    private const uint FirstInput = 21;
    private const uint PerTint = Conventions.Decimals + 2;

    private const string Plain = "宋体";
    private const string Strong = "黑体";

    // The fills by their places in the sheet of styles.
    private const uint None = 0;
    private const uint Shaded = 2;
    private const uint Greyed = 3;
    private const uint Open = 4;
    private const uint Red = 5;
    private const uint Yellow = 6;

    // Numbers below this are Excel's own formats.
    private const uint FirstFormat = 164;

    public enum Tint
    {
        Plain,
        Red,
        Yellow,
    }

    /// <summary>A cell for a number: empty ones are as Excel shows what is typed, others with the decimals that they have.</summary>
    public static uint Input(Tint tint, int? decimals = null) => FirstInput + ((uint)tint * PerTint) + (decimals is { } some ? (uint)Math.Min(some, Conventions.Decimals) + 1 : 0);

    /// <summary>A cell for words, in its tint.</summary>
    public static uint Words(Tint tint, uint plain) => tint switch { Tint.Plain => plain, Tint.Red => RedText, Tint.Yellow => YellowText };

    public static Stylesheet Sheet() => new(
        new NumberingFormats(Enumerable.Range(0, Conventions.Decimals + 1).Select(decimals => new NumberingFormat { NumberFormatId = FirstFormat + (uint)decimals, FormatCode = decimals == 0 ? "#,##0" : $"#,##0.{new string('0', decimals)}" })),
        new Fonts(Letters(10.5), Letters(18, Strong), Letters(10.5, Strong), Letters(10.5, Plain, "FF7F7F7F"), Letters(9.5, Plain, "FF404040"), Letters(10.5, Plain, "FF0563C1")),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            Filled("FFE8EFF8"), Filled("FFD9D9D9"), Filled("FFFFFBE0"), Filled("FFF8CBAD"), Filled("FFFFE699")),
        new Borders(new Border(), Frame()),
        new CellFormats([
            new CellFormat(),
            Look(1, None, false, HorizontalAlignmentValues.Center),
            Look(0, None, false, HorizontalAlignmentValues.Left),
            Look(2, Shaded, true, HorizontalAlignmentValues.Center),
            Look(0, None, true, HorizontalAlignmentValues.Left),
            Look(0, None, true, HorizontalAlignmentValues.Left, indent: 2),
            Look(0, None, true, HorizontalAlignmentValues.Left, indent: 4),
            Look(2, None, true, HorizontalAlignmentValues.Left),
            Look(0, None, true, HorizontalAlignmentValues.Center),
            Look(0, Greyed, true, HorizontalAlignmentValues.Center),
            Look(3, None, true, HorizontalAlignmentValues.Right),
            Look(4, None, false, HorizontalAlignmentValues.Left),
            Look(2, None, false, HorizontalAlignmentValues.Left),
            Look(0, None, false, HorizontalAlignmentValues.Left, isOpen: true),
            Look(0, Open, true, HorizontalAlignmentValues.Left, isOpen: true),
            Look(0, Open, true, HorizontalAlignmentValues.Left, isOpen: true),
            Look(0, Open, true, HorizontalAlignmentValues.Center, isOpen: true),
            Look(0, Red, true, HorizontalAlignmentValues.Left, isOpen: true),
            Look(0, Yellow, true, HorizontalAlignmentValues.Left, isOpen: true),
            Look(0, None, true, HorizontalAlignmentValues.Left),
            Look(5, None, true, HorizontalAlignmentValues.Left),
            .. Inputs(Open), .. Inputs(Red), .. Inputs(Yellow),
        ]));

    private static IEnumerable<CellFormat> Inputs(uint fill) => Enumerable.Range(-1, (int)PerTint).Select(decimals =>
    {
        var look = Look(0, fill, true, HorizontalAlignmentValues.Right, isOpen: true);
        (look.NumberFormatId, look.ApplyNumberFormat) = (decimals < 0 ? 0 : FirstFormat + (uint)decimals, true);
        return look;
    });

    private static CellFormat Look(uint font, uint fill, bool isFramed, HorizontalAlignmentValues across, uint indent = 0, bool isOpen = false)
    {
        var look = new CellFormat(new Alignment { Horizontal = across, Vertical = VerticalAlignmentValues.Center, WrapText = true, Indent = indent == 0 ? null : indent })
        {
            FontId = font,
            FillId = fill,
            BorderId = isFramed ? 1u : 0u,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyAlignment = true,
        };
        if (isOpen)
        {
            look.ApplyProtection = true;
            look.Append(new Protection { Locked = false });
        }

        return look;
    }

    private static Font Letters(double size, string name = Plain, string? colour = null) => colour is null
        ? new Font(new FontSize { Val = size }, new FontName { Val = name })
        : new Font(new FontSize { Val = size }, new Color { Rgb = colour }, new FontName { Val = name });

    private static Fill Filled(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid });

    private static Border Frame() => new(Edge<LeftBorder>(), Edge<RightBorder>(), Edge<TopBorder>(), Edge<BottomBorder>(), new DiagonalBorder());

    private static T Edge<T>()
        where T : BorderPropertiesType, new() => new() { Style = BorderStyleValues.Thin, Color = new Color { Rgb = "FF7F7F7F" } };
}
