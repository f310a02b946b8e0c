using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Programmes;

/// <summary>Changed programmes that are not in force, latest first.</summary>
public sealed record ProgrammeDrafts(IReadOnlyList<ProgrammeDraftView> Drafts);

/// <summary>Lists what awaits a decision.</summary>
public sealed record ListProgrammeDrafts : IRequest<ProgrammeDrafts>;

internal sealed class ListProgrammeDraftsSlice(LianzhangDb db, DraftBook drafts) : Slice<ListProgrammeDrafts, ProgrammeDrafts>
{
    public override Permission Permission { get; } = new("programmes.publish", Changes: false);

    protected override async Task<Answer<ProgrammeDrafts>> Handle(ListProgrammeDrafts request, CancellationToken cancel)
    {
        if (await drafts.InForce(cancel) is not { } inForce)
            return new ProgrammeDrafts([]);
        var waiting = await db.Set<ProgrammeDraft>().AsNoTracking().OrderByDescending(draft => draft.UploadedAt).ToListAsync(cancel);
        return new ProgrammeDrafts([.. waiting.Select(draft => DraftBook.View(draft, inForce))]);
    }
}
