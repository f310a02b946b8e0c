using System.Diagnostics;

namespace Lianzhang.Benchmarks;

/// <summary>What a person waits for: the whole process, from start to the printed board.</summary>
internal static class ProcessStart
{
    public static void Run()
    {
        var lianzhang = Path.Combine(AppContext.BaseDirectory, "lianzhang.dll");
        var heze = Path.Combine(Repository.Root, "programmes/heze");
        SideBySide.Compare(
            "Start of a process (9 YAML files, 154 figures, 30 targets)",
            15,
            ("a .NET program that does nothing", () => Start(Environment.ProcessPath!, "nothing")),
            ("lianzhang --version", () => Start("dotnet", lianzhang, "--version")),
            ("lianzhang check programmes/heze", () => Start("dotnet", lianzhang, "check", heze)),
            ("lianzhang board programmes/heze --json", () => Start("dotnet", lianzhang, "board", heze, "--as-of", "2024-12-31", "--json")));
    }

    private static void Start(string file, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
