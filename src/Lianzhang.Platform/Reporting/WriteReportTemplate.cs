using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Lianzhang.Platform.Reporting;

/// <summary>
/// Writes a report as a workbook to fill in: the form as on paper, locked but for what is filled in, and hidden in it whose it is. With
/// findings, what they are about is coloured and commented, and a second sheet lists them.
/// </summary>
internal static class WriteReportTemplate
{
    private const string ListName = "问题清单";
    private const int LongestName = 31;

    public static byte[] Of(FormPaper paper)
    {
        var drawn = new DrawForm(paper);
        var identity = new WorkbookIdentity(paper.Form.Code, paper.Form.Version, paper.ProgrammeVersion, paper.Period.ToString(), paper.Unit, paper.Report, Name(paper.Form.Name.Zh));
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = FormStyles.Sheet();
            var form = workbook.AddNewPart<WorksheetPart>();
            form.Worksheet = Form(drawn);
            List<(string Name, WorksheetPart Part)> sheets = [(identity.Sheet, form)];
            if (paper.Findings is { Count: > 0 } findings)
            {
                SheetComments.Add(form, FindingSheet.Comments(findings, drawn.Places));
                sheets.Add((ListName, FindingSheet.Add(workbook, findings, drawn.Places, identity.Sheet)));
            }

            Close(workbook, sheets, identity.Draw(drawn.Mapped), [.. Names(identity.Sheet, drawn)]);
        }

        return stream.ToArray();
    }

    /// <summary>A name as a sheet may have it.</summary>
    public static string Name(string name)
    {
        var plain = string.Concat(name.Where(letter => !"[]:*?/\\'".Contains(letter, StringComparison.Ordinal)));
        return plain.Length <= LongestName ? plain : plain[..LongestName];
    }

    /// <summary>Puts together the sheets that are seen and the one that is not; sheets cannot be renamed, moved or deleted.</summary>
    public static void Close(WorkbookPart workbook, IReadOnlyList<(string Name, WorksheetPart Part)> seen, SheetCanvas hidden, IReadOnlyList<DefinedName> names)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet(hidden.Data());
        workbook.Workbook = new Workbook(
            new WorkbookProtection { LockStructure = true },
            new BookViews(new WorkbookView()),
            new Sheets([
                .. seen.Select((sheet, index) => new Sheet { Name = sheet.Name, SheetId = (uint)index + 1, Id = workbook.GetIdOfPart(sheet.Part) }),
                new Sheet { Name = WorkbookIdentity.HiddenName, SheetId = (uint)seen.Count + 1, Id = workbook.GetIdOfPart(part), State = SheetStateValues.VeryHidden },
            ]),
            new DefinedNames(names));
    }

    /// <summary>The lists to choose from; those that are only offered let anything else be typed.</summary>
    public static DataValidations Choices(IReadOnlyList<OfferedWords> offered) => new(offered.GroupBy(one => (Words: string.Join(',', one.Words), one.IsOnly, one.Prompt)).Select(group => new DataValidation(new Formula1($"\"{group.Key.Words}\""))
    {
        Type = DataValidationValues.List,
        AllowBlank = true,
        ShowInputMessage = true,
        ShowErrorMessage = group.Key.IsOnly,
        ErrorTitle = "不在选项之中",
        Error = "请从列表中选择。",
        Prompt = group.Key.Prompt,
        SequenceOfReferences = new ListValue<StringValue>(group.Select(one => new StringValue(one.At.ToString()))),
    }))
    { Count = (uint)offered.DistinctBy(one => (string.Join(',', one.Words), one.IsOnly, one.Prompt)).Count() };

    private static Worksheet Form(DrawForm drawn)
    {
        var (canvas, grid) = (drawn.Canvas, drawn.Grid);
        var sheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView(
                new Pane { VerticalSplit = drawn.Frozen, TopLeftCell = $"A{drawn.Frozen + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
                new Selection { Pane = PaneValues.BottomLeft, ActiveCell = First(drawn), SequenceOfReferences = new ListValue<StringValue> { InnerText = First(drawn) } })
            { ShowGridLines = false, TabSelected = true, WorkbookViewId = 0 }),
            new Columns(Enumerable.Range(1, grid.Remark).Select(column => new Column { Min = (uint)column, Max = (uint)column, Width = grid.Width(column), CustomWidth = true })),
            canvas.Data(),
            new SheetProtection { Sheet = true, Objects = true, Scenarios = true });
        if (canvas.Merges() is { } merges)
            sheet.Append(merges);
        if (drawn.Offered.Count > 0)
            sheet.Append(Choices(drawn.Offered));
        sheet.Append(
            new PrintOptions { HorizontalCentered = true },
            new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.7, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = 9, Orientation = grid.IsAcross ? OrientationValues.Landscape : OrientationValues.Portrait, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter(new OddFooter("&C第 &P 页　共 &N 页")));
        return sheet;
    }

    private static string First(DrawForm drawn) => drawn.Places.Count == 0 ? "A1" : drawn.Places.Values.OrderBy(place => place.Row).ThenBy(place => place.Column).First().ToString();

    private static IEnumerable<DefinedName> Names(string sheet, DrawForm drawn) =>
    [
        new($"'{sheet}'!$A$1:${SheetPlace.Letters(drawn.Grid.Remark)}${drawn.Canvas.LastRow}") { Name = "_xlnm.Print_Area", LocalSheetId = 0 },
        new($"'{sheet}'!$1:${drawn.Frozen}") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 },
    ];
}
