using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Facts;

/// <summary>What all units reported, in arrays for reading.</summary>
public sealed class StoredFacts(LianzhangDb db, FactCache cache)
{
    // With the year of the latest report, as many full years lie in the arrays; what is older is read as well, but more slowly.
    private const int YearsBefore = 4;

    /// <summary>Everything that counts now. What was read is kept until something is appended.</summary>
    public async Task<FactArrays> All(Programme programme, CancellationToken cancel)
    {
        var last = await db.Set<FactBatch>().MaxAsync(batch => (long?)batch.Id, cancel) ?? 0;
        if (last == 0)
            return FactArrays.Empty;
        return cache.Find(last, programme) ?? await cache.Read(last, programme, () => Read(programme, last, cancel), cancel);
    }

    /// <summary>Everything that counted at an instant.</summary>
    public async Task<FactArrays> AsOf(Programme programme, DateTimeOffset instant, CancellationToken cancel) =>
        await Read(programme, await db.Set<FactBatch>().Where(batch => batch.RecordedAt <= instant).MaxAsync(batch => (long?)batch.Id, cancel) ?? 0, cancel);

    /// <summary>Adds every report that counted at an instant, in the order in which they count and by the codes of units and items.</summary>
    public async Task Seal(InputSeal seal, DateTimeOffset instant, CancellationToken cancel)
    {
        var last = await db.Set<FactBatch>().Where(batch => batch.RecordedAt <= instant).MaxAsync(batch => (long?)batch.Id, cancel) ?? 0;
        var codes = await db.Set<FactCode>().AsNoTracking().ToDictionaryAsync(code => code.Id, code => code.Code, cancel);
        List<PackedValue> values = [];
        var reports = db.Set<StoredReport>().AsNoTracking().Where(report => report.BatchId <= last).OrderBy(report => report.Id).Select(report => new { report.Unit, report.Period, report.Payload });
        await foreach (var report in reports.AsAsyncEnumerable().WithCancellation(cancel))
        {
            seal.Add(codes.GetValueOrDefault(report.Unit));
            seal.Add(report.Period);
            seal.Add(report.Payload);
            // The payload names items by numbers of this store; what they stand for counts too.
            if (TryUnpack(report.Payload, values))
                values.ForEach(value => seal.Add(codes.GetValueOrDefault(value.Item)));
        }
    }

    // What somebody altered past the product need not be readable: its bytes are sealed all the same.
    private static bool TryUnpack(byte[] payload, List<PackedValue> values)
    {
        try
        {
            ReportPayload.Unpack(payload, values);
            return true;
        }
        catch (Exception failure) when (failure is IndexOutOfRangeException or ArgumentException or InvalidDataException or OverflowException)
        {
            return false;
        }
    }

    /// <summary>The number of the last batch; 0 before the first.</summary>
    public async Task<long> Sequence(CancellationToken cancel) => await db.Set<FactBatch>().MaxAsync(batch => (long?)batch.Id, cancel) ?? 0;

    private async Task<FactArrays> Read(Programme programme, long last, CancellationToken cancel)
    {
        var codes = await db.Set<FactCode>().AsNoTracking().OrderBy(code => code.Id).ToListAsync(cancel);
        var units = codes.Where(code => code.Kind == FactCodeKind.Unit).ToList();
        var latest = await db.Set<StoredReport>().MaxAsync(report => (int?)report.Period, cancel) ?? 0;
        var facts = new FactArrays([.. units.Select(unit => unit.Code)], programme.Items.ToDictionary(item => item.Code, item => item.Unit), (latest / 10_000) - YearsBefore);
        var indexes = Places(units);
        var items = codes.Where(code => code.Kind == FactCodeKind.Item).ToDictionary(code => code.Id, code => code.Code);
        List<PackedValue> values = [];
        var reports = db.Set<StoredReport>().AsNoTracking().Where(report => report.BatchId <= last).OrderBy(report => report.Id).Select(report => new { report.Unit, report.Period, report.Payload });
        await foreach (var report in reports.AsAsyncEnumerable().WithCancellation(cancel))
        {
            ReportPayload.Unpack(report.Payload, values);
            var period = PeriodNumber.Read(report.Period);
            foreach (var value in values)
                facts.Put(indexes[report.Unit], items[value.Item], period, value);
        }

        return facts;
    }

    // Numbers are given without large gaps, so that a list is quicker than a dictionary.
    private static int[] Places(List<FactCode> units)
    {
        var places = new int[units.Count == 0 ? 0 : units[^1].Id + 1];
        foreach (var (index, unit) in units.Index())
            places[unit.Id] = index;
        return places;
    }
}

/// <summary>The facts as they were read last, with the batch that was the last one then.</summary>
public sealed class FactCache : IDisposable
{
    private readonly SemaphoreSlim reading = new(1);
    private volatile Kept? kept;

    private sealed record Kept(long Last, Programme Programme, FactArrays Facts);

    public void Dispose() => reading.Dispose();

    internal FactArrays? Find(long last, Programme programme) => kept is { } found && found.Last == last && found.Programme == programme ? found.Facts : null;

    // One reads and the others wait: the arrays of a province are too large to be made twice at once.
    internal async Task<FactArrays> Read(long last, Programme programme, Func<Task<FactArrays>> read, CancellationToken cancel)
    {
        await reading.WaitAsync(cancel);
        try
        {
            if (Find(last, programme) is { } made)
                return made;
            var facts = await read();
            kept = new Kept(last, programme, facts);
            return facts;
        }
        finally
        {
            reading.Release();
        }
    }
}
