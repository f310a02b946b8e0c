using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Reporting;

/// <summary>The sheet of a marked copy that lists what was found, with links to the cells.</summary>
internal static class FindingSheet
{
    private static readonly string[] Headings = ["序号", "单元格", "处理", "问题"];
    private static readonly double[] Widths = [6, 14, 14, 90];

    /// <summary>The sentences of the findings by the first of their cells.</summary>
    public static IReadOnlyList<(SheetPlace At, string Text)> Comments(IReadOnlyList<Finding> findings, IReadOnlyDictionary<string, SheetPlace> places) =>
    [
        .. findings.SelectMany(finding => finding.Cells.Where(places.ContainsKey), (finding, key) => (At: places[key], finding.Sentence.Zh))
            .GroupBy(one => one.At, one => one.Zh).Select(group => (group.Key, string.Join('\n', group.Distinct()))),
    ];

    public static WorksheetPart Add(WorkbookPart workbook, IReadOnlyList<Finding> findings, IReadOnlyDictionary<string, SheetPlace> places, string form)
    {
        var canvas = new SheetCanvas();
        canvas.Text(new SheetPlace(1, 1), new SheetPlace(1, Widths.Length), "问题清单", FormStyles.Title);
        canvas.Height(1, 30);
        foreach (var (index, heading) in Headings.Index())
            canvas.Text(new SheetPlace(2, index + 1), heading, FormStyles.Heading);
        var links = new Hyperlinks();
        foreach (var (index, finding) in findings.Index())
        {
            var row = index + 3;
            canvas.Text(new SheetPlace(row, 1), Quantity.Number(index + 1), FormStyles.Centre);
            canvas.Text(new SheetPlace(row, 2), string.Empty, FormStyles.List);
            if (finding.Cells.FirstOrDefault(places.ContainsKey) is { } key)
            {
                var place = places[key].ToString();
                canvas.Text(new SheetPlace(row, 2), place, FormStyles.Link);
                links.Append(new Hyperlink { Reference = new SheetPlace(row, 2).ToString(), Location = $"'{form}'!{place}", Display = place });
            }

            canvas.Text(new SheetPlace(row, 3), finding.Weight == CheckWeight.Hard ? "须更正" : "更正或说明", FormStyles.List);
            canvas.Text(new SheetPlace(row, 4), finding.Sentence.Zh, FormStyles.List);
            canvas.Fit(row, finding.Sentence.Zh, Widths[3]);
        }

        var part = workbook.AddNewPart<WorksheetPart>();
        part.Worksheet = Sheet(canvas, links);
        return part;
    }

    private static Worksheet Sheet(SheetCanvas canvas, Hyperlinks links)
    {
        var sheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView(new Pane { VerticalSplit = 2, TopLeftCell = "A3", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { ShowGridLines = false, WorkbookViewId = 0 }),
            new Columns(Widths.Select((width, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = width, CustomWidth = true })),
            canvas.Data(),
            canvas.Merges()!);
        if (links.HasChildren)
            sheet.Append(links);
        sheet.Append(
            new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.7, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        return sheet;
    }
}
