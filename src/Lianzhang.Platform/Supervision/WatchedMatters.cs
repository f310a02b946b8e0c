using Lianzhang.Core.Supervision;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Supervision;

/// <summary>A matter that calls for an order: a new one, or the same again that was closed.</summary>
internal sealed record CallingMatter(Matter Matter, Guid? Again);

/// <summary>Finds what the rules of the programme in force watch and what stands as they say.</summary>
internal sealed class WatchedMatters(LianzhangDb db, CurrentBoard current, WatchedWork work, TimeProvider time)
{
    /// <summary>Everything that a rule would open an order for on a day, whether there is one or not. Of a past day by what is known now.</summary>
    public async Task<IReadOnlyList<Matter>> All(DateOnly day, CancellationToken cancel)
    {
        if (await current.Inputs(cancel) is not { } inputs)
            return [];
        var targets = FindMatters.OfTargets(inputs.Programme, day, (at, region) => inputs.Build(at, region));
        return day == time.Today() ? [.. targets, .. await work.All(inputs.Programme, cancel)] : targets;
    }

    /// <summary>Those for which an order is to be opened now.</summary>
    public async Task<IReadOnlyList<CallingMatter>> Calling(CancellationToken cancel)
    {
        var matters = await All(time.Today(), cancel);
        if (matters.Count == 0)
            return [];
        var keys = matters.Select(matter => matter.Key).ToList();
        var known = (await db.Set<Order>().IgnoreQueryFilters().AsNoTracking().Where(order => keys.Contains(order.Matter))
            .Select(order => new { order.Id, order.Matter, order.State, order.Period, order.OpenedAt }).ToListAsync(cancel)).ToLookup(order => order.Matter);
        var calling = new List<CallingMatter>();
        foreach (var matter in matters)
        {
            var last = known[matter.Key].MaxBy(order => order.OpenedAt);
            if (last is null)
                calling.Add(new CallingMatter(matter, Again: null));
            // What has ended is not opened again by the same figure: it takes a later one.
            else if (!new OrderStanding(last.State).IsOpen && matter.Row?.Actual?.Period is { } period && OrderRecovery.PeriodOf(last.Period) is { } before && period.End > before.End)
                calling.Add(new CallingMatter(matter, last.State == OrderState.Closed && period.End <= before.Shift(matter.Rule.Relapse).End ? last.Id : null));
        }

        return calling;
    }
}
