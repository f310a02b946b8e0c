using System.Text;

namespace Lianzhang.Tests.Commands;

/// <summary>Bad input gives one clear line each, exit 1, and nothing on the output that could be taken for a result.</summary>
public sealed class BadInputTests
{
    private const string Header = "item,region,period,value,unit,source\n";

    [Fact]
    public void Wrong_columns() => Refused("a,b,c\n1,2,3\n", "data.csv:1: missing column item, region, period, value, unit, source");

    [Fact]
    public void Not_a_number() => Refused(Header + "visitors,990101,2025,NaN,万人,公报\n", "data.csv:2: value 'NaN' is not a number");

    [Fact]
    public void Utf_16_with_a_mark() => Refused([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Header)], "data.csv: file is UTF-16; save it as UTF-8 or GBK");

    [Fact]
    public void Utf_16_without_a_mark() => Refused(Encoding.Unicode.GetBytes(Header), "data.csv: file has null bytes");

    [Fact]
    public void Bytes_of_no_encoding() => Refused([.. Encoding.UTF8.GetBytes(Header), 0xFF, 0xFF, 0x80, 0x80], "data.csv: file is neither UTF-8 nor GBK");

    [Fact]
    public void A_broken_workbook() => Refused([(byte)'P', (byte)'K', 3, 4, 0, 0], "data.csv: the file is not a sound Excel workbook; open it in Excel and save it as .xlsx or CSV");

    [Fact]
    public void A_file_of_200_MB_is_refused_by_its_size()
    {
        using var folder = new TemporaryFolder();
        using (var file = File.Create(folder.At("data.csv")))
            file.SetLength(200_000_000);
        OneLine(RunCommand.Run("board", RunCommand.Qinghe, "--data", folder.At("data.csv"), "--lang", "en"), "data.csv: file is larger than 50 MB");
    }

    [Fact]
    public void A_missing_data_file_and_a_folder_in_its_place()
    {
        using var folder = new TemporaryFolder();
        OneLine(RunCommand.Run("board", RunCommand.Qinghe, "--data", folder.At("none.csv"), "--lang", "en"), "none.csv: file not found");
        OneLine(RunCommand.Run("board", RunCommand.Qinghe, "--data", folder.Path, "--lang", "en"), ": is a folder, not a file");
    }

    [Theory]
    [InlineData("board")]
    [InlineData("check")]
    public void A_missing_folder(string command)
    {
        using var folder = new TemporaryFolder();
        var run = RunCommand.Run(command, folder.At("heze"), "--lang", "en");
        Assert.Equal(1, run.Exit);
        Assert.EndsWith("heze: folder not found", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_place_of_the_folder()
    {
        using var folder = new TemporaryFolder();
        OneLine(RunCommand.Run("board", folder.File("x.yaml", "a: 1"), "--lang", "en"), "x.yaml: is a file; a programme is a folder");
    }

    [Fact]
    public void A_yaml_bomb()
    {
        using var folder = TemporaryFolder.CopyOf(RunCommand.Qinghe);
        folder.File("calendar.yaml", "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nyears: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n");
        OneLine(RunCommand.Run("board", folder.Path, "--lang", "en"), "calendar.yaml:1:4: YAML anchors and aliases are not supported");
    }

    [Fact]
    public void A_yaml_file_of_many_megabytes()
    {
        using var folder = TemporaryFolder.CopyOf(RunCommand.Qinghe);
        folder.File("calendar.yaml", "# " + new string('x', 3_000_000));
        OneLine(RunCommand.Run("board", folder.Path, "--lang", "en"), "calendar.yaml: file is larger than 2 MB");
    }

    [Fact]
    public void An_unknown_region()
    {
        OneLine(RunCommand.Run("board", RunCommand.Qinghe, "--region", "990103", "--lang", "en"), "--region: the programme has no region 990103; did you mean 990101?");
    }

    [Theory]
    [InlineData("--as-of", "2024-13-01")]
    [InlineData("--as-of", "yesterday")]
    [InlineData("--lang", "fr")]
    [InlineData("--what", "x")]
    public void A_wrong_option_is_one_line_and_no_page_of_help(string option, string value)
    {
        var run = RunCommand.Run("board", RunCommand.Qinghe, option, value);
        Assert.Equal(1, run.Exit);
        Assert.NotEmpty(run.ErrorLines);
        Assert.All(run.ErrorLines, line => Assert.StartsWith("lianzhang: ", line, StringComparison.Ordinal));
        Assert.Empty(run.Out);
    }

    [Fact]
    public void Every_bad_file_is_told_at_once()
    {
        using var folder = new TemporaryFolder();
        var run = RunCommand.Run("board", RunCommand.Qinghe, "--data", folder.At("a.csv"), "--data", folder.File("b.csv", "x\n"), "--data", folder.File("c.csv", Header + "visitors,990101,someday,1,万人,公报\nvisitors,990101,2025,x,万人,公报\n"));
        Assert.Equal(1, run.Exit);
        Assert.Equal(4, run.ErrorLines.Count);
        Assert.Empty(run.Out);
    }

    private static void Refused(string text, string message) => Refused(Encoding.UTF8.GetBytes(text), message);

    private static void Refused(byte[] bytes, string message)
    {
        using var folder = new TemporaryFolder();
        OneLine(RunCommand.Run("board", RunCommand.Qinghe, "--data", folder.File("data.csv", bytes), "--lang", "en"), message);
    }

    private static void OneLine(CommandResult run, string message)
    {
        Assert.Equal(1, run.Exit);
        Assert.Contains(message, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }
}
