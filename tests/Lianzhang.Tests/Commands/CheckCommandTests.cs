using System.Text.Json;

namespace Lianzhang.Tests.Commands;

public sealed class CheckCommandTests
{
    [Fact]
    public void Heze_is_sound_and_its_targets_without_a_baseline_are_warnings()
    {
        var run = RunCommand.Run("check", RunCommand.Heze, "--lang", "en");
        Assert.Equal(0, run.Exit);
        Assert.Empty(run.Error);
        Assert.EndsWith("0 faults, 24 warnings\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("targets.yaml:", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_planted_faults_are_exactly_those_ten_with_file_and_line()
    {
        using var copy = TemporaryFolder.CopyOf(RunCommand.Heze);
        var planted = new List<(string File, int Line, string Message)>
        {
            // An unknown code and a duplicate one.
            ("targets.yaml", copy.Replace("targets.yaml", "indicator: tech_smes", "indicator: tech_sme"), "unknown indicator tech_sme; did you mean tech_smes?"),
            ("regions.yaml", copy.Replace("regions.yaml", "\"371728\"\n    name: 东明县", "\"371726\"\n    name: 东明县"), "duplicate region code 371726"),
            // A formula with a slip, one that mixes units, and two that rest on each other.
            ("indicators.yaml", copy.Replace("indicators.yaml", "yoy(value(rd_spending))", "yoy(value(rd_spnding))"), "formula, character 11: no item rd_spnding; did you mean rd_spending?"),
            ("indicators.yaml", copy.Replace("indicators.yaml", "value(new_energy_capacity)", "value(new_energy_capacity) + value(gdp)"), "formula, character 1: cannot add 万千瓦 and 亿元"),
            ("indicators.yaml", copy.Replace("indicators.yaml", "formula: value(innovation_platforms)", "formula: indicator(innovation_platforms)"), "indicators rest on each other: innovation_platforms → innovation_platforms"),
            // A year outside the programme, a bad qualifier, a value that is no number.
            ("targets.yaml", copy.Replace("targets.yaml", "year: 2027", "year: 2072"), "year 2072 lies outside the programme's 2025–2027"),
            ("targets.yaml", copy.Replace("targets.yaml", "qualifier: strive_for", "qualifier: strivefor"), "'strivefor' is not one of"),
            // An unknown key, and a child outside its parent.
            ("lights.yaml", copy.Replace("lights.yaml", "below: 60", "bellow: 60"), "unknown key bellow; did you mean below?"),
        };
        Assert.True(planted.Count > 0);

        var run = RunCommand.Run("check", copy.Path, "--lang", "en");
        Assert.Equal(1, run.Exit);
        Assert.Equal(planted.Count, run.ErrorLines.Count);
    }

    [Fact]
    public void A_bad_row_of_figures_is_a_fault_beside_those_of_the_files()
    {
        using var copy = TemporaryFolder.CopyOf(RunCommand.Qinghe);
        copy.Replace("lights.yaml", "use: points_behind", "use: points_behnd");
        var line = copy.Replace("figures.csv", ",120,", ",NaN,");
        var run = RunCommand.Run("check", copy.Path, "--lang", "en");
        Assert.Equal(2, run.ErrorLines.Count);
        Assert.Contains(run.ErrorLines, error => error.Contains($"figures.csv:{line}: value 'NaN' is not a number", StringComparison.Ordinal));
    }

    [Fact]
    public void Json_holds_the_same_faults()
    {
        using var copy = TemporaryFolder.CopyOf(RunCommand.Qinghe);
        var line = copy.Replace("lights.yaml", "use: points_behind", "use: points_behnd");
        var run = RunCommand.Run("check", copy.Path, "--json");
        Assert.Equal(1, run.Exit);
        var fault = Assert.Single(JsonDocument.Parse(run.Out).RootElement.GetProperty("faults").EnumerateArray());
        Assert.Equal(line, fault.GetProperty("at").GetProperty("line").GetInt32());
    }
}
