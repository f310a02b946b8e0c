using Lianzhang.Core.Values;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>Titles that end within a year, for those who look after them: a line for each title and mark.</summary>
public sealed record FeedExpiringTitles : IRequest<WorkItems>;

internal sealed class FeedExpiringTitlesSlice(HeldTitles held, PublishedProgrammes programmes, TimeProvider time) : Slice<FeedExpiringTitles, WorkItems>
{
    private static readonly TitleFilter[] Marks = [TitleFilter.EndsIn3, TitleFilter.EndsIn6, TitleFilter.EndsIn12];

    public override Permission Permission { get; } = new("titles.grant", Changes: false);

    protected override async Task<Answer<WorkItems>> Handle(FeedExpiringTitles request, CancellationToken cancel)
    {
        var (today, programme) = (time.Today(), (await programmes.Find(null, cancel))?.Programme);
        var ending = await held.Filtered(TitleFilter.EndsIn12, today)
            .GroupBy(one => new { one.Grant.Title, one.Grant.ValidTo }).Select(group => new { group.Key.Title, group.Key.ValidTo, Count = group.Count() }).ToListAsync(cancel);
        // Each stands under the nearest mark alone.
        var lines = from one in ending
                    let filter = Marks.First(mark => one.ValidTo <= today.AddMonths(TitleWords.Months(mark)!.Value))
                    group one by (one.Title, Filter: filter) into marked
                    orderby marked.Key.Filter descending, marked.Min(one => one.ValidTo)
                    select Line(programme?.TitleName(marked.Key.Title) ?? new Text(marked.Key.Title), marked.Key.Title, marked.Key.Filter, marked.Sum(one => one.Count), marked.Min(one => one.ValidTo));
        return new WorkItems([.. lines.Take(WorkItems.Most)]);
    }

    private static WorkItem Line(Text title, string code, TitleFilter filter, int count, DateOnly? first)
    {
        var months = TitleWords.Months(filter);
        return new WorkItem(
            WorkColumn.ToDo,
            ($"{count} 家企业的{title.Zh}称号将在 {months} 个月内到期，请组织续期", $"{count} {(count == 1 ? "enterprise loses" : "enterprises lose")} the title {title.In(Language.English)} within {months} months; see to renewals"),
            $"/titles?title={code}&filter={filter}",
            Due: first);
    }
}
