using System.Data;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Auditing;

/// <summary>
/// Links the entries that were committed since the last time into the chain, signs its head and notes it outside the store. It runs
/// after the commits, so that those who write entries never wait for each other.
/// </summary>
public sealed class SealAudit(IServiceScopeFactory scopes, AuditKey key, AuditAnchor anchor, TimeProvider time)
{
    private const int MostAtOnce = 5_000;

    // A transaction that began earlier than this has long ended, one way or the other, so that no entry with a lower number can still appear.
    private static readonly TimeSpan LongestTransaction = TimeSpan.FromHours(1);

    /// <summary>How many entries were linked. None too when another process did it at the same time.</summary>
    public async Task<int> Seal(CancellationToken cancel)
    {
        var all = 0;
        for (int some; (some = await SealSome(cancel)) > 0;)
            all += some;
        return all;
    }

    private async Task<int> SealSome(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LianzhangDb>();
        var head = await db.Set<AuditLink>().AsNoTracking().OrderByDescending(link => link.Sequence).FirstOrDefaultAsync(cancel);
        var fresh = await Unlinked(db, cancel);
        if (fresh.Count == 0)
            return 0;

        var (sequence, hash) = (head?.Sequence ?? 0, head?.Hash ?? AuditLink.Start);
        foreach (var entry in fresh)
            db.Add(new AuditLink { Sequence = ++sequence, Entry = entry.Uid, Hash = hash = AuditLink.Next(hash, entry) });
        var seal = new AuditSeal { Sequence = sequence, At = time.GetUtcNow(), UpToEntry = fresh.Max(entry => entry.Id), Hash = hash, Signature = key.Sign(AnchoredHead.Head(sequence, hash)) };
        db.Add(seal);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // The numbers of the links are the turn: another process had them first and has linked these entries.
            return 0;
        }

        await anchor.Append(seal, cancel);
        return fresh.Count;
    }

    private async Task<List<AuditEntry>> Unlinked(LianzhangDb db, CancellationToken cancel)
    {
        var settled = time.GetUtcNow() - LongestTransaction;
        var floor = await db.Set<AuditSeal>().Where(seal => seal.At < settled).MaxAsync(seal => (long?)seal.UpToEntry, cancel) ?? 0;
        return await db.Set<AuditEntry>().AsNoTracking()
            .Where(entry => entry.Id > floor && !db.Set<AuditLink>().Any(link => link.Entry == entry.Uid))
            .OrderBy(entry => entry.Id)
            .Take(MostAtOnce)
            .ToListAsync(cancel);
    }
}
