using System.IO.Compression;
using System.Text;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Programmes;

/// <summary>The files of a programme in one archive.</summary>
[Lianzhang.Core.Judgement.CarriesTargets]
public sealed record ProgrammeArchive(string FileName, byte[] Content);

/// <summary>Packs the files in force, so that a change starts from them.</summary>
public sealed record PackProgrammeFiles : IRequest<ProgrammeArchive>;

internal sealed class PackProgrammeFilesSlice(DraftBook drafts) : Slice<PackProgrammeFiles, ProgrammeArchive>
{
    public override Permission Permission { get; } = new("programmes.read", Changes: false);

    protected override async Task<Answer<ProgrammeArchive>> Handle(PackProgrammeFiles request, CancellationToken cancel)
    {
        if (await drafts.InForce(cancel) is not { } inForce)
            return Problem.NotFound(("没有已发布的方案。", "No programme is published."));
        var packed = new MemoryStream();
        await using (var archive = await ZipArchive.CreateAsync(packed, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel))
        {
            foreach (var file in inForce.Sources)
            {
                await using var entry = await archive.CreateEntry(file.Name).OpenAsync(cancel);
                await entry.WriteAsync(Encoding.UTF8.GetBytes(file.Text), cancel);
            }
        }

        return new ProgrammeArchive($"{inForce.Code}-{inForce.Number}.zip", packed.ToArray());
    }
}
