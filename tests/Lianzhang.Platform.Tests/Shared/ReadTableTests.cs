using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Tests.Shared;

public sealed class ReadTableTests
{
    [Fact]
    public async Task Cells_are_read_as_a_person_sees_them()
    {
        var read = await Read(new MadeWorkbook()
            .Row("文字", MadeWorkbook.Number("0.1"), MadeWorkbook.Number("12345678.9"))
            .Row(MadeWorkbook.Number("45442", MadeWorkbook.Day), MadeWorkbook.Number("45352", MadeWorkbook.Month), MadeWorkbook.Number("0.125", MadeWorkbook.Percent))
            .Row(MadeWorkbook.Formula("1+1", "2"), MadeWorkbook.Formula("B2*1.1", null), "说\"好\"\n了"));
        Assert.Equal(
            """
            "文字","0.1","12345678.9"
            "2024-05-30","2024-03","12.5%"
            "2","=B2*1.1","说""好"" 了"

            """,
            read.Value!.Text);
    }

    [Fact]
    public async Task The_nearest_binary_fraction_is_the_number_that_was_typed()
    {
        var read = await Read(new MadeWorkbook().Row(MadeWorkbook.Number("580.87000000000001"), MadeWorkbook.Number("1.1999999999999999E-3")));
        Assert.Equal("\"580.87\",\"0.0012\"\n", read.Value!.Text);
    }

    [Fact]
    public async Task A_line_is_a_row_whatever_stands_between_them()
    {
        var read = await Read(new MadeWorkbook().Row("题目").Row("").Row("甲", "乙", "").Row("", "丙"));
        Assert.Equal("\"题目\",\"\"\n\"\",\"\"\n\"甲\",\"乙\"\n\"\",\"丙\"\n", read.Value!.Text);
    }

    [Fact]
    public async Task Hidden_sheets_are_not_read()
    {
        var read = await Read(new MadeWorkbook().Row("甲").Sheet("选项", isHidden: true).Row("乙"));
        Assert.Equal("\"甲\"\n", read.Value!.Text);
    }

    [Fact]
    public async Task What_a_person_does_not_see_or_mean_is_refused_with_its_row()
    {
        await Refused(new MadeWorkbook().Row("a").Row("b").HiddenRow("c"), "data.xlsx:3: the row is hidden or filtered out");
        await Refused(new MadeWorkbook().Row("a").Row("b").Row("c").Row("d").Merge("A3:A4"), "data.xlsx:3: the cells A3:A4 are merged over several rows");
        await Refused(new MadeWorkbook().Row("a").Sheet("二").Row("b"), "data.xlsx: 2 sheets have content (Sheet1, 二)");
        await Refused(new MadeWorkbook().Row(""), "data.xlsx: the workbook has no data");
    }

    [Fact]
    public async Task A_merged_title_is_let_be()
    {
        var read = await Read(new MadeWorkbook().Row("题目").Row("").Row("a", "b").Merge("A1:B2").Merge("A3:B3"));
        Assert.NotNull(read.Value);
    }

    [Fact]
    public async Task A_broken_workbook_is_refused()
    {
        var sound = new MadeWorkbook().Row("a").Build();
        foreach (var broken in new[] { sound[..(sound.Length / 2)], [(byte)'P', (byte)'K', 3, 4, 0, 0], Zip(("readme.txt", 10)), Zip(("xl/workbook.xml", 10)) })
            Assert.Contains("not a sound Excel workbook", Assert.Single((await Read(broken)).Faults).Message.En, StringComparison.Ordinal);
        Assert.Contains("old .xls", Assert.Single((await Read([0xD0, 0xCF, 0x11, 0xE0, 0, 0])).Faults).Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_that_unpacks_to_gigabytes_is_refused_before_it_is_read()
    {
        var bomb = Zip(("xl/worksheets/sheet1.xml", 500_000_000));
        Assert.True(bomb.Length < 10_000_000);
        Assert.Contains("unpacks to more than 150 MB", Assert.Single((await Read(bomb)).Faults).Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Macros_and_links_to_other_files_are_refused_with_what_to_do()
    {
        await Refused(new MadeWorkbook().Row("a").With(workbook => workbook.AddNewPart<VbaProjectPart>().FeedData(new MemoryStream([1, 2, 3]))), "data.xlsx: the workbook has macros");
        await Refused(new MadeWorkbook().Row("a").With(workbook => workbook.AddNewPart<ExternalWorkbookPart>().ExternalLink = new ExternalLink()), "data.xlsx: the workbook refers to other files");
        await Refused(new MadeWorkbook().Row("a").With(workbook => workbook.AddNewPart<ConnectionsPart>().Connections = new Connections()), "data.xlsx: the workbook refers to other files or data connections");
    }

    [Fact]
    public async Task A_million_empty_rows_are_passed_over_and_a_cell_far_below_is_refused()
    {
        var read = await Read(new MadeWorkbook().Row("甲").EmptyRows(1_000_000));
        Assert.Equal("\"甲\"\n", read.Value!.Text);
        await Refused(new MadeWorkbook().Row("甲").EmptyRows(300_000).Row("乙"), "data.xlsx:300002: there are cells beyond column 100 or row 300000");
    }

    [Fact]
    public async Task Text_is_read_as_before()
    {
        Assert.Equal("a,b\n", (await Read(Encoding.UTF8.GetBytes("a,b\n"))).Value!.Text);
        Assert.Contains("larger than 10 MB", Assert.Single((await Read(new byte[10_000_001])).Faults).Message.En, StringComparison.Ordinal);
    }

    private static async Task Refused(MadeWorkbook workbook, string message) =>
        Assert.StartsWith(message, Assert.Single((await Read(workbook)).Faults).ToString(), StringComparison.Ordinal);

    private static Task<Outcome<SourceFile>> Read(MadeWorkbook workbook) => Read(workbook.Build());

    private static Task<Outcome<SourceFile>> Read(byte[] bytes) => ReadTable.Of("data.xlsx", new MemoryStream(bytes), 10_000_000, TestContext.Current.CancellationToken);

    private static byte[] Zip((string Name, long Size) entry)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            using var part = archive.CreateEntry(entry.Name, CompressionLevel.Optimal).Open();
            var block = new byte[1_000_000];
            for (var left = entry.Size; left > 0; left -= block.Length)
                part.Write(block, 0, (int)Math.Min(left, block.Length));
        }

        return stream.ToArray();
    }
}
