using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Programmes;

/// <summary>A published version, without its files.</summary>
public sealed record ProgrammeVersionView(string Code, int Number, DateTimeOffset RecordedAt, string Note, string Hash)
{
    internal static ProgrammeVersionView Of(ProgrammeVersion version) => new(version.Code, version.Number, version.RecordedAt, version.Note, version.Hash);
}

/// <summary>The versions of a programme, newest first.</summary>
public sealed record ProgrammeVersions(IReadOnlyList<ProgrammeVersionView> Versions);

/// <summary>Lists what was published.</summary>
public sealed record ListProgrammeVersions : IRequest<ProgrammeVersions>;

internal sealed class ListProgrammeVersionsSlice(LianzhangDb db) : Slice<ListProgrammeVersions, ProgrammeVersions>
{
    public override Permission Permission { get; } = new("programmes.read", Changes: false);

    protected override async Task<Answer<ProgrammeVersions>> Handle(ListProgrammeVersions request, CancellationToken cancel) =>
        new ProgrammeVersions(await db.Set<ProgrammeVersion>()
            .OrderByDescending(version => version.Id)
            .Select(version => new ProgrammeVersionView(version.Code, version.Number, version.RecordedAt, version.Note, version.Hash))
            .ToListAsync(cancel));
}
