using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Lianzhang.Platform.Reporting;

/// <summary>A cell of a table in a Word file.</summary>
internal sealed record PaperCell(string Text, int Span, int Width, JustificationValues Across)
{
    public bool IsHeading { get; init; }

    public bool IsBold { get; init; }

    public bool IsGrey { get; init; }

    /// <summary>Whether it begins or goes on with one that reaches down.</summary>
    public MergedCellValues? Merge { get; init; }
}

/// <summary>Lines and tables of a Word file, in the type of official papers.</summary>
internal static class DocumentParts
{
    private const string Font = "宋体";
    private const int RowHeight = 380;

    /// <param name="text">The line.</param>
    /// <param name="size">In half points.</param>
    /// <param name="isBold">Whether it is bold.</param>
    /// <param name="across">Where it stands.</param>
    /// <param name="before">The room above, in twentieths of a point.</param>
    /// <param name="after">The room below.</param>
    /// <param name="keepsNext">Whether what follows stays on its page.</param>
    public static Paragraph Line(string text, int size, bool isBold, JustificationValues across, int before = 0, int after = 0, bool keepsNext = false)
    {
        var properties = new ParagraphProperties();
        if (keepsNext)
            properties.Append(new KeepNext());
        properties.Append(new SpacingBetweenLines { Before = Said(before), After = Said(after) }, new Justification { Val = across });
        return new Paragraph(properties, Run(text, size, isBold));
    }

    /// <summary>Texts beside one another without lines.</summary>
    public static Table Plain(int width, params IReadOnlyList<string[]> rows)
    {
        // What stands on the right is longer: the document by which the form is asked.
        var left = width * 9 / 20;
        var table = new Table(
            new TableProperties(new TableWidth { Width = Said(width), Type = TableWidthUnitValues.Dxa }, new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(new DocumentFormat.OpenXml.Wordprocessing.GridColumn { Width = Said(left) }, new DocumentFormat.OpenXml.Wordprocessing.GridColumn { Width = Said(width - left) }));
        table.Append(rows.Select(row => new TableRow(
            new TableRowProperties(new CantSplit(), new TableRowHeight { Val = RowHeight, HeightType = HeightRuleValues.AtLeast }),
            Cell(new PaperCell(row[0], 1, left, JustificationValues.Left)),
            Cell(new PaperCell(row[1], 1, width - left, JustificationValues.Left)))));
        return table;
    }

    /// <summary>A table with lines around all cells, as yet without rows.</summary>
    public static Table Framed(IReadOnlyList<int> widths) => new(
        new TableProperties(
            new TableWidth { Width = Said(widths.Sum()), Type = TableWidthUnitValues.Dxa },
            new TableBorders(Edge<TopBorder>(8), Edge<LeftBorder>(8), Edge<BottomBorder>(8), Edge<RightBorder>(8), Edge<InsideHorizontalBorder>(4), Edge<InsideVerticalBorder>(4)),
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(new TableCellLeftMargin { Width = 70, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 70, Type = TableWidthValues.Dxa })),
        new TableGrid(widths.Select(width => new DocumentFormat.OpenXml.Wordprocessing.GridColumn { Width = Said(width) })));

    public static TableRow Row(bool isHeading, IEnumerable<PaperCell> cells)
    {
        var properties = new TableRowProperties(new CantSplit(), new TableRowHeight { Val = RowHeight, HeightType = HeightRuleValues.AtLeast });
        if (isHeading)
            properties.Append(new TableHeader());
        return new TableRow([properties, .. cells.Select(Cell)]);
    }

    public static Paragraph PageNumber() => new(
        new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
        Run("— ", 24, isBold: false), new SimpleField(Run("1", 24, isBold: false)) { Instruction = "PAGE" }, Run(" —", 24, isBold: false));

    private static TableCell Cell(PaperCell cell)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Said(cell.Width), Type = TableWidthUnitValues.Dxa });
        if (cell.Span > 1)
            properties.Append(new GridSpan { Val = cell.Span });
        if (cell.Merge is { } merge)
            properties.Append(new VerticalMerge { Val = merge });
        if (cell.IsHeading || cell.IsGrey)
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Fill = cell.IsGrey ? "D9D9D9" : "F2F2F2" });
        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new TableCell([properties, .. cell.Text.Split('\n').Select(line => Line(line, 20, cell.IsHeading || cell.IsBold, cell.Across))]);
    }

    private static Run Run(string text, int size, bool isBold)
    {
        var properties = new RunProperties(new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = Font });
        if (isBold)
            properties.Append(new Bold());
        properties.Append(new FontSize { Val = Said(size) });
        return new Run(properties, new Text(SheetCanvas.Writable(text)) { Space = SpaceProcessingModeValues.Preserve });
    }

    private static T Edge<T>(uint size)
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = size, Color = "000000" };

    private static string Said(int number) => number.ToString(CultureInfo.InvariantCulture);
}
