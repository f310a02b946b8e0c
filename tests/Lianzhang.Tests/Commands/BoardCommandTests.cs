using System.Text.Json;

namespace Lianzhang.Tests.Commands;

public sealed class BoardCommandTests
{
    [Fact]
    public void The_board_of_Heze_lists_its_targets_with_what_is_known()
    {
        var board = Json("board", RunCommand.Heze, "--as-of", "2024-12-31", "--json");

        var rows = board.GetProperty("targets").EnumerateArray().ToList();
        Assert.Equal(24, rows.Count(row => row.GetProperty("target").GetProperty("qualifier").GetString() != "qualitative"));
        Assert.Equal(6, rows.Count(row => row.GetProperty("target").GetProperty("qualifier").GetString() == "qualitative"));
        Assert.Equal("2024-12-31", board.GetProperty("asOf").GetString());

        var energy = rows.First(row => row.GetProperty("indicator").GetString() == "new_energy_capacity").GetProperty("actual");
        Assert.Equal(580.87m, energy.GetProperty("value").GetDecimal());
        Assert.Equal("万千瓦", energy.GetProperty("unit").GetString());
        Assert.Equal("2024-04", energy.GetProperty("period").GetString());
        Assert.NotEmpty(energy.GetProperty("source").GetString()!);

        var biomedicine = rows.First(row => row.GetProperty("indicator").GetString() == "biomedicine_output").GetProperty("actual");
        Assert.Equal((833m, "2022"), (biomedicine.GetProperty("value").GetDecimal(), biomedicine.GetProperty("period").GetString()));

        foreach (var row in rows.Where(row => row.GetProperty("actual").ValueKind == JsonValueKind.Null))
        {
            Assert.Contains(row.GetProperty("status").GetString(), (string[])["noData", "onTrack", "met", "behind", "missed"]);
            var missing = row.GetProperty("missing").EnumerateArray().ToList();
            Assert.NotEmpty(missing);
            Assert.All(missing, each => Assert.NotEmpty(each.GetProperty("ownerName").GetString()!));
        }

        Assert.NotEmpty(board.GetProperty("warnings").EnumerateArray());
        Assert.NotEmpty(board.GetProperty("conflicts").EnumerateArray());
    }

    [Fact]
    public void A_file_in_the_layout_of_collected_statistics_is_taken_as_it_is()
    {
        using var folder = new TemporaryFolder();
        var data = folder.File("collected.csv", """
            indicator,place,region_code,period,period_as_published,value,unit,qualifier,flag,source_title,source_url
            新能源装机容量,菏泽市,371700,2024-09,截至2024年9月底,612.5,万千瓦,,,新闻发布会,http://example.invalid/1
            生物医药产业总产值,菏泽市,371700,,2023年,870,亿元,,expected,日报,
            粮食总产量,牡丹区,371702,2024,2024年,89.15,万吨,,,统计公报,
            """);
        var board = Json("board", RunCommand.Heze, "--data", data, "--as-of", "2024-12-31", "--json");
        var rows = board.GetProperty("targets").EnumerateArray().ToList();
        Assert.Equal(612.5m, rows.First(row => row.GetProperty("indicator").GetString() == "new_energy_capacity").GetProperty("actual").GetProperty("value").GetDecimal());
        Assert.Equal("expected", rows.First(row => row.GetProperty("indicator").GetString() == "biomedicine_output").GetProperty("actual").GetProperty("flag").GetString());
        var unmapped = Assert.Single(board.GetProperty("unmapped").EnumerateArray());
        Assert.Equal("粮食总产量", unmapped.GetProperty("name").GetString());
        Assert.Equal(4, unmapped.GetProperty("at").GetProperty("line").GetInt32());
    }

    [Fact]
    public void Data_may_be_given_several_times()
    {
        using var folder = new TemporaryFolder();
        var first = folder.File("a.csv", "item,region,period,value,unit,source\nvisitors,990101,2022,90,万人,a\n");
        var second = folder.File("b.csv", "item,region,period,value,unit,source\nvisitors,990101,2022,91,万人,b\n");
        var board = Json("board", RunCommand.Qinghe, "--data", first, "--data", second, "--json");
        Assert.Equal(2, board.GetProperty("conflicts").GetArrayLength());
    }

