using Lianzhang.Core.Assessment;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Appeals;
using Lianzhang.Platform.Inspections;
using Lianzhang.Platform.Measures;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Supervision;

namespace Lianzhang.Platform.Assessment;

/// <summary>Counts the work of those assessed, each time with what was counted.</summary>
internal sealed class CountWork(Slice<FindOrderRecords, OrderRecords> orders, MeasureBook measures, Slice<FindOverdueAppeals, OverdueAppeals> appeals, Slice<FindOpenFindings, OpenFindings> findings)
{
    /// <summary>What a column counts of a member in a period. Nothing that was not asked for is looked up.</summary>
    public async Task<Func<AssessedColumn, string, AssessedValue>> Of(Programme programme, AssessmentPlan plan, Period period, CancellationToken cancel)
    {
        var parts = new Dictionary<CountedWork, ILookup<string, Counted>>();
        foreach (var work in plan.Columns.Select(column => column.Count).OfType<CountedWork>().Distinct())
            parts[work] = (await Parts(work, programme, plan, period, cancel)).ToLookup(one => one.Member, StringComparer.Ordinal);
        return (column, member) =>
        {
            IReadOnlyList<AssessedPart> counted = [.. parts[column.Count!.Value][member].Where(one => (column.Level is null || one.Level == column.Level) && one.As == (column.Part ?? TaskPart.Lead)).Select(one => one.Part)];
            return new AssessedValue(column.Code, counted.Sum(part => part.Amount ?? 1), AssessmentWords.Of(column).Zh, counted);
        };
    }

    private async Task<IEnumerable<Counted>> Parts(CountedWork work, Programme programme, AssessmentPlan plan, Period period, CancellationToken cancel) => work switch
    {
        CountedWork.Orders or CountedWork.OrdersOverdue or CountedWork.OrderPoints => await Orders(work, plan, period, cancel),
        CountedWork.MeasuresDone or CountedWork.MeasuresLate => await Measures(work, programme, plan, period, cancel),
        CountedWork.AppealsOverdue =>
            from appeal in (await appeals.HandleAny(new FindOverdueAppeals(), cancel)).Value!.All
            where plan.Compares == AssessedKind.Regions || appeal.Owner is not null
            select new Counted(plan.Compares == AssessedKind.Regions ? appeal.Region : appeal.Owner!, new AssessedPart(appeal.Reference, 1, $"/appeals/{appeal.Id}")),
        CountedWork.FindingsOpen =>
            from finding in (await findings.HandleAny(new FindOpenFindings(), cancel)).Value!.All
            where plan.Compares == AssessedKind.Regions
            select new Counted(finding.Region, new AssessedPart($"{finding.UnitName}：{finding.Words}", 1, $"/inspections/{finding.Inspection}")),
    };

    private async Task<IEnumerable<Counted>> Orders(CountedWork work, AssessmentPlan plan, Period period, CancellationToken cancel) =>
        from order in (await orders.HandleAny(new FindOrderRecords(period.Start, period.End), cancel)).Value!.All
        let member = plan.Compares == AssessedKind.Regions ? order.Region : order.Owner
        where member is not null && (work != CountedWork.OrdersOverdue || order.WasOverdue) && (work != CountedWork.OrderPoints || order.Points != 0)
        select new Counted(member, new AssessedPart(order.Title.Zh, work == CountedWork.OrderPoints ? order.Points : 1, $"/supervision/{order.Id}"), order.Level);

    // A task counts in the period in which its day lies, by how it stood on that day, whenever figures are gathered.
    private async Task<IEnumerable<Counted>> Measures(CountedWork work, Programme programme, AssessmentPlan plan, Period period, CancellationToken cancel)
    {
        if (plan.Compares == AssessedKind.Regions)
            return [];
        var due = programme.Measures.Where(measure => measure.Kind == MeasureKind.Task && measure.Deadline >= period.Start && measure.Deadline <= period.End).ToList();
        var percents = await measures.Due(programme.Head.Code, due, cancel);
        return from measure in due
               where (percents.GetValueOrDefault(measure.Code) == 100) == (work == CountedWork.MeasuresDone)
               let part = new AssessedPart(measure.Name.Zh, 1, $"/measures/{measure.Code}")
               from counted in (IEnumerable<Counted>)[new Counted(measure.Owner, part), .. (measure.CoOwners ?? []).Select(other => new Counted(other, part, As: TaskPart.Joint))]
               select counted;
    }

    /// <summary>Something that is counted of a member.</summary>
    private sealed record Counted(string Member, AssessedPart Part, string? Level = null, TaskPart As = TaskPart.Lead);
}
