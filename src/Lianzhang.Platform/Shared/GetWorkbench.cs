namespace Lianzhang.Platform.Shared;

/// <summary>What there is to do, what others owe, and what has changed, for the reader.</summary>
public sealed record Workbench(IReadOnlyList<WorkItem> ToDo, IReadOnlyList<WorkItem> Waiting, IReadOnlyList<WorkItem> Recent);

/// <summary>Gathers the reader's workbench from all modules.</summary>
public sealed record GetWorkbench : IRequest<Workbench>;

// It holds no right of its own to anything: each feed is asked as the reader, and one that the reader may not ask has nothing.
internal sealed class GetWorkbenchSlice(IEnumerable<SliceEntry> slices, Run run, CurrentCaller caller) : Slice<GetWorkbench, Workbench>
{
    public override Permission Permission { get; } = new("account.workbench", Changes: false, For: Audience.SignedIn);

    protected override async Task<Answer<Workbench>> Handle(GetWorkbench request, CancellationToken cancel)
    {
        var items = new List<WorkItem>();
        foreach (var feed in slices.Where(slice => slice.Result == typeof(WorkItems)))
        {
            var answer = await run.Do((IRequest<WorkItems>)Activator.CreateInstance(feed.Request)!, caller.Caller, cancel);
            items.AddRange(answer.Value?.Items ?? []);
        }

        return new Workbench(
            [.. items.Where(item => item.Column == WorkColumn.ToDo).OrderBy(item => item.Due ?? DateOnly.MaxValue).ThenByDescending(item => item.At)],
            [.. items.Where(item => item.Column == WorkColumn.Waiting).OrderBy(item => item.Due ?? DateOnly.MaxValue).ThenByDescending(item => item.At)],
            [.. items.Where(item => item.Column == WorkColumn.Recent).OrderByDescending(item => item.At)]);
    }
}
