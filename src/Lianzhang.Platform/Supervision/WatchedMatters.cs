using Lianzhang.Core.Programmes;
using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Supervision;

/// <summary>A matter that calls for an order: a new one, or the same again that was closed.</summary>
internal sealed record CallingMatter(Matter Matter, Guid? Again);

/// <summary>Finds what the rules of the programme in force watch and what stands as they say.</summary>
internal sealed class WatchedMatters(LianzhangDb db, CurrentBoard current, FindReportSources reports, TimeProvider time)
{
    /// <summary>Everything that a rule would open an order for on a day, whether there is one or not. Of a past day by what is known now.</summary>
    public async Task<IReadOnlyList<Matter>> All(DateOnly day, CancellationToken cancel)
    {
        if (await current.Inputs(cancel) is not { } inputs)
            return [];
        var targets = FindMatters.OfTargets(inputs.Programme, day, (at, region) => inputs.Build(at, region));
        return day == time.Today() ? [.. targets, .. await Reports(inputs.Programme, cancel)] : targets;
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

    /// <summary>Reports that are overdue, those of a form, a period and a county as one matter.</summary>
    public async Task<IReadOnlyList<Matter>> Reports(Programme programme, CancellationToken cancel)
    {
        var found = new List<Matter>();
        foreach (var rule in programme.Supervision.Rules.Where(rule => rule.When == TriggerKind.ReportOverdue))
        {
            var overdue = await reports.Overdue(programme.Calendar.Before(time.Today(), rule.DaysOverdue), cancel);
            found.AddRange(overdue.Where(one => rule.Forms is not { Count: > 0 } forms || forms.Contains(one.Form)).Select(one => Of(programme, rule, one)));
        }

        return [.. found.DistinctBy(matter => matter.Key)];
    }

    private static Matter Of(Programme programme, TriggerRule rule, OverdueReports overdue)
    {
        var (place, form) = (programme.PlaceName(overdue.Region), programme.FindForm(overdue.Form)?.Name ?? new Text(overdue.Form));
        return new Matter(
            $"reports/{overdue.Form}/{overdue.Period}/{overdue.Region}",
            rule,
            ($"{place.Zh}{overdue.Period.In(Language.Chinese)}“{form.Zh}”逾期未报 {overdue.Units} 家", $"{place.In(Language.English)}, '{form.In(Language.English)}' of {overdue.Period.In(Language.English)}: {overdue.Units} units have not reported"),
            overdue.Region,
            Industry: null,
            Owner: null);
    }
}
