using System.Text.Json;

namespace Lianzhang.Tests.Commands;

public sealed class ScoreCommandTests
{
    private const string Spec = "aggregates:\n- {code: top}\nindicators:\n- {code: a, parent: top, weight: 1}\n- {code: b, parent: top, weight: 2}\nsteps:\n- {step: up, method: arithmetic}\n";
    private const string Csv = "region,a,b\n甲县,1,2\n乙县,0.1,NA\n";

    [Fact]
    public void Scores_are_printed_by_rank()
    {
        var run = Run(Spec, Csv);
        Assert.Equal((0, string.Empty), (run.Exit, run.Error));
        Assert.Equal(["# ranks", "rank, unit, top", "1   , 甲县, 1.666667", "2   , 乙县, 0.100000", "", ""], run.Out.Split('\n'));
    }

    [Fact]
    public void A_trace_has_every_number_with_all_its_digits() =>
        Assert.StartsWith("# data: data\nunit, a  , b\n甲县, 1  , 2\n乙县, 0.1,\n\n# up: arithmetic\nunit, a  , b, top\n甲县, 1  , 2, 1.6666666666666667\n乙县, 0.1,  , 0.1\n", Run(Spec, Csv, "--trace").Out, StringComparison.Ordinal);

    [Fact]
    public void Json_has_scores_ranks_contributions_and_the_trace()
    {
        var json = JsonDocument.Parse(Run(Spec, Csv, "--trace", "--json").Out).RootElement;
        Assert.Equal("top", json.GetProperty("score").GetString());
        var unit = json.GetProperty("units")[0];
        Assert.Equal((1.6666666666666667, 1), (unit.GetProperty("score").GetDouble(), unit.GetProperty("rank").GetInt32()));
        Assert.Equal([1 / 3.0, 4 / 3.0], unit.GetProperty("contributions").EnumerateArray().Select(each => each.GetProperty("points").GetDouble()));
        var trace = json.GetProperty("trace")[1];
        Assert.Equal(("up", "arithmetic", "top"), (trace.GetProperty("step").GetString(), trace.GetProperty("method").GetString(), trace.GetProperty("columns")[2].GetString()));
        Assert.Equal(JsonValueKind.Null, trace.GetProperty("rows")[1].GetProperty("values")[1].ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("robustness").ValueKind);
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(Run(Spec, Csv, "--json").Out).RootElement.GetProperty("trace").ValueKind);
    }

    [Fact]
    public void Robustness_is_tested_when_it_is_asked_for_or_written()
    {
        Assert.Contains("# robustness of ranks: 1000 runs of chance, seed 1\n", Run(Spec, Csv, "--robust").Out, StringComparison.Ordinal);
        Assert.Contains("# robustness of ranks: 7 runs of chance, seed 3\n", Run(Spec + "robustness: {runs: 7, seed: 3}\n", Csv).Out, StringComparison.Ordinal);
        var json = JsonDocument.Parse(Run(Spec + "robustness: {runs: 7, sobol: 5}\n", Csv, "--json").Out).RootElement.GetProperty("robustness");
        Assert.Equal((7, "firm", "rank 1"), (json.GetProperty("runs").GetInt32(), json.GetProperty("units")[0].GetProperty("steadiness").GetString(), json.GetProperty("units")[0].GetProperty("words").GetString()));
        Assert.Equal("weights top", json.GetProperty("sobol").GetProperty("rankShift")[0].GetProperty("input").GetString());
    }

    [Theory]
    [InlineData("arithmetic", "arithmetics", "spec.yaml:7:22: 'arithmetics' is none of")]
    [InlineData("code: b", "code: c", "spec.yaml:5:10: the data has no column c")]
    [InlineData("robust", "robust", "")]
    public void What_is_wrong_is_told_in_one_line_and_nothing_is_printed(string sound, string damaged, string message)
    {
        var run = message.Length > 0 ? Run(Spec.Replace(sound, damaged, StringComparison.Ordinal), Csv) : Run(Spec + "robustness: {weights: 3}\n", Csv);
        Assert.Equal((1, string.Empty), (run.Exit, run.Out));
        Assert.Contains(message.Length > 0 ? message : "spec.yaml:8:23: weights lies between 0 and 1", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_number_is_told_with_its_line_and_column_name() =>
        Assert.EndsWith("data.csv:3: column b: 'two' is not a number", Assert.Single(Run(Spec, Csv.Replace("NA", "two", StringComparison.Ordinal)).ErrorLines), StringComparison.Ordinal);

    [Fact]
    public void Files_that_are_not_there_are_told()
    {
        using var folder = new TemporaryFolder();
        var spec = folder.File("spec.yaml", Spec);
        Assert.EndsWith("none.yaml: file not found", Assert.Single(RunCommand.Run("score", "--spec", folder.At("none.yaml"), "--data", spec, "--lang", "en").ErrorLines), StringComparison.Ordinal);
        Assert.EndsWith("none.csv: file not found", Assert.Single(RunCommand.Run("score", "--spec", spec, "--data", folder.At("none.csv"), "--lang", "en").ErrorLines), StringComparison.Ordinal);
        Assert.Contains("--data", Assert.Single(RunCommand.Run("score", "--spec", spec).ErrorLines), StringComparison.Ordinal);
    }

    private static CommandResult Run(string spec, string csv, params string[] more)
    {
        using var folder = new TemporaryFolder();
        return RunCommand.Run(["score", "--spec", folder.File("spec.yaml", spec), "--data", folder.File("data.csv", csv), "--lang", "en", .. more]);
    }
}
