using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests.Reporting;

public sealed class UploadReportTests(PostgresCluster cluster)
{
    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_template_that_was_filled_in_goes_into_the_draft_beside_what_was_typed_since(StoreKind kind)
    {
        var (opened, clerk, _, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        await store.Do(new SaveDraft(id, Rounds.Cells(("01.month", "1,200.5"))), clerk);
        var template = await store.Do(new ExportReportTemplate(id), clerk);
        Assert.Equal("企业生产经营月报_F1_2026年6月.xlsx", template.FileName);
        await store.Do(new SaveDraft(id, Rounds.Cells(("05.month", "订单增加"))), clerk);

        var uploaded = await store.Do(new UploadReport(id, "a.xlsx", new EditedTemplate(template.Content).Number("02.ytd", "30").Text("03.month", "四十五").Resaved().Build()), clerk);
        Assert.Equal((2, 4), (uploaded.Taken, uploaded.Filled));
        Assert.Equal("unreadable", Assert.Single(uploaded.Findings, finding => finding.Cells.Contains("03.month")).Rule);
        var content = (await store.Do(new GetOwnReport(id), clerk)).Content;
        Assert.Equal(["1,200.5", "30", "四十五", "订单增加"], new[] { "01.month", "02.ytd", "03.month", "05.month" }.Select(key => content.Cells[key].Typed));

        // The copy with the faults marked is a template as well.
        var marked = await store.Do(new ExportMarkedReport(id), clerk);
        var again = await store.Do(new UploadReport(id, "b.xlsx", new EditedTemplate(marked.Content).Number("03.month", "45").Build()), clerk);
        Assert.Equal(1, again.Taken);
        Assert.DoesNotContain(again.Findings, finding => finding.Rule == "unreadable");
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_file_of_another_report_changes_nothing_and_says_of_which(StoreKind kind)
    {
        var (opened, clerk, _, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        var template = (await store.Do(new ExportReportTemplate(id), clerk)).Content;
        var read = ReadReportTemplate.Of("a", template).Value!;
        foreach (var (change, why) in new (Func<WorkbookIdentity, WorkbookIdentity> Change, string Why)[]
        {
            (one => one with { Unit = "F2" }, "F2"),
            (one => one with { Form = "park_quarter" }, "园区季报"),
            (one => one with { Period = "2026-05" }, "2026-05"),
            (one => one with { FormVersion = "2025-1" }, "旧版"),
            (one => one with { Programme = 99 }, "旧版"),
            (one => one with { Report = Guid.AllBitsSet }, "不属于这份报表"),
        })
        {
            var other = Identified(template, change(read.Identity));
            var problem = (await store.Ask(new UploadReport(id, "a.xlsx", other), clerk)).Problem!;
            Assert.Equal(ProblemKind.Invalid, problem.Kind);
            Assert.Contains(why, Assert.Single(problem.Faults!).Message.Zh, StringComparison.Ordinal);
        }

        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new UploadReport(id, "a.xlsx", []), clerk)).Problem!.Kind);
        Assert.Empty((await store.Do(new GetOwnReport(id), clerk)).Content.Cells);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Another_units_workbook_is_not_there_and_what_was_sent_is_not_written(StoreKind kind)
    {
        var (opened, clerk, reviewer, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        var other = await Rounds.ReportOf(store, Rounds.Other);
        var template = (await store.Do(new ExportReportTemplate(id), clerk)).Content;
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ExportReportTemplate(other), clerk)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ExportMarkedReport(other), clerk)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ExportReportForm(other), clerk)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new UploadReport(other, "a.xlsx", template), clerk)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ExportReportTemplate(id), reviewer)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ExportReviewedForm(id), reviewer)).Problem!.Kind);

        await store.Do(new SaveDraft(id, Rounds.Good), clerk);
        await store.Do(new SubmitReport(id), clerk);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new UploadReport(id, "a.xlsx", template), clerk)).Problem!.Kind);
        Assert.EndsWith(".docx", (await store.Do(new ExportReviewedForm(id), reviewer)).FileName, StringComparison.Ordinal);
        Assert.EndsWith(".docx", (await store.Do(new ExportReportForm(id), clerk)).FileName, StringComparison.Ordinal);
    }

    // The same workbook with another identity and a sum that fits.
    private static byte[] Identified(byte[] template, WorkbookIdentity identity) => new EditedTemplate(template).With(workbook =>
    {
        var texts = CellTexts.Of(workbook);
        var cells = WorkbookIdentity.Read(workbook, texts)!.Value.Cells;
        var sheet = workbook.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single(one => one.Name == WorkbookIdentity.HiddenName);
        ((DocumentFormat.OpenXml.Packaging.WorksheetPart)workbook.GetPartById(sheet.Id!)).Worksheet = new DocumentFormat.OpenXml.Spreadsheet.Worksheet(identity.Draw(cells).Data());
    }).Build();
}
