using Lianzhang.Architecture.Tests.Symbols;

namespace Lianzhang.Architecture.Tests.Trees;

/// <summary>The text files of a repository. It does not change: a planted file makes another tree.</summary>
public sealed class SourceTree
{
    private readonly SortedDictionary<string, SourceFile> files;
    private readonly Lazy<IReadOnlyList<Project>> projects;
    private readonly Lazy<SymbolIndex> symbols;

    public SourceTree(IEnumerable<SourceFile> files, SourceTree? before = null)
    {
        this.files = new SortedDictionary<string, SourceFile>(files.ToDictionary(file => file.Path), StringComparer.Ordinal);
        projects = new(() => [.. Files.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal)).Select(file => new Project(file))]);
        symbols = new(() => new SymbolIndex(this, before?.Symbols));
    }

    public IReadOnlyCollection<SourceFile> Files => files.Values;

    public IEnumerable<SourceFile> Code => Files.Where(file => file.IsCode);

    public IReadOnlyList<Project> Projects => projects.Value;

    public SymbolIndex Symbols => symbols.Value;

    public SourceFile? Find(string path) => files.GetValueOrDefault(path);

    public IEnumerable<SourceFile> CodeOf(Project project) => Code.Where(file => ProjectOf(file) == project);

    public Project? ProjectOf(SourceFile file) =>
        Projects.Where(project => file.IsUnder(project.Folder)).MaxBy(project => project.Folder.Length);

    /// <summary>This tree with a file added, or put in the place of the one with its path.</summary>
    public SourceTree With(string path, string text) =>
        new([.. Files.Where(file => file.Path != path), new SourceFile(path, text)], this);

    public SourceTree Without(string path) => new(Files.Where(file => file.Path != path), this);
}
