using Lianzhang.Core.Appeals;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Appeals;

/// <summary>What one's own organisations asked: to say more about or to rate, waiting, and answered.</summary>
public sealed record FeedOwnAppeals : IRequest<WorkItems>;

internal sealed class FeedOwnAppealsSlice(AppealBook book, TimeProvider time) : Slice<FeedOwnAppeals, WorkItems>
{
    public override Permission Permission { get; } = new(AppealBook.Filing, Changes: false);

    protected override async Task<Answer<WorkItems>> Handle(FeedOwnAppeals request, CancellationToken cancel)
    {
        var since = time.GetUtcNow() - WorkItems.Recent;
        var own = (await book.Own(cancel)).AsNoTracking();
        var todo = await own.Where(appeal => appeal.State == AppealState.Answered || appeal.State == AppealState.AskedBack).OrderBy(appeal => appeal.RateBy).Take(WorkItems.Most).ToListAsync(cancel);
        var waiting = await own.Where(appeal => appeal.State == AppealState.Filed || appeal.State == AppealState.Routed).OrderBy(appeal => appeal.ActBy).Take(WorkItems.Most).ToListAsync(cancel);
        var closed = await own.Where(appeal => appeal.State == AppealState.Closed && appeal.FiledAt >= since).OrderByDescending(appeal => appeal.FiledAt).Take(WorkItems.Most).ToListAsync(cancel);
        return new WorkItems([.. todo.Concat(waiting).Concat(closed).Select(Item)]);
    }

    private static WorkItem Item(Appeal appeal)
    {
        var (zh, en, href) = ($"{appeal.Reference}“{appeal.Title}”", $"appeal {appeal.Year}-{appeal.Number}", $"/appeals/{appeal.Id}");
        return appeal.State switch
        {
            AppealState.Answered => new(WorkColumn.ToDo, ($"评价{zh}的答复", $"Rate the answer to {en}"), href, appeal.FiledAt, appeal.RateBy),
            AppealState.AskedBack => new(WorkColumn.ToDo, ($"补充{zh}的情况", $"Say more about {en}"), href, appeal.FiledAt),
            AppealState.Closed => new(WorkColumn.Recent, ($"{zh}已办结", $"Closed: {en}"), href, appeal.FiledAt),
            _ => new(WorkColumn.Waiting, ($"{zh}待答复", $"Not yet answered: {en}"), href, appeal.FiledAt, appeal.ActBy),
        };
    }
}
