using System.Globalization;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Figures;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Indicators.Live;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Indicators;

/// <summary>An instant, and how far the store had grown when it was read: whatever is recorded later makes it be read again.</summary>
internal sealed record InstantVersion(DateTimeOffset At, long Figures, RegisterVersion Register, long Batch);

/// <summary>How far all that boards are computed from had grown, at one moment.</summary>
/// <param name="Programme">The version in force.</param>
/// <param name="Figures">The last figure.</param>
/// <param name="Register">The changes of the registers.</param>
/// <param name="Batch">The last batch of reports; null while there is none.</param>
/// <param name="Reported">When that was recorded.</param>
internal sealed record StoreNumbers(VersionKey Programme, long Figures, RegisterVersion Register, long? Batch, DateTimeOffset? Reported)
{
    public LastBatch? Latest => Batch is { } last && Reported is { } at ? new LastBatch(last, at) : null;
}

/// <summary>How far the store had grown before something was read from it, and the day: what was read holds while both are the same. Without a word nobody knows.</summary>
internal sealed record StoreState(string? Growth, DateOnly Day)
{
    public bool StillIs(StoreState now) => Growth is not null && this == now;
}

internal sealed record KeptBoard(BoardInputs Inputs, StoreState Of);

internal sealed record KeptWord(string Word, StoreState Of);

/// <summary>What boards were computed from last.</summary>
internal sealed class BoardCache
{
    private const int MostInstants = 4;

    private volatile KeptBoard? kept;
    private volatile KeptWord? word;
    private volatile IReadOnlyList<Past> past = [];

    private sealed record Past(InstantVersion Version, BoardInputs Inputs);

    public KeptBoard? Kept
    {
        get => kept;
        set => kept = value;
    }

    public KeptWord? Word
    {
        get => word;
        set => word = value;
    }

    internal BoardInputs? Find(InstantVersion version) => past.FirstOrDefault(one => one.Version == version)?.Inputs;

    // The oldest goes first: what units reported takes much memory.
    internal BoardInputs Keep(InstantVersion version, BoardInputs inputs)
    {
        past = [new Past(version, inputs), .. past.Where(one => one.Version != version).Take(MostInstants - 1)];
        return inputs;
    }
}

/// <summary>Brings together what boards are computed from.</summary>
internal sealed class CurrentBoard(LianzhangDb db, PublishedProgrammes programmes, StoredFigures figures, StoredRoundFigures rounds, StoredUnits units, StoredFacts facts, BoardCache cache, LiveCube live, TimeProvider time)
{
    // By one question: each by itself is answered from an index, and asking takes longer than answering.
    private static readonly CompiledQuery<Func<LianzhangDb, CancellationToken, Task<StoreNumbers?>>> Numbers = new(() => EF.CompileAsyncQuery((LianzhangDb db, CancellationToken _) => db.Set<ProgrammeVersion>()
        .OrderByDescending(version => version.Id)
        .Select(version => new StoreNumbers(
            new VersionKey(version.Id, version.Code, version.Number, version.RecordedAt, version.Hash),
            db.Set<FigureVersion>().Max(figure => (long?)figure.Id) ?? 0,
            new RegisterVersion(db.Set<RegisterChange>().Max(change => (long?)change.Id) ?? 0, db.Set<RegisterChange>().LongCount()),
            db.Set<FactBatch>().Max(batch => (long?)batch.Id),
            db.Set<FactBatch>().OrderByDescending(batch => batch.Id).Select(batch => (DateTimeOffset?)batch.RecordedAt).FirstOrDefault()))
        .FirstOrDefault()));

    public static Text NothingPublished { get; } = ("没有已发布的方案。", "No programme is published.");

    public DateOnly Today => time.Today();

    /// <summary>A word that is another one whenever a board may be. It costs one small question while nothing changed, and a few where something did.</summary>
    public async Task<string> Version(CancellationToken cancel)
    {
        var state = await State(cancel);
        if (cache.Word is { } known && known.Of.StillIs(state))
            return known.Word;
        var (numbers, reports) = (await Numbers.In(db)(db, cancel), await rounds.Version(cancel));
        var word = string.Create(CultureInfo.InvariantCulture, $"{state.Day:yyyyMMdd}-{numbers?.Programme.Id ?? 0}-{numbers?.Figures}-{numbers?.Batch}-{numbers?.Register.Last}.{numbers?.Register.Count}-{reports}");
        cache.Word = new KeptWord(word, state);
        return word;
    }

    // Asked before anything is read: what is committed meanwhile makes the next one look again. Who is changing something sees what nobody else does yet.
    private async Task<StoreState> State(CancellationToken cancel) => new(db.IsChanging ? null : await db.Growth(cancel), Today);

