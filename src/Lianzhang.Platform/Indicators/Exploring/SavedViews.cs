using Lianzhang.Core.Exploring;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Indicators.Exploring;

/// <summary>A kept table, for lists.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Query">What follows the question mark of its address.</param>
/// <param name="Shared">Whether others see it.</param>
/// <param name="Own">Whether it is the reader's.</param>
/// <param name="By">Who keeps it, by name.</param>
/// <param name="ChangedAt">When it was last changed.</param>
public sealed record SavedViewLine(long Id, string Name, string Query, bool Shared, bool Own, string By, DateTimeOffset ChangedAt);

/// <summary>The views of the reader's own, then those that others share, each by name.</summary>
public sealed record SavedViewList(IReadOnlyList<SavedViewLine> Views);

/// <summary>Finds the views that a reader may open.</summary>
internal sealed class SavedViews(LianzhangDb db, CurrentCaller caller)
{
    private const int Most = 500;

    public async Task<IReadOnlyList<SavedViewLine>> All(CancellationToken cancel)
    {
        // The product itself keeps none and sees what is shared.
        var own = caller.Caller.Account ?? Guid.Empty;
        var found = await (from view in db.Set<SavedView>().AsNoTracking()
                           join account in db.Set<Account>().AsNoTracking().IgnoreQueryFilters() on view.Owner equals account.Id
                           where view.Owner == own || view.Shared
                           orderby view.Id descending
                           select new { View = view, account.DisplayName }).Take(Most).ToListAsync(cancel);
        return [.. found
            .Where(one => one.View.Owner == own || caller.Sight.Covers(SubjectOf(one.View.Query)))
            .OrderBy(one => one.View.Owner == own ? 0 : 1).ThenBy(one => one.View.Name, StringComparer.Ordinal)
            .Select(one => new SavedViewLine(one.View.Id, one.View.Name, one.View.Query, one.View.Shared, one.View.Owner == own, one.DisplayName, one.View.ChangedAt))];
    }

    /// <summary>One of the caller's own, to be changed; null where there is none.</summary>
    public Task<SavedView?> Own(long id, CancellationToken cancel) => db.Set<SavedView>().SingleOrDefaultAsync(view => view.Id == id && view.Owner == caller.Account, cancel);

    /// <summary>What a query is about, as far as rights are limited by it.</summary>
    public static Subject SubjectOf(string? query) => PivotQuery.Parse(query, out _) is var read ? new Subject(read.Region, read.Industry) : default;

    public static Problem NotThere(long id) => Problem.NotFound(($"没有编号为 {id} 的视图。", $"There is no view {id}."));
}
