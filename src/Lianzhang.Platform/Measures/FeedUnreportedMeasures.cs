using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Measures;

/// <summary>The tasks of one's own organisation whose last month was not reported.</summary>
public sealed record FeedUnreportedMeasures : IRequest<WorkItems>;

internal sealed class FeedUnreportedMeasuresSlice(MeasureBook book, TimeProvider time) : Slice<FeedUnreportedMeasures, WorkItems>
{
    public override Permission Permission { get; } = new(MeasureBook.ReportRight, Changes: false);

    protected override async Task<Answer<WorkItems>> Handle(FeedUnreportedMeasures request, CancellationToken cancel)
    {
        if (await book.Open(cancel) is not { } open)
            return new WorkItems([]);
        var month = Period.LastEnded(PeriodKind.Month, time.Today());
        // Of what several work on, the owner reports.
        var own = open.Unreported(month).Where(task => open.Own.Any(office => open.IsActing(office, open.Programme.OrganisationOf(task.Owner)))).ToList();
        if (own.Count > WorkItems.Most)
            return new WorkItems([new(WorkColumn.ToDo, ($"报送 {own.Count} 项重点任务进展（{month.In(Language.Chinese)}）", $"Report the progress of {own.Count} tasks ({month.In(Language.English)})"), "/measures?own=true")]);
        return new WorkItems([.. own.Select(task => new WorkItem(WorkColumn.ToDo, ($"报送任务进展：{task.Name.Zh}（{month.In(Language.Chinese)}）", $"Report progress: {task.Name.In(Language.English)} ({month.In(Language.English)})"), $"/measures/{task.Code}"))]);
    }
}
