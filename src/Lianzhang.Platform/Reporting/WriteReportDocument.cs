using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Reporting;

/// <summary>Writes a report as a Word file: the tables as on paper, with room for names and seal.</summary>
internal sealed class WriteReportDocument
{
    // The width of an A4 page between its margins, in twentieths of a point, upright and across.
    private const int Upright = 9638;
    private const int Across = 14570;

    private readonly FormPaper paper;
    private readonly FormGrid grid;
    private readonly Body body = new();

    private WriteReportDocument(FormPaper paper) => (this.paper, grid) = (paper, new FormGrid(paper.Sheet, paper.Period, hasBefore: false));

    private int PageWidth => grid.IsAcross ? Across : Upright;

    public static byte[] Of(FormPaper paper)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new Footer(DocumentParts.PageNumber());
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document(new WriteReportDocument(paper).Write(main.GetIdOfPart(footer)));
        }

        return stream.ToArray();
    }

    private Body Write(string footer)
    {
        body.Append(DocumentParts.Line(paper.Form.Name.Zh, 40, isBold: true, JustificationValues.Center, after: 240));
        body.Append(DocumentParts.Plain(PageWidth, [.. paper.Head.Select(line => (string[])[line.Left, line.Right])]));
        foreach (var section in paper.Form.Sections)
        {
            body.Append(DocumentParts.Line(section.Name.Zh, 22, isBold: true, JustificationValues.Left, before: 160, after: 60, keepsNext: true));
            body.Append(Section(section));
        }

        foreach (var (index, note) in paper.Notes.Index())
            body.Append(DocumentParts.Line(index == 0 ? $"填报说明：1. {note}" : $"{index + 1}. {note}", 18, isBold: false, JustificationValues.Left, before: index == 0 ? 160 : 0));
        body.Append(DocumentParts.Line(string.Empty, 21, isBold: false, JustificationValues.Left));
        body.Append(DocumentParts.Plain(PageWidth, ["单位负责人（签字）：", "填表人（签字）："], ["联系电话：", "报出日期：　　　年　　月　　日"], [string.Empty, "（单位公章）"]));
        body.Append(new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
            grid.IsAcross ? new PageSize { Width = 16838, Height = 11906, Orient = PageOrientationValues.Landscape } : new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 1134, Bottom = 1134, Left = 1134, Right = 1134, Header = 567, Footer = 567 }));
        return body;
    }

    private Table Section(FormSection section)
    {
        var columns = grid.Columns(section);
        var table = DocumentParts.Framed([.. Enumerable.Range(1, grid.Remark).Select(column => Twips(column, column))]);
        var all = Headings(section, columns);
        var cells = new List<(int Top, int Bottom, int From, int To, string Word)>();
        FormHeadings.Draw(all, cells.Add);
        for (var line = 0; line < FormHeadings.Depth(all); line++)
        {
            var at = line;
            table.Append(DocumentParts.Row(isHeading: true, cells.Where(cell => cell.Top <= at && at <= cell.Bottom).OrderBy(cell => cell.From).Select(cell =>
                new PaperCell(cell.Top == at ? cell.Word : string.Empty, cell.To - cell.From + 1, Twips(cell.From, cell.To), JustificationValues.Center)
                {
                    IsHeading = true,
                    Merge = cell.Top == cell.Bottom ? null : cell.Top == at ? MergedCellValues.Restart : MergedCellValues.Continue,
                })));
        }

        foreach (var row in Rows(section, columns))
            table.Append(DocumentParts.Row(isHeading: false, row));
        return table;
    }

    private static List<GridColumn> Headings(FormSection section, IReadOnlyList<GridColumn> columns)
    {
        GridColumn One(IReadOnlyList<string> heading, int from, int to) => new(heading, GridContent.Value, null, from, to);
        return
        [
            .. section.Repeat is null
                ? (GridColumn[])[One(["指标名称"], FormGrid.Name, FormGrid.Name), One(["计量单位"], FormGrid.Unit, FormGrid.Unit), One(["代码"], FormGrid.Code, FormGrid.Code)]
                : [One(FormHeadings.Named(section.Columns[0]), FormGrid.Name, FormGrid.Unit), One(["序号"], FormGrid.Code, FormGrid.Code)],
            .. columns.Select(column => section.Repeat is not null && column.Column is { } own ? column with { Heading = FormHeadings.Named(own) } : column),
            One(["说明"], columns[^1].To + 1, columns[^1].To + 1),
        ];
    }

    private IEnumerable<IEnumerable<PaperCell>> Rows(FormSection section, IReadOnlyList<GridColumn> columns)
    {
        if (section.Repeat is not { } repeat)
            return (section.Rows ?? []).Select(row => Fixed(row, grid.Cells(section, row), columns));
        return Enumerable.Range(1, repeat.Most).Select(number => section.Columns.Select(column => paper.Sheet.At(section, number, column)).ToList())
            // Of the rows that were not added, one shows that there are none.
            .Where(cells => cells[0].Number == 1 || cells.Exists(cell => paper.Content.Find(cell.Key) is not null)).Select(cells => Repeated(cells, columns));
    }

    private IEnumerable<PaperCell> Fixed(FormRow row, IReadOnlyList<FormCell> cells, IReadOnlyList<GridColumn> columns)
    {
        yield return Cell(new string('　', row.Level) + row.Name.Zh, FormGrid.Name, FormGrid.Name, JustificationValues.Left) with { IsBold = cells.Count == 0 };
        yield return Cell(string.Join('、', cells.Select(cell => cell.Unit?.Symbol).OfType<string>().Distinct()), FormGrid.Unit, FormGrid.Unit, JustificationValues.Center);
        yield return Cell(row.Code, FormGrid.Code, FormGrid.Code, JustificationValues.Center);
        if (row.Kind != CellKind.Number)
        {
            yield return Filled(cells[0], columns[0].From, columns[^1].To);
        }
        else
        {
            foreach (var column in columns)
                yield return paper.Sheet.At(row, column.Column!) is { } cell ? Filled(cell, column.From, column.To) : Cell(string.Empty, column.From, column.To, JustificationValues.Center) with { IsGrey = cells.Count > 0 };
        }

        yield return Remark(cells);
    }

    private IEnumerable<PaperCell> Repeated(IReadOnlyList<FormCell> cells, IReadOnlyList<GridColumn> columns)
    {
        yield return Filled(cells[0], FormGrid.Name, FormGrid.Unit);
        yield return Cell(Quantity.Number(cells[0].Number), FormGrid.Code, FormGrid.Code, JustificationValues.Center);
        foreach (var column in columns)
            yield return cells.FirstOrDefault(cell => cell.Column == column.Column) is { } cell ? Filled(cell, column.From, column.To) : Cell(string.Empty, column.From, column.To, JustificationValues.Center);
        yield return Remark(cells);
    }

    private PaperCell Filled(FormCell cell, int from, int to) => ReadCell.Of(cell, paper.Content.Find(cell.Key)) switch
    {
        { State: FactState.Value or FactState.Zero, Words: null } answer => Cell(answer.Amount.ToString("#,##0.############", System.Globalization.CultureInfo.InvariantCulture), from, to, JustificationValues.Right),
        _ => Cell(paper.Content.Find(cell.Key)?.Typed ?? string.Empty, from, to, cell.Kind == CellKind.Text ? JustificationValues.Left : JustificationValues.Center),
    };

    private PaperCell Remark(IReadOnlyList<FormCell> cells) => Cell(CellRemark.Write(cells, paper.Content), grid.Remark, grid.Remark, JustificationValues.Left);

    private PaperCell Cell(string text, int from, int to, JustificationValues across) => new(text, to - from + 1, Twips(from, to), across);

    private int Twips(int from, int to) => (int)(grid.Width(from, to) / grid.Width(1, grid.Remark) * PageWidth);
}
