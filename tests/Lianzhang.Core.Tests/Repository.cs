using Lianzhang.Core.Figures;
using Lianzhang.Core.Programmes;

namespace Lianzhang.Core.Tests;

/// <summary>Finds the files of this repository, wherever the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Files(string folder) =>
        [.. ProgrammeSchema.Files.Select(name => new SourceFile($"{folder}/{name}", File.ReadAllText(Path.Combine(Root, folder, name))))];

    /// <summary>An invented county with baselines, parts and every kind of qualifier.</summary>
    public static ProgrammeReading Qinghe { get; } = ReadProgramme.Read("tests/programmes/qinghe", Files("tests/programmes/qinghe"));

    public static ProgrammeReading Heze { get; } = ReadProgramme.Read("programmes/heze", Files("programmes/heze"));

    public static FigureSet Figures(string folder, Programme programme)
    {
        var read = ReadFigures.Read(new SourceFile($"{folder}/figures.csv", File.ReadAllText(Path.Combine(Root, folder, "figures.csv"))), programme);
        return read.Value is { Malformed.Count: 0 } sound ? sound : throw new InvalidOperationException(string.Join('\n', read.Faults.Concat(read.Value?.Malformed ?? [])));
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Lianzhang.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Lianzhang.slnx");
        return folder;
    }
}
