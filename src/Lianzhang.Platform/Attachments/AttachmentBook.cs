using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Attachments;

/// <summary>What belongs to what. For slices of other modules, within their own transaction.</summary>
public sealed class AttachmentBook
{
    private readonly LianzhangDb db;
    private readonly FileVault vault;
    private readonly CurrentCaller caller;

    internal AttachmentBook(LianzhangDb db, FileVault vault, CurrentCaller caller) => (this.db, this.vault, this.caller) = (db, vault, caller);

    /// <summary>
    /// Makes files that the caller handed in belong to a subject; a problem where one is not the caller's, is used already, was swept, or
    /// where the subject would have too many.
    /// </summary>
    public async Task<Problem?> Claim(AttachedTo subject, IReadOnlyCollection<Guid> files, CancellationToken cancel)
    {
        var (wanted, account, belongs) = (files.Distinct().ToList(), caller.Caller.Account, $"{subject}");
        if (wanted.Count == 0)
            return null;
        var found = await db.Set<Attachment>().Where(one => wanted.Contains(one.Id) && one.Subject == null && one.Account == account).ToListAsync(cancel);
        if (found.Count < wanted.Count || !found.TrueForAll(one => vault.Has(one.Hash)))
            return Problem.Invalid(("附件已失效或已被使用，请重新上传。", "A file has lapsed or is used already; upload it again."));
        if (found.Count + await db.Set<Attachment>().CountAsync(one => one.Subject == belongs, cancel) > AttachmentLimits.Most)
            return Problem.Invalid(($"附件最多 {AttachmentLimits.Most} 个。", $"There can be at most {AttachmentLimits.Most} files."));
        found.ForEach(one => one.Subject = belongs);
        return null;
    }

    /// <summary>Lets files of a subject go; what nobody needs any more is swept.</summary>
    public async Task Release(AttachedTo subject, IReadOnlyCollection<Guid> files, CancellationToken cancel)
    {
        var belongs = $"{subject}";
        db.RemoveRange(await db.Set<Attachment>().Where(one => one.Subject == belongs && files.Contains(one.Id)).ToListAsync(cancel));
    }

    /// <summary>The files of a subject, the first first.</summary>
    public async Task<IReadOnlyList<AttachmentView>> Of(AttachedTo subject, CancellationToken cancel) =>
        (await Of(subject.Kind, [subject.Id], cancel)).GetValueOrDefault(subject.Id, []);

    /// <summary>The files of several subjects of one kind, by the id of the subject; those without files are left out.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<AttachmentView>>> Of(string kind, IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        var subjects = ids.Select(id => $"{new AttachedTo(kind, id)}").Distinct().ToList();
        var found = await db.Set<Attachment>().AsNoTracking().Where(one => one.Subject != null && subjects.Contains(one.Subject)).OrderBy(one => one.Id).ToListAsync(cancel);
        return found.GroupBy(one => AttachedTo.Read(one.Subject!).Id).ToDictionary(group => group.Key, group => (IReadOnlyList<AttachmentView>)[.. group.Select(View)]);
    }

    /// <summary>Those of the named files that the caller handed in and nothing claimed, for a form that is shown again.</summary>
    public async Task<IReadOnlyList<AttachmentView>> Waiting(IReadOnlyCollection<Guid> files, CancellationToken cancel)
    {
        var account = caller.Caller.Account;
        return [.. (await db.Set<Attachment>().AsNoTracking().Where(one => files.Contains(one.Id) && one.Subject == null && one.Account == account).OrderBy(one => one.Id).ToListAsync(cancel)).Select(View)];
    }

    internal static AttachmentView View(Attachment one) => new(one.Id, one.Name, one.Kind, one.Bytes, one.AddedBy, one.AddedAt);
}
