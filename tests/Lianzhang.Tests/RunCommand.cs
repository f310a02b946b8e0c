using Microsoft.Extensions.Time.Testing;

namespace Lianzhang.Tests;

/// <summary>What a command printed and how it ended.</summary>
internal sealed record CommandResult(int Exit, string Out, string Error)
{
    public IReadOnlyList<string> ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Runs commands as the executable does, on files of the repository or of a temporary folder.</summary>
internal static class RunCommand
{
    public static string Root { get; } = FindRoot();

    public static string Heze { get; } = Path.Combine(Root, "programmes/heze");

    public static string Qinghe { get; } = Path.Combine(Root, "tests/programmes/qinghe");

    public static CommandResult Run(params string[] arguments) => Run(width: null, arguments);

    public static CommandResult Run(int? width, params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 6, 30, 9, 0, 0, TimeSpan.Zero));
        var exit = CommandLine.Run(arguments, new Terminal(output, error, width, HasColour: width is not null, time));
        return new CommandResult(exit, output.ToString(), error.ToString());
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Lianzhang.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Lianzhang.slnx");
        return folder;
    }
}
