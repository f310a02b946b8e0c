namespace Lianzhang.Architecture.Tests.Trees;

/// <summary>
/// What .gitignore leaves out, in the forms that the repository uses: /folder/ at the root, folder/ anywhere, *.extension.
/// Another form is an error, lest a rule look at build output or past a source.
/// </summary>
public sealed class IgnoredFiles
{
    private readonly HashSet<string> rootFolders = [];
    private readonly HashSet<string> folders = [".git"];
    private readonly List<string> endings = [];

    public IgnoredFiles(IEnumerable<string> patterns)
    {
        foreach (var pattern in patterns.Select(line => line.Trim()).Where(line => line is not ("" or ['#', ..])))
        {
            if (pattern is ['*', '.', ..])
                endings.Add(pattern[1..]);
            else if (pattern is ['/', .. var rooted, '/'])
                rootFolders.Add(rooted);
            else if (pattern is [.. var anywhere, '/'] && !anywhere.Contains('/') && !anywhere.Contains('*'))
                folders.Add(anywhere);
            else
                throw new NotSupportedException($"The architecture tests cannot read the pattern '{pattern}' of .gitignore");
        }
    }

    public bool HasFile(string name) => endings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));

    public bool HasFolder(string path) => rootFolders.Contains(path) || folders.Contains(path[(path.LastIndexOf('/') + 1)..]);
}
