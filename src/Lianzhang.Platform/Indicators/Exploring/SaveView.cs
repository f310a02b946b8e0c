using Lianzhang.Core.Exploring;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Indicators.Exploring;

/// <summary>A kept view by its number.</summary>
public sealed record SavedViewId(long Id);

/// <summary>Keeps a table under a name, for oneself.</summary>
/// <param name="Name">Unique among one's own.</param>
/// <param name="Query">What follows the question mark of its address.</param>
public sealed record SaveView(string Name, string Query) : IRequest<SavedViewId>;

/// <summary>The views that one may open: one's own and those that others share.</summary>
public sealed record ListViews : IRequest<SavedViewList>;

/// <summary>Lets all who may read boards see one's view, or no longer.</summary>
public sealed record ShareView(long Id, bool Shared) : IRequest<Done>;

/// <summary>Removes one's view.</summary>
public sealed record DeleteView(long Id) : IRequest<Done>;

internal sealed class SaveViewSlice(LianzhangDb db, CurrentCaller caller, TimeProvider time) : Slice<SaveView, SavedViewId>
{
    private const int MostOfOwner = 100;

    public override Permission Permission { get; } = new("board.read", Changes: true);

    protected override Problem? Validate(SaveView request)
    {
        if (request.Name.Trim() is not { Length: > 0 and <= SavedView.MostCharactersOfName })
            return Problem.Invalid(($"请填写视图名称，最多 {SavedView.MostCharactersOfName} 字。", $"Give the view a name of at most {SavedView.MostCharactersOfName} characters."));
        var query = PivotQuery.Parse(request.Query, out var faults);
        if (faults.Count > 0)
            return Problem.Invalid(("查询条件有误，不能保存。", "The query cannot be read."), faults);
        return query.ToString().Length > SavedView.MostCharactersOfQuery ? Problem.Invalid(("查询条件过长，不能保存。", "The query is too long.")) : null;
    }

    protected override async Task<Answer<SavedViewId>> Handle(SaveView request, CancellationToken cancel)
    {
        if (caller.Caller.Account is not { } owner)
            return Problem.SignedOut;
        var name = request.Name.Trim();
        var own = await db.Set<SavedView>().Where(view => view.Owner == owner).Select(view => view.Name).ToListAsync(cancel);
        if (own.Contains(name))
            return Problem.Conflict(($"已有名为“{name}”的视图，请换一个名称。", $"There is a view '{name}' already; choose another name."));
        if (own.Count >= MostOfOwner)
            return Problem.Invalid(($"最多保存 {MostOfOwner} 个视图，请先删除不用的。", $"At most {MostOfOwner} views; delete some first."));
        var made = new SavedView { Owner = owner, Name = name, Shared = false, Query = PivotQuery.Parse(request.Query, out _).ToString(), ChangedAt = time.StoredNow() };
        db.Add(made);
        await db.SaveChangesAsync(cancel);
        return new SavedViewId(made.Id);
    }
}

internal sealed class ListViewsSlice(SavedViews views) : Slice<ListViews, SavedViewList>
{
    public override Permission Permission { get; } = new("board.read", Changes: false);

    protected override async Task<Answer<SavedViewList>> Handle(ListViews request, CancellationToken cancel) => new SavedViewList(await views.All(cancel));
}

internal sealed class ShareViewSlice(SavedViews views, TimeProvider time) : Slice<ShareView, Done>
{
    public override Permission Permission { get; } = new("board.read", Changes: true);

    protected override async Task<Answer<Done>> Handle(ShareView request, CancellationToken cancel)
    {
        if (await views.Own(request.Id, cancel) is not { } view)
            return SavedViews.NotThere(request.Id);
        (view.Shared, view.ChangedAt) = (request.Shared, time.StoredNow());
        return Done.It;
    }
}

internal sealed class DeleteViewSlice(LianzhangDb db, SavedViews views) : Slice<DeleteView, Done>
{
    public override Permission Permission { get; } = new("board.read", Changes: true);

    protected override async Task<Answer<Done>> Handle(DeleteView request, CancellationToken cancel)
    {
        if (await views.Own(request.Id, cancel) is not { } view)
            return SavedViews.NotThere(request.Id);
        db.Remove(view);
        return Done.It;
    }
}
