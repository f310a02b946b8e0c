using Lianzhang.Platform.Attachments;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Appeals;

/// <summary>The files of an appeal, each with the step by which it came.</summary>
internal sealed class AppealFiles(LianzhangDb db, AttachmentBook attachments)
{
    /// <summary>Lets files that the caller handed in belong to the step that is being put on an appeal; a problem where they cannot be used.</summary>
    public async Task<Problem?> Claim(Guid appeal, IReadOnlyList<Guid>? files, CancellationToken cancel) => files is not { Count: > 0 } ? null
        : await attachments.Claim(Of(appeal, await db.Set<AppealEvent>().CountAsync(entry => entry.AppealId == appeal, cancel) + 1), files, cancel);

    /// <summary>The files of each of so many steps, by its place from 1.</summary>
    public async Task<IReadOnlyDictionary<int, IReadOnlyList<AttachmentView>>> All(Guid appeal, int steps, CancellationToken cancel)
    {
        var found = await attachments.Of(AppealsModule.Subject, [.. Enumerable.Range(1, steps).Select(step => Of(appeal, step).Id)], cancel);
        return Enumerable.Range(1, steps).Where(step => found.ContainsKey(Of(appeal, step).Id)).ToDictionary(step => step, step => found[Of(appeal, step).Id]);
    }

    private static AttachedTo Of(Guid appeal, int step) => new(AppealsModule.Subject, $"{appeal}.{step}");
}