    /// <summary>The date of a board that names none: the day of the instant, else today.</summary>
    public DateOnly DayOf(DateTimeOffset? at) => at is { } instant ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, time.LocalTimeZone).Date) : Today;

    /// <summary>Null when no programme is published. Where nothing changed in the store, what is kept is given back after one small question.</summary>
    public async Task<BoardInputs?> Inputs(CancellationToken cancel)
    {
        var state = await State(cancel);
        if (cache.Kept is { } found && found.Of.StillIs(state))
            return found.Inputs;
        if (await Numbers.In(db)(db, cancel) is not { } numbers)
            return null;
        var published = await programmes.Read(numbers.Programme, cancel);
        var recorded = await figures.All(numbers.Figures, cancel);
        var counted = await rounds.All(published.Programme, cancel);
        var data = new UnitData(await units.All(numbers.Register, cancel), await facts.All(published.Programme, numbers.Latest, cancel));
        var inputs = cache.Kept?.Inputs is { } kept && kept.AreOf(published, recorded, counted, data)
            ? kept
            : new BoardInputs(published, recorded, counted, Fitting(recorded, counted, published.Programme), data, live, numbers.Reported, cache.Kept?.Inputs);
        if (!db.IsChanging)
            cache.Kept = new KeptBoard(inputs, state);
        return inputs;
    }

    /// <summary>What was on record at an instant; null when no programme was published by then. What was read is kept for the instants asked for last.</summary>
    public async Task<BoardInputs?> Inputs(DateTimeOffset at, CancellationToken cancel)
    {
        if (await Numbers.In(db)(db, cancel) is not { } numbers)
            return null;
        var version = new InstantVersion(at, numbers.Figures, numbers.Register, numbers.Batch ?? 0);
        if (cache.Find(version) is { } kept && await programmes.AsOf(at, cancel) == kept.Published)
            return kept;
        return await Read(at, code: null, cancel) is { } read ? (db.IsChanging ? read : cache.Keep(version, read)) : null;
    }

    /// <summary>What units reported, as the programme in force reads it; null when none is published.</summary>
    public async Task<FactArrays?> Facts(CancellationToken cancel) => await programmes.Find(null, cancel) is { } published ? await facts.All(published.Programme, cancel) : null;

    /// <summary>What is shown when asked for an instant, and what is known now when for none.</summary>
    public Task<BoardInputs?> Known(DateTimeOffset? at, CancellationToken cancel) => at is { } instant ? Inputs(instant, cancel) : Inputs(cancel);

    /// <summary>
    /// Reads what was on record at an instant from the store anew, of a programme by its code or of the one in force. How reporting went is
    /// counted from reports as they stand, so that it has no figures of a past instant.
    /// </summary>
    public async Task<BoardInputs?> Read(DateTimeOffset at, string? code, CancellationToken cancel)
    {
        if (await programmes.AsOf(at, cancel, code) is not { } published)
            return null;
        var recorded = await figures.AsOf(at, cancel);
        var data = new UnitData(await units.AsOf(at, cancel), await facts.AsOf(published.Programme, at, cancel));
        return new BoardInputs(published, recorded, [], Fitting(recorded, [], published.Programme), data, live.Apart());
    }

    /// <summary>What boards would be computed from by a programme that is not in force, over the same figures, units and reports. Its sums are its own.</summary>
    public async Task<BoardInputs> With(PublishedProgramme coming, BoardInputs now, CancellationToken cancel)
    {
        var counted = await rounds.Apart(coming.Programme, cancel);
        var data = new UnitData(now.Units.Register, await facts.Apart(coming.Programme, cancel));
        return new BoardInputs(coming, now.Recorded, counted, Fitting(now.Recorded, counted, coming.Programme), data, live.Coming(coming.Programme));
    }

    // A figure may have been recorded under a version of the programme that knew its item, its place or its kind of unit.
    private static Text? Misfit(PublishedFigure figure, Programme programme)
    {
        if (programme.FindItem(figure.Item) is not { } item)
            return ("现行方案中没有此数据项", "the programme in force has no such item");
        if (!programme.Catalogue.Places.Contains(figure.Place))
            return ("现行方案中没有此地区或园区", "the programme in force has no such place");
        return item.Unit.Dimension == figure.Quantity.Unit.Dimension ? null : ("单位与现行数据项不可换算", "the unit does not fit the item in force");
    }

    private static FigureSet Fitting(IReadOnlyList<PublishedFigure> recorded, IReadOnlyList<PublishedFigure> counted, Programme programme)
    {
        var all = recorded.ToLookup(figure => Misfit(figure, programme));
        var misfits = all.Where(group => group.Key is not null).SelectMany(group => group.Select(figure => Unmapped(figure, group.Key!.Value)));
        return new FigureSet([.. all[null], .. counted], [.. misfits], []);
    }

    private static UnmappedRow Unmapped(PublishedFigure figure, Text reason) => new(
        figure.At, figure.Item, figure.Place, figure.Period.ToString(), Quantity.Number(figure.Quantity.Amount), figure.Quantity.Unit.Symbol, reason);
}
