using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Facts;

/// <summary>What all units reported, in arrays for reading.</summary>
public sealed class StoredFacts(LianzhangDb db, FactCache cache)
{
    // With the year of the latest report, as many full years lie in the arrays; what is older is read as well, but more slowly.
    private const int YearsBefore = 4;

    // More at once are read sooner with all the rest.
    private const int MostToFollow = 2_000;

    private static readonly CompiledQuery<Func<LianzhangDb, CancellationToken, Task<LastBatch?>>> Last = new(() => EF.CompileAsyncQuery((LianzhangDb db, CancellationToken _) => db.Set<FactBatch>()
        .OrderByDescending(batch => batch.Id)
        .Select(batch => new LastBatch(batch.Id, batch.RecordedAt))
        .FirstOrDefault()));

    private static readonly CompiledQuery<Func<LianzhangDb, long, long, IAsyncEnumerable<AppendedReport>>> Appended = new(() => EF.CompileAsyncQuery((LianzhangDb db, long after, long last) => (
        from report in db.Set<StoredReport>()
        join unit in db.Set<FactCode>() on report.Unit equals unit.Id
        where report.BatchId > after && report.BatchId <= last
        orderby report.Id
        select new AppendedReport(unit.Code, report.Period, report.Payload)).Take(MostToFollow + 1)));

    /// <summary>Everything that counts now. What was read is kept, and what is appended later is put to it.</summary>
    public async Task<FactArrays> All(Programme programme, CancellationToken cancel) => await All(programme, await Latest(cancel), cancel);

    /// <summary>The same up to the batch that was appended last, where that is known already.</summary>
    public async Task<FactArrays> All(Programme programme, LastBatch? latest, CancellationToken cancel)
    {
        if (latest is not { Id: var last })
            return FactArrays.Empty;
        return cache.Find(last, programme) ?? await cache.Read(last, programme, async kept => (kept is null ? null : await Follow(kept.Facts, kept.Last, last, cancel)) ?? await Read(programme, last, cancel), keeps: !db.IsChanging, cancel);
    }

    /// <summary>The same as a programme reads it that is not in force; what is kept stays as it is.</summary>
    public async Task<FactArrays> Apart(Programme programme, CancellationToken cancel)
    {
        var last = await Sequence(cancel);
        return last == 0 ? FactArrays.Empty : cache.Find(last, programme) ?? await Read(programme, last, cancel);
    }

    /// <summary>The batch that was appended last; 0 while there is none.</summary>
    public async Task<long> Sequence(CancellationToken cancel) => (await Latest(cancel))?.Id ?? 0;

    /// <summary>The batch that was appended last, with the instant; null while there is none.</summary>
    public Task<LastBatch?> Latest(CancellationToken cancel) => Last.In(db)(db, cancel);

    /// <summary>Everything that counted at an instant.</summary>
    public async Task<FactArrays> AsOf(Programme programme, DateTimeOffset instant, CancellationToken cancel) =>
        await Read(programme, await db.Set<FactBatch>().Where(batch => batch.RecordedAt <= instant).MaxAsync(batch => (long?)batch.Id, cancel) ?? 0, cancel);

    /// <summary>Everything that counts now, but of later periods only what was said first.</summary>
    /// <param name="programme">Who reads it.</param>
    /// <param name="after">Periods that end later than this; all where it is null.</param>
    /// <param name="without">Sources whose reports do not count; what comes after one of them is not the first either.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<FactArrays> FirstVersions(Programme programme, Period? after, IReadOnlySet<string> without, CancellationToken cancel)
    {
        var last = await Sequence(cancel);
        var left = await db.Set<FactBatch>().Where(batch => without.Contains(batch.SourceId)).Select(batch => batch.Id).ToListAsync(cancel);
        return last == 0 ? FactArrays.Empty : await Read(programme, last, cancel, new FirstSaid(after, left.ToHashSet()));
    }

    // What was appended since, put to what was read; null where that is much, or reaches into months that were not made room for.
    private async Task<FactArrays?> Follow(FactArrays earlier, long from, long last, CancellationToken cancel)
    {
        var rows = await Appended.In(db)(db, from, last).ToListAsync(cancel);
        if (rows.Count > MostToFollow || rows.Exists(row => earlier.EndsBefore(PeriodNumber.Read(row.Period))))
            return null;
        var (changes, items) = (new List<ChangedFact>(), cache.Items);
        List<PackedValue> values = [];
        foreach (var row in rows)
        {
            ReportPayload.Unpack(row.Payload, values);
            if (values.Exists(value => !items.ByNumber.ContainsKey(value.Item)))
                items = await Items(cancel);
            changes.AddRange(values.Select(value => new ChangedFact(row.Unit, items.ByNumber[value.Item], PeriodNumber.Read(row.Period), value)));
        }

        return earlier.With(changes);
    }

