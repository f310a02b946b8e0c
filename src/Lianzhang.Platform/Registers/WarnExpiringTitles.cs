using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>How many grants people were told of.</summary>
public sealed record WarnedTitles(int Count);

/// <summary>Tells those who look after titles of those that end in 12, 6 and 3 months: of each grant once at each mark.</summary>
public sealed record WarnExpiringTitles : IRequest<WarnedTitles>;

internal sealed class WarnExpiringTitlesSlice(LianzhangDb db, EndingTitles ending, RightHolders holders, TellAccounts tell, PublishedProgrammes programmes, TimeProvider time) : Slice<WarnExpiringTitles, WarnedTitles>
{
    private const int MostNamed = 3;

    public override Permission Permission { get; } = new("titles.warn", Changes: true, For: Audience.Product);

    protected override async Task<Answer<WarnedTitles>> Handle(WarnExpiringTitles request, CancellationToken cancel)
    {
        var marked = await ending.Untold(cancel);
        var told = await ending.Told(cancel);
        // The marks that lie behind count as told.
        foreach (var (one, months) in marked)
            db.AddRange(TitleWarning.Marks.Where(mark => mark >= months && !told.Contains((one.Grant.Id, mark))).Select(mark => new TitleWarning { GrantId = one.Grant.Id, Months = mark, At = time.GetUtcNow() }));
        if (marked.Count > 0)
            Tell(marked, await holders.Of("titles.grant", cancel), (await programmes.Find(null, cancel))?.Programme);
        return new WarnedTitles(marked.Count);
    }

    // One line for each title and mark, so that a hundred that end on one day are not a hundred notices.
    private void Tell(List<(GrantedTitle Held, int Months)> marked, IReadOnlyList<RightHolder> holders, Programme? programme)
    {
        foreach (var holder in holders.GroupBy(holder => holder.Account))
        {
            var own = marked.Where(one => holder.Any(right => right.Reaches(new Subject(Region: one.Held.Region))));
            foreach (var group in own.GroupBy(one => (one.Held.Grant.Title, one.Months)))
            {
                var filter = Enum.Parse<TitleFilter>($"EndsIn{group.Key.Months}");
                tell.Tell(holder.Key, Line(programme?.TitleName(group.Key.Title) ?? new Text(group.Key.Title), group.Key.Months, [.. group.Select(one => one.Held)]), $"/titles?title={group.Key.Title}&filter={filter}");
            }
        }
    }

    private static Text Line(Text title, int months, IReadOnlyList<GrantedTitle> held)
    {
        var names = held.OrderBy(one => one.Grant.ValidTo).ThenBy(one => one.Grant.Id).Take(MostNamed).Select(one => one.Unit.Name).ToList();
        var more = held.Count > MostNamed;
        return (
            $"{string.Join('、', names)}{(more ? $"等 {held.Count} 家企业" : string.Empty)}的{title.Zh}称号将在 {months} 个月内到期（最早 {held.Min(one => one.Grant.ValidTo):yyyy-MM-dd}）。",
            $"The title {title.In(Language.English)} of {string.Join(", ", names)}{(more ? $" and {held.Count - MostNamed} more" : string.Empty)} ends within {months} months (the first on {held.Min(one => one.Grant.ValidTo):yyyy-MM-dd}).");
    }
}

/// <summary>Finds the titles whose end people have not yet been told of at the mark that they have passed.</summary>
internal sealed class EndingTitles(LianzhangDb db, HeldTitles held, TimeProvider time)
{
    /// <summary>Each with the nearest mark.</summary>
    public async Task<List<(GrantedTitle Held, int Months)>> Untold(CancellationToken cancel)
    {
        var (today, told) = (time.Today(), await Told(cancel));
        var ending = await held.Filtered(TitleFilter.EndsIn12, today).ToListAsync(cancel);
        return [.. ending.Select(one => (one, TitleWarning.Marks.Last(months => one.Grant.ValidTo <= today.AddMonths(months)))).Where(one => !told.Contains((one.one.Grant.Id, one.Item2)))];
    }

    /// <summary>The marks at which people were told of titles that have not ended.</summary>
    public async Task<HashSet<(long Grant, int Months)>> Told(CancellationToken cancel)
    {
        var today = time.Today();
        var told = await db.Set<TitleWarning>().AsNoTracking().Where(warning => db.Set<TitleGrant>().Any(grant => grant.Id == warning.GrantId && grant.ValidTo >= today)).ToListAsync(cancel);
        return [.. told.Select(warning => (warning.GrantId, warning.Months))];
    }
}
