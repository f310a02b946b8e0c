using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Attachments;

/// <summary>A file that one may see, with its content as it was handed in.</summary>
public sealed record AttachmentFile(string Name, FileKind Kind, Stream Content);

/// <summary>Reads a file: one's own while it waits to be used, and any other with whoever may see what it belongs to.</summary>
public sealed record GetAttachment(Guid Id) : IRequest<AttachmentFile>;

/// <summary>The files among these that one handed in and that wait to be used.</summary>
public sealed record ListWaitingFiles(IReadOnlyList<Guid> Files) : IRequest<WaitingFiles>
{
    public override string ToString() => $"{Files.Count}";
}

/// <summary>Files that wait to be used.</summary>
public sealed record WaitingFiles(IReadOnlyList<AttachmentView> All);

/// <summary>Whether a caller may see what files belong to, asked by a request of its own module.</summary>
public delegate Task<bool> MaySeeSubject(Run run, string id, Caller caller, CancellationToken cancel);

/// <summary>What files may belong to, and who may see them.</summary>
internal sealed record SubjectKind(string Name, MaySeeSubject MaySee);

internal sealed class GetAttachmentSlice(LianzhangDb db, FileVault vault, IEnumerable<SubjectKind> kinds, Run run, CurrentCaller caller) : Slice<GetAttachment, AttachmentFile>
{
    private static readonly Problem NoFile = Problem.NotFound(("没有这个附件，或不在您的权限范围内。", "There is no such file, or it is not within your rights."));

    public override Permission Permission { get; } = new("attachments.read", Changes: false, For: Audience.SignedIn);

    protected override async Task<Answer<AttachmentFile>> Handle(GetAttachment request, CancellationToken cancel)
    {
        if (await db.Set<Attachment>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == request.Id, cancel) is not { } file || !await MaySee(file, cancel))
            return NoFile;
        return vault.Open(file.Hash) is { } content ? new AttachmentFile(file.Name, file.Kind, content) : NoFile;
    }

    private async Task<bool> MaySee(Attachment file, CancellationToken cancel)
    {
        if (file.Subject is null)
            return file.Account == caller.Caller.Account;
        var subject = AttachedTo.Read(file.Subject);
        return kinds.SingleOrDefault(kind => kind.Name == subject.Kind) is { } known && await known.MaySee(run, subject.Id, caller.Caller, cancel);
    }
}

internal sealed class ListWaitingFilesSlice(AttachmentBook book) : Slice<ListWaitingFiles, WaitingFiles>
{
    public override Permission Permission { get; } = new("attachments.read", Changes: false, For: Audience.SignedIn);

    protected override async Task<Answer<WaitingFiles>> Handle(ListWaitingFiles request, CancellationToken cancel) =>
        new WaitingFiles(await book.Waiting([.. request.Files.Take(AttachmentLimits.Most)], cancel));
}
