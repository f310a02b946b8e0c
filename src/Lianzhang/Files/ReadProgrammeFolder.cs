using Lianzhang.Core.Figures;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Files;

/// <summary>A programme read from a folder, with the figures that lie beside it.</summary>
internal sealed record ProgrammeFolder(ProgrammeReading Reading, FigureSet Figures, IReadOnlyList<Fault> Faults);

/// <summary>Reads a programme and its figures from a folder.</summary>
internal static class ReadProgrammeFolder
{
    private const int MostBytesOfYaml = 2_000_000;

    public const string FiguresFile = "figures.csv";

    /// <summary>The most that a file of figures may have: about half a million rows.</summary>
    public const int MostBytesOfFigures = 50_000_000;

    public static ProgrammeFolder Read(string folder)
    {
        var shown = folder.Replace('\\', '/').TrimEnd('/');
        if (!Directory.Exists(folder))
        {
            var missing = new Fault(new Location(shown), File.Exists(folder) ? ("这是文件，应为方案文件夹", "is a file; a programme is a folder") : ("找不到文件夹", "folder not found"));
            return new ProgrammeFolder(new ProgrammeReading(null, [], []), FigureSet.Empty, [missing]);
        }

        var (files, faults) = Files(shown);
        if (faults.Count > 0)
            return new ProgrammeFolder(new ProgrammeReading(null, [], []), FigureSet.Empty, faults);

        var reading = ReadProgramme.Read(shown, files);
        faults.AddRange(reading.Faults);
        var figures = File.Exists($"{shown}/{FiguresFile}") ? ReadFigureFile($"{shown}/{FiguresFile}", reading.Programme, faults) : FigureSet.Empty;
        return new ProgrammeFolder(reading, figures, faults);
    }

    /// <summary>The files of a programme that are there, with the faults of those that cannot be read.</summary>
    public static (IReadOnlyList<SourceFile> Files, List<Fault> Faults) Files(string folder)
    {
        var faults = new List<Fault>();
        var files = new List<SourceFile>();
        foreach (var path in ProgrammeSchema.Files.Select(name => $"{folder}/{name}").Where(File.Exists))
            Keep(ReadTextFile.Read(path, MostBytesOfYaml), files, faults);
        return (files, faults);
    }

    /// <summary>The figures of a file, or none after its faults were added.</summary>
    public static FigureSet ReadFigureFile(string path, Programme? programme, List<Fault> faults)
    {
        var files = new List<SourceFile>();
        Keep(ReadTextFile.Table(path, MostBytesOfFigures), files, faults);
        if (files is not [var file])
            return FigureSet.Empty;
        var read = ReadFigures.Read(file, programme);
        faults.AddRange(read.Faults);
        // Half a file would make a board that nobody meant, so that one bad row refuses it.
        faults.AddRange(read.Value?.Malformed ?? []);
        return read.Value ?? FigureSet.Empty;
    }

    private static void Keep(Outcome<SourceFile> read, List<SourceFile> files, List<Fault> faults)
    {
        if (read.Succeeded(out var file))
            files.Add(file);
        faults.AddRange(read.Faults);
    }
}
