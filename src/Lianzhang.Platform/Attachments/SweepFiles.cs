using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Attachments;

/// <summary>
/// Removes contents that no row names. Each is taken out of its place before it is asked for the last time: who brings the same content
/// again notes it first and puts it in its place afterwards, so that it is either put back here or replaced there. Any number of
/// processes may do so at once, and one that is killed leaves what it took to the next.
/// </summary>
internal sealed class SweepFiles(IServiceScopeFactory scopes, FileVault vault, Run run, TimeProvider time)
{
    private const int AtOnce = 500;

    private static readonly TimeSpan Unfinished = TimeSpan.FromDays(1);

    /// <summary>How many contents were removed.</summary>
    public async Task<int> Once(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LianzhangDb>();
        // No entry in the record when there is nothing to do.
        while (await SweepAttachmentsSlice.Lapsed(db, time).AnyAsync(cancel))
            await run.Do(new SweepAttachments(), Caller.Product, cancel);
        var removed = vault.RemoveUnfinished(time.GetUtcNow() - Unfinished);
        foreach (var some in vault.All().Chunk(AtOnce))
        {
            var named = await Named(db, some, cancel);
            foreach (var hash in some.Where(hash => !named.Contains(hash)))
                vault.Take(hash);
        }

        foreach (var some in vault.Taken().Chunk(AtOnce))
            removed += Decide(some, await Named(db, [.. some.Select(taken => taken.Hash)], cancel));
        return removed;
    }

    private int Decide(IReadOnlyList<LeavingFile> taken, HashSet<string> named)
    {
        foreach (var one in taken)
        {
            if (named.Contains(one.Hash))
                vault.PutBack(one);
            else
                FileVault.Remove(one);
        }

        return taken.Count(one => !named.Contains(one.Hash));
    }

    private static async Task<HashSet<string>> Named(LianzhangDb db, string[] hashes, CancellationToken cancel) =>
        await db.Set<Attachment>().Where(one => hashes.Contains(one.Hash)).Select(one => one.Hash).ToHashSetAsync(cancel);
}
