using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Reporting;

/// <summary>Reports that wait for the reader's decision, a line for each form and period.</summary>
public sealed record FeedReviews : IRequest<WorkItems>;

internal sealed class FeedReviewsSlice(ReviewQueue queue) : Slice<FeedReviews, WorkItems>
{
    public override Permission Permission { get; } = new("reports.review", Changes: false);

    protected override async Task<Answer<WorkItems>> Handle(FeedReviews request, CancellationToken cancel)
    {
        var rounds = await queue.Rounds(cancel);
        var waiting = (await queue.By(new ReviewQuery(), cancel)).GroupBy(report => report.RoundId).OrderBy(group => group.Min(report => report.SubmittedAt)).Take(WorkItems.Most);
        return new WorkItems([.. waiting.Select(group =>
        {
            var (form, period) = (rounds[group.Key].Form, rounds[group.Key].Period);
            return new WorkItem(WorkColumn.ToDo, ($"{form.Name.Zh} {period.In(Language.Chinese)}：{group.Count()} 份待审核", $"{form.Name.In(Language.English)} {period.In(Language.English)}: {group.Count()} to review"), $"/reviews?form={form.Code}", group.Min(report => report.SubmittedAt));
        })]);
    }
}
