using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Lianzhang.Core.Reporting;
using Lianzhang.Platform.Reporting;

namespace Lianzhang.Platform.Tests.Reporting;

public sealed class ReadReportTemplateTests
{
    private static readonly FormPaper Paper = Papers.Of(Papers.Qinghe, "firm_month", Papers.Content(("01.month", new CellEntry("1,200.5")), ("02.ytd", new CellEntry("缺报", "账目未结"))));

    [Fact]
    public void What_is_typed_as_excel_keeps_it_is_read_by_the_cells_of_the_form()
    {
        var taken = Taken(new EditedTemplate(Template()).Number("03.month", "45").Text("04.month", "增加").Text("products.1.name", "有机小米").Text("products.1.output", "１２．５").Resaved());
        Assert.Empty(taken.Faults);
        Assert.Equal([("03.month", "45"), ("04.month", "增加"), ("products.1.name", "有机小米"), ("products.1.output", "１２．５")], taken.Changed.Select(cell => (cell.Key, cell.Value.Typed)).Order());
    }

    [Fact]
    public void What_was_left_as_it_was_leaves_the_draft_as_it_is()
    {
        var draft = Paper.Content.With(Rounds.Cells(("01.month", "9"), ("03.month", "7")));
        Assert.Empty(Taken(new EditedTemplate(Template()).Resaved(), draft).Changed);
        Assert.Equal([("01.month", "")], Taken(new EditedTemplate(Template()).Clear("01.month"), draft).Changed.Select(cell => (cell.Key, cell.Value.Typed)));
    }

    [Fact]
    public void A_missing_value_takes_its_reason_from_beside_it_or_from_behind_the_word()
    {
        var beside = Taken(new EditedTemplate(Template()).Text("01.month", "缺报").Remark("01.month", "停产检修；备注：下月补报"));
        Assert.Equal(new CellEntry("缺报", "停产检修", "下月补报"), beside.Changed["01.month"]);
        var behind = Taken(new EditedTemplate(Template()).Text("01.month", "缺报：停产检修"));
        Assert.Equal(new CellEntry("缺报", "停产检修"), behind.Changed["01.month"]);
    }

    [Fact]
    public void A_formula_is_not_taken_and_the_other_cells_are()
    {
        var taken = Taken(new EditedTemplate(Template()).Formula("03.month", "40+5", "45").Number("01.month", "8"));
        Assert.Equal(["01.month"], taken.Changed.Keys);
        var fault = Assert.Single(taken.Faults);
        Assert.Equal("03.month", fault.Key);
        Assert.Contains("是公式", fault.Sentence.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_long_a_text_is_not_taken() => Assert.Single(Taken(new EditedTemplate(Template()).Text("05.month", new string('长', 501))).Faults);

    [Fact]
    public void A_file_that_says_nothing_of_itself_is_refused() =>
        Refused("没有找到报表标识", new MadeWorkbook().Row("单位", "数值").Row("甲", "1").Build());

    [Fact]
    public void What_is_no_workbook_is_refused() => Refused("不是完好的 Excel 工作簿", "not a workbook"u8.ToArray());

    [Fact]
    public void An_old_file_is_refused() => Refused(".xls", [0xD0, 0xCF, 0x11, 0xE0, 0, 0, 0, 0]);

    [Fact]
    public void A_damaged_mapping_is_refused() => Refused("已损坏", new EditedTemplate(Template()).Hidden("C4", "03.month").Build());

    [Fact]
    public void Moved_rows_are_refused() => Refused("被增删或移动", new EditedTemplate(Template()).TextAt("C9", "99").Build());

    [Fact]
    public void A_hidden_row_with_content_is_refused() => Refused("被隐藏", new EditedTemplate(Template()).HideRowOf("01.month").Build());

    [Fact]
    public void A_hidden_column_with_content_is_refused() => Refused("被隐藏", new EditedTemplate(Template()).HideColumnOf("01.month").Build());

    [Fact]
    public void A_hidden_row_without_content_harms_nobody() =>
        Assert.Empty(Taken(new EditedTemplate(Template()).HideRowOf("products.3.name")).Changed);

    [Fact]
    public void Macros_are_refused() => Refused("宏", new EditedTemplate(Template()).With(workbook =>
    {
        using var content = new MemoryStream([1, 2, 3]);
        workbook.AddNewPart<VbaProjectPart>().FeedData(content);
    }).Build());

    [Fact]
    public void Links_to_other_files_are_refused() => Refused("引用了其他文件", new EditedTemplate(Template()).With(workbook => workbook.AddNewPart<ExternalWorkbookPart>().ExternalLink = new ExternalLink()).Build());

    private static byte[] Template() => WriteReportTemplate.Of(Paper);

    private static TakenCells Taken(EditedTemplate edited, ReportContent? draft = null)
    {
        var read = ReadReportTemplate.Of("report.xlsx", edited.Build());
        Assert.True(read.Succeeded(out var filled), string.Join('\n', read.Faults));
        return TakeTemplate.Of(filled, Paper.Sheet, draft ?? Paper.Content);
    }

    private static void Refused(string why, byte[] bytes) => Assert.Contains(why, Assert.Single(ReadReportTemplate.Of("report.xlsx", bytes).Faults).Message.Zh, StringComparison.Ordinal);
}
