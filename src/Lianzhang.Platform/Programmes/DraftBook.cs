using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Programmes;

/// <summary>A changed programme that is not in force, read as the version that it would become.</summary>
public sealed record DraftedProgramme(ProgrammeDraftView View, PublishedProgramme Programme);

/// <summary>Finds changed programmes that are not in force.</summary>
public sealed class DraftBook(LianzhangDb db, ProgrammeCache cache)
{
    public static Problem NotThere { get; } = Problem.NotFound(("没有这份待发布方案，可能已经发布、撤销或超过一个月。", "There is no such draft: it was published or dropped, or a month has passed."));

    /// <summary>Null when there is none, or this product can no longer read it.</summary>
    public async Task<DraftedProgramme?> Find(Guid id, CancellationToken cancel)
    {
        if (await Stored(id, cancel) is not { } draft || await InForce(cancel) is not { } inForce)
            return null;
        // Read under the name that the version will have, so that it is the same when it comes into force.
        var reading = cache.Reading(draft.Code, draft.Number, draft.Hash, draft.Files);
        return reading.Programme is null ? null : new DraftedProgramme(View(draft, inForce), new PublishedProgramme(draft.Number, draft.UploadedAt, draft.Hash, reading));
    }

    internal Task<ProgrammeDraft?> Stored(Guid id, CancellationToken cancel) => db.Set<ProgrammeDraft>().SingleOrDefaultAsync(draft => draft.Id == id, cancel);

    internal Task<ProgrammeVersion?> InForce(CancellationToken cancel) => db.Set<ProgrammeVersion>().AsNoTracking().OrderByDescending(version => version.Id).FirstOrDefaultAsync(cancel);

    internal static ProgrammeDraftView View(ProgrammeDraft draft, ProgrammeVersion inForce) =>
        new(draft.Id, draft.Code, draft.Number, draft.UploadedAt, draft.By, draft.Note, IsNext: (inForce.Code, inForce.Number + 1) == (draft.Code, draft.Number));
}
