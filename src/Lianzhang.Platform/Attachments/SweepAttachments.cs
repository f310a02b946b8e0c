using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Attachments;

/// <summary>Forgets files that were handed in and within a day not claimed by anything.</summary>
internal sealed record SweepAttachments : IRequest<SweptAttachments>;

/// <summary>How many were forgotten.</summary>
internal sealed record SweptAttachments(int Count);

internal sealed class SweepAttachmentsSlice(LianzhangDb db, TimeProvider time) : Slice<SweepAttachments, SweptAttachments>
{
    private const int MostAtOnce = 1_000;

    private static readonly TimeSpan Waits = TimeSpan.FromDays(1);

    public override Permission Permission { get; } = new("attachments.sweep", Changes: true, For: Audience.Product);

    protected override async Task<Answer<SweptAttachments>> Handle(SweepAttachments request, CancellationToken cancel)
    {
        var lapsed = await Lapsed(db, time).OrderBy(one => one.Id).Take(MostAtOnce).ToListAsync(cancel);
        db.RemoveRange(lapsed);
        return new SweptAttachments(lapsed.Count);
    }

    internal static IQueryable<Attachment> Lapsed(LianzhangDb db, TimeProvider time)
    {
        var before = time.GetUtcNow() - Waits;
        return db.Set<Attachment>().Where(one => one.Subject == null && one.AddedAt < before);
    }
}
