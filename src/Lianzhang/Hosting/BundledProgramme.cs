using Lianzhang.Core.Values;
using Lianzhang.Files;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Hosting;

/// <summary>Publishes the programme that comes with the product, and records the figures beside it.</summary>
internal static class BundledProgramme
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "programmes", "heze");

    /// <summary>The programme with its figures, or why it cannot be read.</summary>
    public static Outcome<ProgrammeFolder> Read()
    {
        var read = ReadProgrammeFolder.Read(Folder);
        return read.Faults.Count > 0 ? Outcome<ProgrammeFolder>.Failed(read.Faults) : Outcome<ProgrammeFolder>.Of(read);
    }

    /// <summary>Null when done; doing it again changes nothing.</summary>
    public static async Task<Text?> Publish(IServiceProvider services, CancellationToken cancel)
    {
        var (files, faults) = ReadProgrammeFolder.Files(Folder);
        if (faults.Count > 0)
            return new Text(string.Join('\n', faults.Select(fault => fault.In(Language.Chinese))), string.Join('\n', faults));
        var run = services.GetRequiredService<Run>();
        var published = await run.Do(new PublishProgramme(files, "随产品发布 / bundled"), Caller.Product, cancel);
        if (published.Problem is { } refused)
            return refused.Detail;
        var figures = ReadTextFile.Read(Path.Combine(Folder, ReadProgrammeFolder.FiguresFile), ReadProgrammeFolder.MostBytesOfFigures);
        if (!figures.Succeeded(out var file))
            return figures.Faults[0].Message;
        return (await run.Do(new ImportFigures(file with { Path = ReadProgrammeFolder.FiguresFile }), Caller.Product, cancel)).Problem?.Detail;
    }
}
