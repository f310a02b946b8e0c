namespace Lianzhang.Architecture.Tests.Trees;

/// <summary>The repository that the tests were built from.</summary>
public static class Repository
{
    private static readonly string[] TextExtensions =
    [
        "", ".cs", ".csproj", ".props", ".targets", ".slnx", ".yaml", ".yml", ".json", ".sh", ".md", ".txt", ".razor", ".editorconfig", ".globalconfig", ".gitignore",
    ];

    private static readonly Lazy<SourceTree> Read = new(() => new SourceTree(ReadFiles(FindRoot())));

    public static SourceTree Tree => Read.Value;

    private static DirectoryInfo FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Lianzhang.slnx")))
                return folder;
        }

        throw new InvalidOperationException("The tests do not lie below a folder with Lianzhang.slnx");
    }

    private static List<SourceFile> ReadFiles(DirectoryInfo root)
    {
        var ignored = new IgnoredFiles(File.ReadAllLines(Path.Combine(root.FullName, ".gitignore")));
        var files = new List<SourceFile>();
        Collect(root, string.Empty);
        return files;

        void Collect(DirectoryInfo folder, string prefix)
        {
            foreach (var file in folder.EnumerateFiles())
            {
                if (TextExtensions.Contains(file.Extension) && !ignored.HasFile(file.Name))
                    files.Add(new SourceFile(prefix + file.Name, File.ReadAllText(file.FullName)));
            }

            foreach (var child in folder.EnumerateDirectories().Where(child => !ignored.HasFolder(prefix + child.Name)))
                Collect(child, prefix + child.Name + "/");
        }
    }
}
