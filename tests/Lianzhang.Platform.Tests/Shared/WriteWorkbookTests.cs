using DocumentFormat.OpenXml.Spreadsheet;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Period = Lianzhang.Core.Values.Period;

namespace Lianzhang.Platform.Tests.Shared;

public sealed class WriteWorkbookTests
{
    private sealed record Line(string Words, decimal? Amount, DateOnly? Day);

    private static readonly Line[] Lines =
    [
        new("=1+1", 1234.50m, new DateOnly(2024, 2, 29)),
        new("二", 833m, null),
        new("三", -0.1234m, new DateOnly(1999, 12, 31)),
        new("四", null, null),
    ];

    [Fact]
    public void Numbers_are_numbers_with_their_decimals_and_days_are_days()
    {
        using var sheet = Write(Lines);
        Assert.Equal(["=1+1", "1234.50", "45351", "2024年一季度", "万元"], sheet.List[0]);
        Assert.Equal(["#,##0.0", "yyyy-mm-dd"], new[] { sheet.Format(0, 1), sheet.Format(0, 2) });
        Assert.Equal(["#,##0", "#,##0.0000"], new[] { sheet.Format(1, 1), sheet.Format(2, 1) });
        Assert.Equal("36525", sheet.List[2][2]);
        Assert.Equal(string.Empty, sheet.List[3][1]);
        var first = sheet.Worksheet.Descendants<Row>().ElementAt(3).Elements<Cell>().ToList();
        Assert.Equal([CellValues.InlineString, CellValues.Number, CellValues.Number], first.Take(3).Select(cell => cell.DataType!.Value));
    }

    [Fact]
    public void It_says_what_it_is_of_and_when()
    {
        using var sheet = Write(Lines);
        Assert.Equal(["公布数据"], sheet.Rows[0]);
        Assert.Equal(["青禾县，截至 2026年6月30日，共 4 行"], sheet.Rows[1]);
        Assert.Equal(["名称", "数值", "日期", "时期", "单位"], sheet.Rows[2]);
        using var english = Write(Lines, Language.English);
        Assert.Equal(["Qinghe, as of 2026-06-30, 4 rows"], english.Rows[1]);
        Assert.Equal("name", english.Rows[2][0]);
    }

    [Fact]
    public void It_is_printed_across_and_keeps_its_headings_in_view()
    {
        using var sheet = Write(Lines);
        Assert.Empty(sheet.Faults);
        Assert.Equal(["_xlnm.Print_Area='公布数据'!$A$1:$E$7", "_xlnm.Print_Titles='公布数据'!$3:$3"], sheet.DefinedNames);
        var page = sheet.Worksheet.GetFirstChild<PageSetup>()!;
        Assert.Equal((OrientationValues.Landscape, 1u, 0u), (page.Orientation!.Value, page.FitToWidth!.Value, page.FitToHeight!.Value));
        Assert.True(sheet.Worksheet.GetFirstChild<SheetProperties>()!.PageSetupProperties!.FitToPage!.Value);
        Assert.Equal((3d, "A4"), (sheet.Worksheet.Descendants<Pane>().Single().VerticalSplit!.Value, sheet.Worksheet.Descendants<Pane>().Single().TopLeftCell!.Value));
        Assert.Equal("A3:E7", sheet.Worksheet.GetFirstChild<AutoFilter>()!.Reference!.Value);
    }

    [Fact]
    public void A_row_is_as_high_as_its_longest_text_needs()
    {
        using var sheet = Write([new("短", 1, null), new(new string('长', 40), 1, null)]);
        Assert.Equal([15d, 75d], sheet.Worksheet.Descendants<Row>().Skip(3).Select(row => row.Height!.Value));
    }

    [Fact]
    public void A_list_without_rows_is_a_sound_file_too()
    {
        using var sheet = Write([]);
        Assert.Empty(sheet.Faults);
        Assert.Empty(sheet.List);
    }

    private static Sheet Write(IReadOnlyList<Line> lines, Language language = Language.Chinese)
    {
        var columns = new WorkbookColumns<Line>()
            .Text(("名称", "name"), 20, line => line.Words)
            .Number(("数值", "value"), line => line.Amount)
            .Date(("日期", "day"), line => line.Day)
            .Period(("时期", "period"), _ => Period.OfQuarter(2024, 1))
            .Unit(("单位", "unit"), _ => Unit.Parse("万元"));
        return new Sheet(WriteWorkbook.Of(new WorkbookTable<Line>(("公布数据", "Published figures"), ("青禾县", "Qinghe"), new DateOnly(2026, 6, 30), columns, lines), language));
    }
}