    // A number that was committed stands for the same item for ever.
    private async Task<ItemNumbers> Items(CancellationToken cancel)
    {
        var items = new ItemNumbers(await db.Set<FactCode>().Where(code => code.Kind == FactCodeKind.Item).ToDictionaryAsync(code => code.Id, code => code.Code, cancel));
        if (!db.IsChanging)
            cache.Items = items;
        return items;
    }

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

    private async Task<FactArrays> Read(Programme programme, long last, CancellationToken cancel, FirstSaid? first = null)
    {
        var codes = await db.Set<FactCode>().AsNoTracking().OrderBy(code => code.Id).ToListAsync(cancel);
        var units = codes.Where(code => code.Kind == FactCodeKind.Unit).ToList();
        var latest = await db.Set<StoredReport>().MaxAsync(report => (int?)report.Period, cancel) ?? 0;
        var facts = new FactArrays([.. units.Select(unit => unit.Code)], programme.Items.ToDictionary(item => item.Code, item => item.Unit), (latest / 10_000) - YearsBefore);
        var indexes = Places(units);
        var fill = facts.Numbered(codes.Where(code => code.Kind == FactCodeKind.Item).ToDictionary(code => code.Id, code => code.Code));
        List<PackedValue> values = [];
        var reports = db.Set<StoredReport>().AsNoTracking().Where(report => report.BatchId <= last).OrderBy(report => report.Id).Select(report => new { report.BatchId, report.Unit, report.Period, report.Payload });
        await foreach (var report in reports.AsAsyncEnumerable().WithCancellation(cancel))
        {
            ReportPayload.Unpack(report.Payload, values);
            first?.Sift(report.BatchId, report.Unit, report.Period, values);
            fill.Put(indexes[report.Unit], PeriodNumber.Read(report.Period), values);
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

/// <summary>The batch that was appended last.</summary>
public sealed record LastBatch(long Id, DateTimeOffset RecordedAt);

/// <summary>A report as it is put to what was read before.</summary>
internal sealed record AppendedReport(string Unit, int Period, byte[] Payload);

/// <summary>Leaves of what units said of later periods only what they said first.</summary>
internal sealed class FirstSaid(Period? after, IReadOnlySet<long> without)
{
    private readonly HashSet<(int Unit, int Period, int Item)> said = [];

    public void Sift(long batch, int unit, int period, List<PackedValue> values)
    {
        if (after is { } last && PeriodNumber.Read(period).End <= last.End)
            return;
        var counts = !without.Contains(batch);
        values.RemoveAll(value => !said.Add((unit, period, value.Item)) || !counts);
    }
}

/// <summary>The facts as they were read last, with the batch that was the last one then.</summary>
public sealed class FactCache : IDisposable
{
    private readonly SemaphoreSlim reading = new(1);
    private volatile KeptFacts? kept;
    private volatile ItemNumbers items = new(new Dictionary<int, string>());

    public void Dispose() => reading.Dispose();

    /// <summary>The items that were committed when they were read last.</summary>
    internal ItemNumbers Items
    {
        get => items;
        set => items = value;
    }

    internal FactArrays? Find(long last, Programme programme) => kept is { } found && found.Last == last && found.Serves(programme) ? found.Facts : null;

    // One reads and the others wait: the arrays of a province are too large to be made twice at once.
    internal async Task<FactArrays> Read(long last, Programme programme, Func<KeptFacts?, Task<FactArrays>> read, bool keeps, CancellationToken cancel)
    {
        await reading.WaitAsync(cancel);
        try
        {
            if (Find(last, programme) is { } made)
                return made;
            var earlier = kept is { } there && there.Serves(programme) ? there : null;
            var facts = await read(earlier?.Last < last ? earlier : null);
            // Whoever began before the last change sees less, and keeps it to himself.
            if (keeps && (earlier is null || earlier.Last < last))
                kept = new KeptFacts(last, programme, facts);
            return facts;
        }
        finally
        {
            reading.Release();
        }
    }
}

/// <summary>Items with the numbers under which they are kept in reports.</summary>
internal sealed record ItemNumbers(IReadOnlyDictionary<int, string> ByNumber)
{
    public IReadOnlyDictionary<string, int> ByCode { get; } = ByNumber.ToDictionary(item => item.Value, item => item.Key);
}

/// <summary>Facts with the last batch that is in them.</summary>
internal sealed record KeptFacts(long Last, Programme Programme, FactArrays Facts)
{
    /// <summary>Whether a programme reads the same: another formula or target reads no other facts, another item or unit does.</summary>
    public bool Serves(Programme other) => other == Programme
        || (other.Items.Count == Programme.Items.Count && other.Items.All(item => Programme.FindItem(item.Code) is { } known && known.Unit == item.Unit));
}
