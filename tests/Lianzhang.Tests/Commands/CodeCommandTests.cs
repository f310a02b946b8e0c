using System.Text.Json;

namespace Lianzhang.Tests.Commands;

public sealed class CodeCommandTests
{
    private const string Valid = "9144030071526726XG";
    private const string Mistyped = "9144030071526726XH";

    [Fact]
    public void A_valid_code_is_told_so()
    {
        var run = RunCommand.Run("code", Valid);
        Assert.Equal((0, $"{Valid}：有效\n", string.Empty), (run.Exit, run.Out, run.Error));
    }

    [Fact]
    public void Every_code_has_its_line_and_one_that_is_wrong_fails_the_whole()
    {
        var run = RunCommand.Run("code", Valid, Mistyped, "91440\n300", "--lang", "en");
        Assert.Equal(1, run.Exit);
        Assert.Equal(
            [
                $"{Valid}: valid",
                $"{Mistyped}: the check character (position 18) should be G; look at positions 1 to 8 and 18",
                "91440 300: the code has 9 characters; it must have 18",
            ],
            run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(run.Error);
    }

    [Fact]
    public void Json_holds_the_codes_as_given_with_their_verdicts()
    {
        var run = RunCommand.Run("code", $" {Valid.ToLowerInvariant()}", Mistyped, "--json");
        Assert.Equal(1, run.Exit);
        var verdicts = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal(
            [
                (" 9144030071526726xg", true, null),
                (Mistyped, false, "第 18 位校验码应为 G，请核对第 1 至 8 位和第 18 位"),
            ],
            verdicts.EnumerateArray().Select(verdict => (verdict.GetProperty("code").GetString()!, verdict.GetProperty("valid").GetBoolean(), verdict.GetProperty("reason").GetString())));
        Assert.Equal(["code", "valid", "reason"], verdicts[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal(0, RunCommand.Run("code", Valid, "--json").Exit);
        Assert.Contains("should be G", RunCommand.Run("code", Mistyped, "--json", "--lang", "en").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_code_is_wrong_and_no_code_at_all_is_a_mistake_of_the_line()
    {
        Assert.Equal((1, "：代码为空，应为 18 位\n"), (RunCommand.Run("code", "").Exit, RunCommand.Run("code", "").Out));
        foreach (var arguments in new string[][] { ["code"], ["code", "--json"] })
        {
            var run = RunCommand.Run(arguments);
            Assert.Equal(1, run.Exit);
            Assert.StartsWith("lianzhang: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
            Assert.Empty(run.Out);
        }
    }

    [Fact]
    public void Its_help_says_what_it_does()
    {
        var run = RunCommand.Run("code", "--help");
        Assert.Equal(0, run.Exit);
        Assert.Contains("校验统一社会信用代码", run.Out, StringComparison.Ordinal);
        Assert.Contains("--json", run.Out, StringComparison.Ordinal);
    }
}
