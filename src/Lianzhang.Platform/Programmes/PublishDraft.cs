using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Programmes;

/// <summary>Puts a changed programme in force as the next version: in one transaction, so that every board is of the old or of the new.</summary>
public sealed record PublishDraft(Guid Draft) : IRequest<ProgrammeVersionView>;

/// <summary>Gives a changed programme up.</summary>
public sealed record DropDraft(Guid Draft) : IRequest<Done>;

internal sealed class PublishDraftSlice(LianzhangDb db, DraftBook drafts, Slice<PublishProgramme, ProgrammeVersionView> publish) : Slice<PublishDraft, ProgrammeVersionView>
{
    public override Permission Permission { get; } = new("programmes.publish", Changes: true);

    protected override async Task<Answer<ProgrammeVersionView>> Handle(PublishDraft request, CancellationToken cancel)
    {
        if (await drafts.Stored(request.Draft, cancel) is not { } draft || await drafts.InForce(cancel) is not { } inForce)
            return DraftBook.NotThere;
        // Published over another change it would take that one back, and what was previewed would not come about.
        if (!DraftBook.View(draft, inForce).IsNext)
            return Problem.Conflict(($"上传后又发布了第 {inForce.Number} 版，请在现行版本上重新调整。", $"Version {inForce.Number} was published since: make the change again from what is in force."));
        db.Remove(draft);
        return await publish.HandleAny(new PublishProgramme(draft.Sources, draft.Note), cancel);
    }
}

internal sealed class DropDraftSlice(LianzhangDb db, DraftBook drafts) : Slice<DropDraft, Done>
{
    public override Permission Permission { get; } = new("programmes.publish", Changes: true);

    protected override async Task<Answer<Done>> Handle(DropDraft request, CancellationToken cancel)
    {
        if (await drafts.Stored(request.Draft, cancel) is not { } draft)
            return DraftBook.NotThere;
        db.Remove(draft);
        return Done.It;
    }
}
