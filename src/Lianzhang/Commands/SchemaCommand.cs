using System.CommandLine;
using System.Text.Json.Nodes;
using Lianzhang.Core.Programmes;

namespace Lianzhang.Commands;

/// <summary>lianzhang schema: JSON Schemas of a programme's files for editors.</summary>
internal static class SchemaCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string?>("file")
        {
            Description = "只输出此文件的模式,如 targets.yaml / the schema of this file alone, such as targets.yaml",
            Arity = ArgumentArity.ZeroOrOne,
        };
        file.AcceptOnlyFromAmong([.. ProgrammeSchema.Files]);
        var folder = new Option<string?>("--out") { Description = "把各文件的模式写入此文件夹 / write the schema of each file into this folder" };
        var command = new Command("schema", "输出方案文件的 JSON Schema,供编辑器提示和检查 / JSON Schemas of a programme's files, for editors") { file, folder };
        command.SetAction(parsed => parsed.GetValue(folder) is { } into
            ? WriteFiles(into, parsed.GetValue(file), terminal)
            : Print(parsed.GetValue(file), terminal));
        return command;
    }

    private static int Print(string? file, Terminal terminal)
    {
        var schema = file is not null
            ? ProgrammeSchema.Of(file)
            : new JsonObject(ProgrammeSchema.Files.Select(name => KeyValuePair.Create(name, (JsonNode?)ProgrammeSchema.Of(name))));
        terminal.Out.WriteLine(WriteJson.Of(schema));
        return Terminal.Success;
    }

    private static int WriteFiles(string folder, string? only, Terminal terminal)
    {
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var name in ProgrammeSchema.Files.Where(name => only is null || name == only))
            {
                var path = Path.Combine(folder, Path.ChangeExtension(name, ".schema.json"));
                File.WriteAllText(path, WriteJson.Of(ProgrammeSchema.Of(name)) + "\n");
                terminal.Out.WriteLine(path);
            }

            return Terminal.Success;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine($"{folder}: 无法写入 / cannot be written: {failure.Message}");
            return Terminal.Failure;
        }
    }
}
