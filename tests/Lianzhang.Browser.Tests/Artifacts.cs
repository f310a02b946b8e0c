namespace Lianzhang.Browser.Tests;

/// <summary>What the build made, found from where these tests lie: artifacts/bin/{project}/{configuration}.</summary>
internal static class Artifacts
{
    private static readonly DirectoryInfo Configuration = new(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    private static readonly DirectoryInfo Bin = Configuration.Parent!.Parent!;

    /// <summary>The executable as it was built beside these tests, in the same configuration.</summary>
    public static string Lianzhang { get; } = Path.Combine(Bin.FullName, "Lianzhang", Configuration.Name, "lianzhang.dll");

    public static string Screenshots { get; } = Path.Combine(Bin.Parent!.FullName, "screenshots");
}
