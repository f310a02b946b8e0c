using Lianzhang.Core.Appeals;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Appeals;

/// <summary>Appeals that one's organisation has to answer.</summary>
public sealed record FeedAppealsToAnswer : IRequest<WorkItems>;

internal sealed class FeedAppealsToAnswerSlice(AppealBook book) : Slice<FeedAppealsToAnswer, WorkItems>
{
    public override Permission Permission { get; } = new(AppealBook.Answering, Changes: false);

    protected override async Task<Answer<WorkItems>> Handle(FeedAppealsToAnswer request, CancellationToken cancel)
    {
        var own = await (await book.Handled(cancel)).AsNoTracking().Where(appeal => appeal.State == AppealState.Routed)
            .OrderBy(appeal => appeal.ActBy).ThenBy(appeal => appeal.Id).Take(WorkItems.Most).ToListAsync(cancel);
        return new WorkItems([.. own.Select(appeal => new WorkItem(
            WorkColumn.ToDo, ($"办理{appeal.Reference}“{appeal.Title}”", $"Answer appeal {appeal.Year}-{appeal.Number}"), $"/appeals/{appeal.Id}", appeal.FiledAt, appeal.ActBy))]);
    }
}
