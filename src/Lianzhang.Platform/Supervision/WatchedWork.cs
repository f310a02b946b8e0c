using Lianzhang.Core.Programmes;
using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Appeals;
using Lianzhang.Platform.Inspections;
using Lianzhang.Platform.Measures;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Supervision;

/// <summary>Finds what is late or was found beside the targets: reports, tasks, appeals, findings of inspections.</summary>
internal sealed class WatchedWork(FindReportSources reports, MeasureBook measures, Slice<FindOverdueAppeals, OverdueAppeals> appeals, Slice<FindOpenFindings, OpenFindings> findings, TimeProvider time)
{
    private const string FindingPrefix = "finding/";

    /// <summary>Everything of that kind that a rule of the programme watches today, each matter once.</summary>
    public async Task<IReadOnlyList<Matter>> All(Programme programme, CancellationToken cancel)
    {
        var found = new List<Matter>();
        foreach (var rule in programme.Supervision.Rules)
        {
            found.AddRange(rule.When switch
            {
                TriggerKind.TargetStatus => [],
                TriggerKind.ReportOverdue => await Reports(programme, rule, cancel),
                TriggerKind.MeasureOverdue or TriggerKind.MilestoneMissed => await Tasks(programme, rule, cancel),
                TriggerKind.AppealOverdue => await Appeals(rule, cancel),
                TriggerKind.InspectionFinding => await Findings(rule, cancel),
            });
        }

        return [.. found.DistinctBy(matter => matter.Key)];
    }

    // Those of a form, a period and a county are one matter.
    private async Task<IEnumerable<Matter>> Reports(Programme programme, TriggerRule rule, CancellationToken cancel) =>
        from one in await reports.Overdue(programme.Calendar.Before(time.Today(), rule.DaysOverdue), cancel)
        where rule.Forms is not { Count: > 0 } forms || forms.Contains(one.Form)
        let place = programme.PlaceName(one.Region)
        let form = programme.FindForm(one.Form)?.Name ?? new Text(one.Form)
        select new Matter(
            $"reports/{one.Form}/{one.Period}/{one.Region}",
            rule,
            ($"{place.Zh}{one.Period.In(Language.Chinese)}“{form.Zh}”逾期未报 {one.Units} 家", $"{place.In(Language.English)}, '{form.In(Language.English)}' of {one.Period.In(Language.English)}: {one.Units} units have not reported"),
            one.Region,
            Industry: null,
            Owner: null);

    private async Task<IEnumerable<Matter>> Tasks(Programme programme, TriggerRule rule, CancellationToken cancel)
    {
        if (await measures.Open(cancel) is not { } open)
            return [];
        var tasks = programme.Measures.Where(measure => measure.Kind == MeasureKind.Task);
        return rule.When == TriggerKind.MeasureOverdue
            ? tasks.Where(task => open.Row(task) is { DaysLeft: < 0, Percent: not 100 }).Select(task => Of(task, $"measure/{task.Code}", ($"任务“{task.Name.Zh}”逾期未完成", $"'{task.Name.In(Language.English)}' is overdue")))
            : tasks.SelectMany(open.Milestones, (task, milestone) => (task, milestone)).Where(one => one.milestone.IsMissed)
                .Select(one => Of(one.task, $"milestone/{one.task.Code}/{one.milestone.Code}", ($"任务“{one.task.Name.Zh}”节点“{one.milestone.Name.Zh}”逾期", $"Milestone '{one.milestone.Name.In(Language.English)}' of '{one.task.Name.In(Language.English)}' is missed")));

        Matter Of(Measure task, string key, Text title) => new(key, rule, title, programme.Head.Region, Industry: null, task.Owner);
    }

    private async Task<IEnumerable<Matter>> Appeals(TriggerRule rule, CancellationToken cancel) =>
        from one in (await appeals.HandleAny(new FindOverdueAppeals(), cancel)).Value!.All
        where one.WorkingDays >= rule.DaysOverdue
        select new Matter($"appeal/{one.Id}/{one.Round}", rule, ($"{one.Reference}“{one.Title}”逾期未办", $"Appeal {one.Reference} '{one.Title}' is overdue"), one.Region, Industry: null, one.Owner);

    private async Task<IEnumerable<Matter>> Findings(TriggerRule rule, CancellationToken cancel) =>
        from one in (await findings.HandleAny(new FindOpenFindings(), cancel)).Value!.All
        select new Matter($"{FindingPrefix}{one.Id}", rule, ($"{one.UnitName}：{one.Words}", $"{one.UnitName}: {one.Words}"), one.Region, Industry: null, Owner: null);

    /// <summary>The finding that an order is about; null where it is about something else.</summary>
    public static Guid? FindingOf(string matter) => matter.StartsWith(FindingPrefix, StringComparison.Ordinal) && Guid.TryParse(matter.AsSpan(FindingPrefix.Length), out var finding) ? finding : null;
}
