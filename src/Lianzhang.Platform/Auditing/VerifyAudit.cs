using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Auditing;

/// <summary>What a look at the whole record found.</summary>
/// <param name="Entries">How many entries there are.</param>
/// <param name="Linked">How many links the chain has.</param>
/// <param name="Unanchored">How many entries at the end no head outside the store covers yet.</param>
/// <param name="Faults">Every entry that was altered, removed, added or moved, and every head that does not fit.</param>
public sealed record AuditReport(long Entries, long Linked, long Unanchored, IReadOnlyList<Text> Faults);

/// <summary>Checks every entry, the chain over them, its signed heads, and the file outside the store in which they are noted.</summary>
public sealed class VerifyAudit(IServiceScopeFactory scopes, AuditKey key, AuditAnchor anchor)
{
    private const int MostFaults = 100;

    public async Task<AuditReport> Verify(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LianzhangDb>();
        var faults = new List<Text>();
        var unlinked = await CheckEntries(db, faults, cancel);
        var hashes = await CheckChain(db, faults, cancel);
        await CheckSeals(db, hashes, faults, cancel);
        var anchored = CheckAnchor(await anchor.Read(cancel), hashes, faults);
        return new AuditReport(
            await db.Set<AuditEntry>().LongCountAsync(cancel), hashes.Count, hashes.Count - Math.Min(anchored, hashes.Count) + unlinked, [.. faults.Take(MostFaults)]);
    }

    // Whoever writes to the store without the key cannot make a mark, so that an altered or added entry shows.
    private async Task<long> CheckEntries(LianzhangDb db, List<Text> faults, CancellationToken cancel)
    {
        await foreach (var entry in db.Set<AuditEntry>().AsNoTracking().OrderBy(entry => entry.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!entry.IsMarkedWith(key))
                faults.Add(($"第 {entry.Id} 条被改动，或不是系统写入的。", $"Entry {entry.Id} was altered, or not written by the product."));
        }

        return await db.Set<AuditEntry>().LongCountAsync(entry => !db.Set<AuditLink>().Any(link => link.Entry == entry.Uid), cancel);
    }

    private static async Task<List<byte[]>> CheckChain(LianzhangDb db, List<Text> faults, CancellationToken cancel)
    {
        var chain =
            from link in db.Set<AuditLink>().AsNoTracking()
            join entry in db.Set<AuditEntry>().AsNoTracking() on link.Entry equals entry.Uid into entries
            from entry in entries.DefaultIfEmpty()
            orderby link.Sequence
            select new { link, entry };
        var hashes = new List<byte[]>();
        await foreach (var (link, entry) in chain.AsAsyncEnumerable().Select(one => (one.link, one.entry)).WithCancellation(cancel))
        {
            for (; hashes.Count + 1 < link.Sequence; hashes.Add([]))
                faults.Add(($"链上缺第 {hashes.Count + 1} 环。", $"Link {hashes.Count + 1} is missing."));
            if (entry is null)
                faults.Add(($"链上第 {link.Sequence} 环的记录被删除。", $"The entry of link {link.Sequence} was removed."));
            else if (hashes is not [.., { Length: 0 }] && !AuditLink.Next(hashes.LastOrDefault(AuditLink.Start), entry).AsSpan().SequenceEqual(link.Hash))
                faults.Add(($"第 {entry.Id} 条与链上第 {link.Sequence} 环不符：内容被改动，或次序被调换。", $"Entry {entry.Id} does not fit link {link.Sequence}: it was altered or moved."));
            hashes.Add(link.Hash);
        }

        return hashes;
    }

    private async Task CheckSeals(LianzhangDb db, List<byte[]> hashes, List<Text> faults, CancellationToken cancel)
    {
        var last = 0L;
        await foreach (var seal in db.Set<AuditSeal>().AsNoTracking().OrderBy(seal => seal.Sequence).AsAsyncEnumerable().WithCancellation(cancel))
        {
            last = seal.Sequence;
            CheckHead(seal.Sequence, seal.Hash, seal.Signature, ("签封", "Seal"), hashes, faults);
        }

        if (last < hashes.Count)
            faults.Add(($"链上第 {last + 1} 环以后没有签封。", $"No seal covers the links after {last}."));
    }

    private long CheckAnchor(IReadOnlyList<AnchoredHead?> heads, List<byte[]> hashes, List<Text> faults)
    {
        for (var line = 0; line < heads.Count; line++)
        {
            if (heads[line] is { } head)
                CheckHead(head.Sequence, Convert.FromHexString(head.Hash), Convert.FromHexString(head.Signature), ($"存证文件第 {line + 1} 行", $"Line {line + 1} of the anchor file"), hashes, faults);
            else
                faults.Add(($"存证文件第 {line + 1} 行无法读取。", $"Line {line + 1} of the anchor file cannot be read."));
        }

        return heads.Max(head => head?.Sequence) ?? 0;
    }

    private void CheckHead(long sequence, byte[] hash, byte[] signature, Text where, List<byte[]> hashes, List<Text> faults)
    {
        if (!key.IsSigned(AnchoredHead.Head(sequence, hash), signature))
            faults.Add(($"{where.Zh}的签名不对。", $"{where.En} is not signed by the product."));
        else if (sequence > hashes.Count)
            faults.Add(($"{where.Zh}记有 {sequence} 环，库中只有 {hashes.Count} 环：末尾的记录被截去。", $"{where.En} knows {sequence} links, the store has {hashes.Count}: entries were cut off the end."));
        else if (!hashes[(int)sequence - 1].AsSpan().SequenceEqual(hash))
            faults.Add(($"{where.Zh}与链上第 {sequence} 环不符。", $"{where.En} does not fit link {sequence}."));
    }
}
