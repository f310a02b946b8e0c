namespace Lianzhang.Core.Tests.Formulas;

/// <summary>Where the repository lies, found from the tests' own folder upwards.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Lianzhang.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Lianzhang.slnx is in no folder above the tests");
    }
}
