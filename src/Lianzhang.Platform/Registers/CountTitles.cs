using Lianzhang.Core.Values;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>How many hold a title in a region.</summary>
public sealed record RegionTitles(string Region, Text Name, int Count);

/// <summary>How many hold a title on a day, where, and how many of them will lose it soon.</summary>
public sealed record TitleCount(string Title, Text Name, int Held, int EndsIn12, int EndsIn6, int EndsIn3, int Expired, IReadOnlyList<RegionTitles> Regions);

/// <summary>The counts of all titles on a day.</summary>
public sealed record TitleCounts(DateOnly AsOf, bool HasGenerated, IReadOnlyList<TitleCount> Titles);

/// <summary>Counts who holds which title on a day, by the region where enterprises lay then.</summary>
public sealed record CountTitles(DateOnly? AsOf = null, string? Region = null) : IRequest<TitleCounts>;

internal sealed class CountTitlesSlice(HeldTitles held, PublishedProgrammes programmes, TimeProvider time) : Slice<CountTitles, TitleCounts>
{
    public override Permission Permission { get; } = new("titles.read", Changes: false);

    protected override Subject About(CountTitles request) => new(Region: request.Region);

    protected override async Task<Answer<TitleCounts>> Handle(CountTitles request, CancellationToken cancel)
    {
        if ((await programmes.Find(null, cancel))?.Programme is not { } programme)
            return Problem.NotFound(("没有已发布的方案。", "No programme is published."));
        var day = request.AsOf ?? time.Today();
        var below = request.Region is { } region ? (await held.Below(region, cancel)).ToList() : null;
        var counts = new Dictionary<TitleFilter, ILookup<string, RegionTitles>>();
        foreach (var filter in new[] { TitleFilter.Held, TitleFilter.EndsIn12, TitleFilter.EndsIn6, TitleFilter.EndsIn3, TitleFilter.Expired })
        {
            var grouped = await held.Filtered(filter, day).Where(one => below == null || below.Contains(one.Region))
                .GroupBy(one => new { one.Grant.Title, one.Region }).Select(group => new { group.Key.Title, group.Key.Region, Count = group.Count() }).ToListAsync(cancel);
            counts[filter] = grouped.OrderBy(one => one.Region, StringComparer.Ordinal).ToLookup(one => one.Title, one => new RegionTitles(one.Region, programme.PlaceName(one.Region), one.Count));
        }

        // Titles that the programme no longer defines are counted for as long as anybody holds them.
        var titles = programme.Titles.Select(title => title.Code).Concat(counts[TitleFilter.Held].Select(group => group.Key)).Distinct();
        int Sum(TitleFilter filter, string title) => counts[filter][title].Sum(one => one.Count);
        return new TitleCounts(day, await held.Filtered(TitleFilter.Held, day).AnyAsync(one => one.Unit.Generated, cancel),
        [
            .. titles.Select(title => new TitleCount(title, programme.TitleName(title), Sum(TitleFilter.Held, title), Sum(TitleFilter.EndsIn12, title), Sum(TitleFilter.EndsIn6, title),
                Sum(TitleFilter.EndsIn3, title), Sum(TitleFilter.Expired, title), [.. counts[TitleFilter.Held][title]])),
        ]);
    }
}
