using Lianzhang.Core.Generation;
using Lianzhang.Core.Registers;
using Lianzhang.Files;

namespace Lianzhang.Tests.Commands;

public sealed class GenerateCommandTests
{
    private static readonly string[] Few = ["generate", "--scale", "city", "--seed", "7", "--months", "2", "--lang", "en"];

    [Fact]
    public void Files_are_written_that_say_in_every_row_that_they_are_made_up_and_again_the_same()
    {
        using var folder = new TemporaryFolder();
        var run = RunCommand.Run([.. Few, "--out", folder.At("one")]);
        Assert.True(run.Exit == 0, run.Error);
        Assert.Contains("which are not real", run.Out, StringComparison.Ordinal);
        Assert.Equal(["clusters.csv", "enterprises.csv", "facts-2026.csv", "history.csv", "regions.csv", "titles.csv"], Directory.GetFiles(folder.At("one")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var enterprises = File.ReadAllLines(folder.At("one/enterprises.csv"));
        Assert.InRange(enterprises.Length, 2_500, 2_700);
        Assert.All(enterprises.Skip(1), line => Assert.StartsWith("生成数据，非真实数据,", line, StringComparison.Ordinal));
        Assert.All(enterprises.Skip(1), line => Assert.Null(CreditCode.Fault(line.Split(',')[1])));
        var facts = File.ReadAllLines(folder.At("one/facts-2026.csv"));
        Assert.Contains("enterprise_output（万元）", facts[0], StringComparison.Ordinal);
        Assert.Contains(facts, line => line.Contains("不适用", StringComparison.Ordinal));
        Assert.Contains(facts, line => line.Contains("缺报：", StringComparison.Ordinal));

        Assert.Equal(0, RunCommand.Run([.. Few, "--out", folder.At("two")]).Exit);
        Assert.All(Directory.GetFiles(folder.At("one")), file => Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(folder.At($"two/{Path.GetFileName(file)}"))));
    }

    [Fact]
    public void A_folder_that_is_not_empty_is_left_alone_but_what_an_interrupted_run_left_is_replaced()
    {
        using var folder = new TemporaryFolder();
        folder.File("mine.txt", "x");
        Assert.Contains("not empty", Refused(RunCommand.Run([.. Few, "--out", folder.Path])), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(folder.Path));
        Assert.Contains("is a file", Refused(RunCommand.Run([.. Few, "--out", folder.At("mine.txt")])), StringComparison.Ordinal);

        Directory.CreateDirectory(folder.At("left"));
        File.WriteAllText(folder.At("left/titles.csv.part"), "half");
        Assert.Equal(0, RunCommand.Run([.. Few, "--out", folder.At("left")]).Exit);
        Assert.Empty(Directory.GetFiles(folder.At("left"), "*.part"));
    }

    [Fact]
    public void Interrupted_it_leaves_no_file()
    {
        using var folder = new TemporaryFolder();
        var bundled = ReadProgrammeFolder.Read(RunCommand.Heze);
        var economy = new GeneratedEconomy(new GenerationPlan(bundled.Reading.Programme!, bundled.Figures.Figures, GenerationScale.City, 7, Core.Values.Period.Parse("2026-05"), Months: 1));
        Assert.Throws<OperationCanceledException>(() => new WriteGenerated(economy, folder.Path).Write((_, _) => { }, new CancellationToken(canceled: true)));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("--scale", "village", "village")]
    [InlineData("--seed", "abc", "is not a whole number")]
    [InlineData("--months", "0", "must be 1 to 120")]
    [InlineData("--until", "2026", "must be a month such as 2026-06")]
    [InlineData("--until", "2027-01", "has not ended; the latest is 2026-06")]
    public void What_cannot_be_meant_is_told(string option, string value, string told)
    {
        using var folder = new TemporaryFolder();
        var options = new Dictionary<string, string> { ["--scale"] = "city", ["--seed"] = "7", ["--out"] = folder.At("new"), [option] = value };
        Assert.Contains(told, Refused(RunCommand.Run(["generate", .. options.SelectMany(one => new[] { one.Key, one.Value })])), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.At("new")));
    }

    [Fact]
    public void One_place_is_named_for_it()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("give one of --out and --store", Refused(RunCommand.Run(Few)), StringComparison.Ordinal);
        Assert.Contains("give one of --out and --store", Refused(RunCommand.Run([.. Few, "--out", folder.At("new"), "--store", $"sqlite:{folder.At("store.db")}"])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_is_filled_once_and_never_with_two_seeds()
    {
        using var folder = new TemporaryFolder();
        string[] where = ["--store", $"sqlite:{folder.At("store.db")}", "--keys", folder.At("keys")];
        var first = RunCommand.Run([.. Few, .. where]);
        Assert.True(first.Exit == 0, first.Error);
        Assert.Matches("1 of 1 cities: 2[0-9]{3} enterprises, [45][0-9]{3} reports", first.Out);
        var again = RunCommand.Run([.. Few, .. where]);
        Assert.Equal((0, "The generated data, which are not real, are in the store.\n"), (again.Exit, again.Out));
        Assert.Contains("another seed", Refused(RunCommand.Run(["generate", "--scale", "city", "--seed", "8", "--months", "2", "--lang", "en", .. where])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_with_another_programme_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        string[] where = ["--store", $"sqlite:{folder.At("store.db")}", "--keys", folder.At("keys")];
        Assert.Equal(0, RunCommand.Run(["publish", RunCommand.Qinghe, .. where]).Exit);
        Assert.Contains("qinghe_crafts", Refused(RunCommand.Run([.. Few, .. where])), StringComparison.Ordinal);
    }

    private static string Refused(CommandResult run)
    {
        Assert.Equal(1, run.Exit);
        Assert.NotEmpty(run.ErrorLines);
        return run.Error;
    }
}