    [Fact]
    public void Gbk_is_read()
    {
        using var folder = new TemporaryFolder();
        var gbk = System.Text.CodePagesEncodingProvider.Instance.GetEncoding("GBK")!;
        var data = folder.File("gbk.csv", gbk.GetBytes("指标,地区,时期,数值,单位,来源\r\n冷库库容,青禾县,2026年3月,9.5,万吨,县政府网\r\n"));
        var board = Json("board", RunCommand.Qinghe, "--data", data, "--json");
        var row = board.GetProperty("targets").EnumerateArray().First(row => row.GetProperty("indicator").GetString() == "cold_storage");
        Assert.Equal(("县政府网", 9.5m), (row.GetProperty("actual").GetProperty("source").GetString(), row.GetProperty("actual").GetProperty("value").GetDecimal()));
    }

    [Fact]
    public void Without_a_date_the_board_is_of_today() =>
        Assert.Equal("2026-06-30", Json("board", RunCommand.Qinghe, "--json").GetProperty("asOf").GetString());

    [Fact]
    public void A_region_has_a_board_of_its_own()
    {
        var board = Json("board", RunCommand.Qinghe, "--region", "990101002", "--json");
        Assert.Equal("河西镇", board.GetProperty("region").GetProperty("name").GetString());
        Assert.Equal(1, board.GetProperty("targets").GetArrayLength());
        Assert.Contains("此地区没有单列目标", RunCommand.Run("board", RunCommand.Heze, "--region", "371723").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_gets_an_aligned_table_without_colour()
    {
        var run = RunCommand.Run("board", RunCommand.Qinghe, "--as-of", "2026-06-30");
        Assert.Equal(0, run.Exit);
        Assert.DoesNotContain('\u001b', run.Out);

        // Every row puts its status at the same column, counting a Chinese character as two.
        var lines = run.Out.Split('\n').Where(line => line.Contains("亿元", StringComparison.Ordinal) && line.Contains('●', StringComparison.Ordinal)).ToList();
        Assert.Equal(2, lines.Count);
        Assert.Single(lines.Select(line => Width(line[..line.IndexOf('●', StringComparison.Ordinal)])).Distinct());
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(200)]
    public void A_terminal_gets_coloured_words_within_its_width(int width)
    {
        var run = RunCommand.Run(width, "board", RunCommand.Qinghe, "--as-of", "2026-06-30");
        Assert.Contains("严重滞后", run.Out, StringComparison.Ordinal);
        Assert.Contains('■', run.Out);
        Assert.Contains('\u001b', run.Out);
        Assert.All(run.Out.Split('\n').Where(line => line.Contains('│', StringComparison.Ordinal)), line => Assert.InRange(Width(Plain(line)), 1, width));
    }

    private static string Plain(string line) => string.Concat(line.Split('\u001b').Select((part, i) => i == 0 ? part : part[(part.IndexOf('m', StringComparison.Ordinal) + 1)..]));

    [Fact]
    public void English_is_the_second_language()
    {
        var run = RunCommand.Run("board", RunCommand.Qinghe, "--lang", "en");
        Assert.Contains("Home textile firms", run.Out, StringComparison.Ordinal);
        Assert.Contains("critical", run.Out, StringComparison.Ordinal);
        Assert.Contains("Sources disagree", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_light_in_the_table_has_shape_and_word()
    {
        var run = RunCommand.Run("board", RunCommand.Heze, "--as-of", "2024-12-31");
        Assert.Contains("○ 无基期", run.Out, StringComparison.Ordinal);
        Assert.Contains("○ 缺数据", run.Out, StringComparison.Ordinal);
        Assert.Contains("24 条提示", run.Out, StringComparison.Ordinal);
    }

    private static JsonElement Json(params string[] arguments)
    {
        var run = RunCommand.Run(arguments);
        Assert.True(run.Exit == 0, run.Error);
        Assert.Empty(run.Error);
        return JsonDocument.Parse(run.Out).RootElement;
    }

    private static int Width(string text) => text.Sum(letter => letter >= '\u2E80' ? 2 : 1);
}
