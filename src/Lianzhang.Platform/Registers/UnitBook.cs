using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>
/// Writes what is true of units from when on: dated values, the columns that say how the unit stands today, and the lines of the
/// timeline.
/// </summary>
internal sealed class UnitBook(LianzhangDb db, CurrentCaller caller, TimeProvider time)
{
    private const int AtOnce = 500;

    private readonly Dictionary<long, UnitPages> open = [];

    /// <summary>Opens the history of a unit that is saved already, for changes.</summary>
    public async Task<UnitPages> Open(RegisteredUnit unit, CancellationToken cancel)
    {
        if (open.TryGetValue(unit.Id, out var opened))
            return opened;
        var rows = await db.Set<UnitAttributeValue>().Where(value => value.UnitId == unit.Id && value.RetiredAt == null).ToListAsync(cancel);
        return open[unit.Id] = new UnitPages(db, unit, rows, time);
    }

    /// <summary>Opens the histories of many units, a few questions for all of them.</summary>
    public async Task<IReadOnlyDictionary<long, UnitPages>> OpenAll(IReadOnlyCollection<RegisteredUnit> units, CancellationToken cancel)
    {
        foreach (var some in units.Where(unit => !open.ContainsKey(unit.Id)).DistinctBy(unit => unit.Id).Chunk(AtOnce))
        {
            var ids = some.Select(unit => unit.Id).ToList();
            var rows = (await db.Set<UnitAttributeValue>().Where(value => ids.Contains(value.UnitId) && value.RetiredAt == null).ToListAsync(cancel)).ToLookup(value => value.UnitId);
            foreach (var unit in some)
                open[unit.Id] = new UnitPages(db, unit, [.. rows[unit.Id]], time);
        }

        return open;
    }

    /// <summary>Ends a title before its time. What was on record until now stays, so that a board of an earlier instant does not know of the end.</summary>
    public void End(TitleGrant grant, DateOnly on, string reason)
    {
        var now = time.GetUtcNow();
        db.Add(grant.Before(now));
        (grant.EndedOn, grant.EndReason, grant.RecordedAt) = (on, reason, now);
    }

    /// <summary>Puts a line in the timeline of a unit, or of the registers as a whole. Every change of the registers needs one.</summary>
    public void Note(long? unit, Text what) =>
        db.Add(new RegisterChange { UnitId = unit, RecordedAt = time.GetUtcNow(), By = caller.Caller.Name, Zh = what.Zh, En = what.In(Language.English) });
}

/// <summary>The history of one unit, open for changes.</summary>
internal sealed class UnitPages(LianzhangDb db, RegisteredUnit unit, List<UnitAttributeValue> live, TimeProvider time)
{
    public IEnumerable<DatedValue> Values => live.Select(row => row.Dated);

    /// <summary>From a day on the attribute has this value and no other. False when it had it already.</summary>
    public bool Set(string attribute, string? value, DateOnly from) => Apply(ChangeHistory.Set(Values, attribute, value, from));

    /// <summary>From a day on the attribute has this value beside others.</summary>
    public bool Join(string attribute, string value, DateOnly from, DateOnly? to = null) => Apply(ChangeHistory.Join(Values, attribute, value, from, to));

    /// <summary>From a day on the attribute no longer has this value.</summary>
    public bool Leave(string attribute, string value, DateOnly from) => Apply(ChangeHistory.Leave(Values, attribute, value, from));

    private bool Apply(HistoryChange change)
    {
        if (change.Retired.Count + change.Added.Count == 0)
            return false;
        var now = time.GetUtcNow();
        foreach (var row in live.Where(row => change.Retired.Contains(row.Dated)).ToList())
        {
            row.RetiredAt = now;
            live.Remove(row);
        }

        var added = change.Added.Select(value => new UnitAttributeValue { UnitId = unit.Id, Attribute = value.Attribute, Value = value.Value, From = value.From, To = value.To, RecordedAt = now }).ToList();
        db.AddRange(added);
        live.AddRange(added);
        unit.Show(Values, time.Today());
        return true;
    }
}
