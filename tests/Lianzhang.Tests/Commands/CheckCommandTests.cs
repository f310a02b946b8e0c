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
        var planted = new List<string>();
        void Plant(string file, string sound, string damaged, string message) =>
            planted.Add($"{copy.Path}/{file}:{copy.Replace(file, sound, damaged)}: {message}");

        Plant("targets.yaml", "tech_smes", "tech_sme", "unknown indicator tech_sme; did you mean tech_smes?");
        Plant("regions.yaml", "\"371725\"", "\"371724\"", "duplicate region code 371724, first given at regions.yaml:");
        // The three plans that compare regions have it once each.
        for (var plan = 0; plan < 3; plan++)
            copy.Replace("assessment.yaml", ", \"371725\"", string.Empty);
        Plant("indicators.yaml", "yoy(value(rd_spending))", "yoy(value(rd_spnding))", "formula, character 11: no item rd_spnding; did you mean rd_spending?");
        Plant("indicators.yaml", "value(new_energy_capacity)", "value(new_energy_capacity) + value(gdp)", "formula, character 1: cannot add 万千瓦 and 亿元");
        copy.Replace("indicators.yaml", "count(units where title = high_tech)", "indicator(innovation_platforms)");
        Plant("indicators.yaml", "value(innovation_platforms)", "indicator(high_tech_enterprises)", "indicators rest on each other: innovation_platforms → high_tech_enterprises → innovation_platforms");
        Plant("targets.yaml", "year: 2027", "year: 2072", "year 2072 lies outside the programme's 2025–2027");
        Plant("targets.yaml", "qualifier: strive_for", "qualifier: strivefor", "'strivefor' is not one of exact, about, at_least, at_most, exceed, strive_for, range, qualitative; did you mean strive_for?");
        Plant("industries.yaml", "gb_partly: [\"2653\"", "gb_partly: [\"3991\"", "GB/T 4754 code 3991 lies outside the codes of its parent new_materials");
        Plant("lights.yaml", "below: 60", "bellow: 60", "unknown key bellow; did you mean below?");
        Plant("calendar.yaml", "2024-02-10", "2024-02-30", "expected a date such as 2025-12-31, found '2024-02-30'");

        var run = RunCommand.Run("check", copy.Path, "--lang", "en");

        Assert.Equal(1, run.Exit);
        var told = run.ErrorLines.Select(WithoutColumn).ToList();
        Assert.Equal(10, planted.Count);
        Assert.All(planted, fault => Assert.Contains(told, line => line.StartsWith(fault, StringComparison.Ordinal)));
        Assert.Equal(10, told.Count);
        Assert.Contains("10 faults", run.Out, StringComparison.Ordinal);
    }

    // file:line:column: message, where the column is left to the tests of each fault.
    private static string WithoutColumn(string line)
    {
        var parts = line.Split(':', 4);
        return $"{parts[0]}:{parts[1]}:{parts[3]}";
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
