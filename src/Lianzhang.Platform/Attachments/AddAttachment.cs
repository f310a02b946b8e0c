using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Attachments;

/// <summary>Notes a file that has come in.</summary>
internal sealed record AddAttachment(string Hash, string Name, FileKind Kind, int Bytes) : IRequest<AttachmentView>;

internal sealed class AddAttachmentSlice(LianzhangDb db, CurrentCaller caller, TimeProvider time) : Slice<AddAttachment, AttachmentView>
{
    // Nobody fills the disk with what belongs to nothing.
    private const int MostWaiting = 50;

    public override Permission Permission { get; } = new("attachments.add", Changes: true, For: Audience.SignedIn);

    protected override async Task<Answer<AttachmentView>> Handle(AddAttachment request, CancellationToken cancel)
    {
        var account = caller.Caller.Account;
        if (account is not null && await db.Set<Attachment>().CountAsync(one => one.Subject == null && one.Account == account, cancel) >= MostWaiting)
            return Problem.Invalid(($"您已上传 {MostWaiting} 个尚未使用的文件，请先提交，或一天后再试。", $"{MostWaiting} files of yours wait to be used; submit them first, or try again in a day."));
        var now = time.StoredNow();
        var added = new Attachment { Id = Guid.CreateVersion7(now), Hash = request.Hash, Name = request.Name, Kind = request.Kind, Bytes = request.Bytes, Account = account, AddedBy = caller.Caller.Name, AddedAt = now };
        db.Add(added);
        return AttachmentBook.View(added);
    }
}
