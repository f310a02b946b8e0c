namespace Lianzhang.Benchmarks;

/// <summary>Finds the repository that the benchmarks were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Lianzhang.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Lianzhang.slnx");
        return folder;
    }
}
