using System.Text.Json;

namespace Lianzhang.Tests.Commands;

public sealed class SchemaCommandTests
{
    [Fact]
    public void The_schema_of_a_file_names_its_keys_and_choices()
    {
        var run = RunCommand.Run("schema", "targets.yaml");
        Assert.Equal(0, run.Exit);
        var target = JsonDocument.Parse(run.Out).RootElement.GetProperty("properties").GetProperty("targets").GetProperty("items");
        Assert.Contains("strive_for", target.GetProperty("properties").GetProperty("qualifier").GetProperty("enum").EnumerateArray().Select(choice => choice.GetString()));
        Assert.Equal(["indicator", "qualifier", "cite"], target.GetProperty("required").EnumerateArray().Select(key => key.GetString()));
        Assert.False(target.GetProperty("additionalProperties").GetBoolean());
        Assert.NotEmpty(target.GetProperty("properties").GetProperty("tolerance").GetProperty("description").GetString()!);
    }

    [Fact]
    public void All_schemas_are_written_into_a_folder()
    {
        using var folder = new TemporaryFolder();
        var run = RunCommand.Run("schema", "--out", folder.At("schemas"));
        Assert.Equal(0, run.Exit);
        var files = Directory.GetFiles(folder.At("schemas"));
        Assert.Equal(15, files.Length);
        Assert.All(files, file => JsonDocument.Parse(File.ReadAllText(file)));
    }

    [Fact]
    public void An_unknown_file_is_refused() => Assert.Equal(1, RunCommand.Run("schema", "target.yaml").Exit);

    [Fact]
    public void A_folder_that_cannot_be_made_is_one_line()
    {
        using var folder = new TemporaryFolder();
        var run = RunCommand.Run("schema", "--out", Path.Combine(folder.File("x", "a file"), "schemas"));
        Assert.Equal(1, run.Exit);
        Assert.Single(run.ErrorLines);
    }
}
