using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Programmes;

/// <summary>Publishes the files of a programme as its next version; the files that the latest version already has make no new one.</summary>
public sealed record PublishProgramme(IReadOnlyList<SourceFile> Files, string Note) : IRequest<ProgrammeVersionView>
{
    public override string ToString() => $"{Files.Count} files: {Note}";
}

internal sealed class PublishProgrammeSlice(LianzhangDb db, KeepRegions regions, TimeProvider time) : Slice<PublishProgramme, ProgrammeVersionView>
{
    public override Permission Permission { get; } = new("programmes.publish", Changes: true);

    protected override async Task<Answer<ProgrammeVersionView>> Handle(PublishProgramme request, CancellationToken cancel)
    {
        var reading = ReadProgramme.Read(string.Empty, request.Files);
        if (reading.Programme is not { } programme)
            return Problem.Invalid(("方案有错误，未发布。", "The programme has faults and was not published."), reading.Faults);

        var code = programme.Head.Code;
        var packed = ProgrammeVersion.Pack(request.Files);
        var hash = ProgrammeVersion.HashOf(packed);
        var latest = await db.Set<ProgrammeVersion>().Where(version => version.Code == code).OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancel);
        if (latest?.Hash == hash)
            return ProgrammeVersionView.Of(latest);

        await regions.Keep([.. programme.Regions.Select(region => new RegionPlace(region.Code, region.Name, region.Parent, region.To))], cancel);
        var published = new ProgrammeVersion
        {
            Code = code,
            Number = (latest?.Number ?? 0) + 1,
            RecordedAt = time.GetUtcNow(),
            Note = request.Note,
            Hash = hash,
            Files = packed,
        };
        db.Add(published);
        return ProgrammeVersionView.Of(published);
    }
}
