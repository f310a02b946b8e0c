using System.Text.RegularExpressions;

namespace Lianzhang.Tests.Commands;

/// <summary>Every command in docs/scoring.md prints what the page says, and every file shown is the file beside it.</summary>
public sealed partial class ScoringDocumentationTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(RunCommand.Root, "docs/scoring.md"));

    public static TheoryData<string, string> Commands => [.. Console().Matches(Text).Select(match => (match.Groups["command"].Value, match.Groups["output"].Value))];

    public static TheoryData<string> Files => [.. Yaml().Matches(Text).Select(match => match.Groups["yaml"].Value)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Commands_print_what_is_shown(string command, string output)
    {
        var run = RunCommand.Run([.. command.Split(' ').Select(word => word.StartsWith("docs/", StringComparison.Ordinal) ? Path.Combine(RunCommand.Root, word) : word)]);
        Assert.Equal((0, string.Empty), (run.Exit, run.Error));
        Assert.Equal(output, run.Out.TrimEnd('\n') + "\n");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Files_shown_lie_beside_the_page(string yaml) =>
        Assert.Contains(yaml, Directory.GetFiles(Path.Combine(RunCommand.Root, "docs/examples/scoring"), "*.yaml").Select(File.ReadAllText));

    [GeneratedRegex(@"```console\n\$ lianzhang (?<command>[^\n]+)\n(?<output>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Console();

    [GeneratedRegex(@"```yaml\n(?<yaml>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Yaml();
}
