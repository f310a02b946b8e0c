using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;
using Lianzhang.Platform.Reporting;

namespace Lianzhang.Platform.Tests.Reporting;

public sealed class TemplateTests
{
    public static TheoryData<string> Forms => [.. Papers.Heze.Forms.Select(form => form.Code)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_makes_a_sound_workbook_with_faults_marked_in_it_and_a_sound_document(string form)
    {
        var paper = Papers.Of(Papers.Heze, form);
        var finding = new Finding("x", CheckWeight.Hard, [paper.Sheet.Cells[0].Key], ("有误", "wrong"));
        foreach (var bytes in new[] { WriteReportTemplate.Of(paper), WriteReportTemplate.Of(paper with { Findings = [finding] }) })
        {
            using var workbook = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
            Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2016).Validate(workbook, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        }

        using var document = WordprocessingDocument.Open(new MemoryStream(WriteReportDocument.Of(paper)), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2016).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void Only_what_is_filled_in_is_unlocked_and_whose_it_is_nobody_sees()
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(WriteReportTemplate.Of(Papers.Of(Papers.Heze, "monthly_operation"))), isEditable: false);
        var sheets = workbook.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().ToList();
        Assert.Equal(["企业产销经营月报", WorkbookIdentity.HiddenName], sheets.Select(sheet => sheet.Name!.Value!));
        Assert.Equal(SheetStateValues.VeryHidden, sheets[1].State!.Value);
        var form = ((WorksheetPart)workbook.WorkbookPart.GetPartById(sheets[0].Id!)).Worksheet!;
        Assert.True(form.GetFirstChild<SheetProtection>()!.Sheet!.Value);
        Assert.Null(form.GetFirstChild<SheetProtection>()!.Password);
        var formats = workbook.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        bool IsLocked(string address) => formats[(int)form.Descendants<Cell>().Single(cell => cell.CellReference == address).StyleIndex!.Value].Protection?.Locked?.Value != false;
        Assert.All(["A1", "A9", "C9", "F9"], address => Assert.True(IsLocked(address), address));
        Assert.All(["D8", "D9"], address => Assert.False(IsLocked(address), address));
        var choices = form.GetFirstChild<DataValidations>()!.Elements<DataValidation>().ToList();
        Assert.Contains(choices, choice => choice.Formula1!.Text == "\"增加,持平,减少,说不清,不适用,缺报\"" && choice.ShowErrorMessage!.Value);
        // Where a number is wanted, the words are offered and numbers let through.
        Assert.Contains(choices, choice => choice.Formula1!.Text == "\"不适用,缺报\"" && !choice.ShowErrorMessage!.Value);
    }

    [Fact]
    public void A_marked_copy_has_a_comment_at_each_fault_and_a_list_with_links()
    {
        var paper = Papers.Of(Papers.Qinghe, "firm_month") with { Findings = [new Finding("a", CheckWeight.Hard, ["01.month"], ("营业收入未填", "empty")), new Finding("b", CheckWeight.Soft, ["03.month"], ("职工偏少", "few"))] };
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(WriteReportTemplate.Of(paper)), isEditable: false);
        var parts = workbook.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => (WorksheetPart)workbook.WorkbookPart.GetPartById(sheet.Id!)).ToList();
        Assert.Equal(["营业收入未填", "职工偏少"], parts[0].WorksheetCommentsPart!.Comments!.CommentList!.Elements<Comment>().Select(comment => comment.InnerText));
        Assert.Equal(2, parts[1].Worksheet!.Descendants<Hyperlink>().Count());
        var filled = ReadReportTemplate.Of("marked.xlsx", WriteReportTemplate.Of(paper));
        Assert.True(filled.Succeeded(out _));
    }
}
