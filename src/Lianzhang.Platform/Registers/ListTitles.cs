using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>A grant of a title as it stands on a day.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Unit">Code of the enterprise.</param>
/// <param name="Name">Name of the enterprise.</param>
/// <param name="IsGenerated">Whether the enterprise was made up for trial.</param>
/// <param name="Region">Code of the region where it lay on the day.</param>
/// <param name="RegionName">That region's name.</param>
/// <param name="Title">Code of the title.</param>
/// <param name="TitleName">The title's name.</param>
/// <param name="Level">Whose recognition it is.</param>
/// <param name="Certificate">The number of the certificate.</param>
/// <param name="GrantedOn">The first day.</param>
/// <param name="ValidTo">The last day of its validity.</param>
/// <param name="ReviewBy">The day by which it is reviewed.</param>
/// <param name="EndedOn">The last day, when it was ended before its time.</param>
/// <param name="EndReason">Why it was ended.</param>
/// <param name="State">How it stands on the day.</param>
public sealed record TitleView(
    long Id, string Unit, string Name, bool IsGenerated, string Region, Text RegionName, string Title, Text TitleName, Text? Level, string? Certificate,
    DateOnly GrantedOn, DateOnly? ValidTo, DateOnly? ReviewBy, DateOnly? EndedOn, string? EndReason, TitleState State)
{
    internal static TitleView Of(GrantedTitle held, Programme? programme, DateOnly day)
    {
        var (grant, unit) = (held.Grant, held.Unit);
        return new TitleView(
            grant.Id, unit.Code, unit.Name, unit.Generated, held.Region, programme?.PlaceName(held.Region) ?? new Text(held.Region), grant.Title, programme?.TitleName(grant.Title) ?? new Text(grant.Title),
            Enum.TryParse<TitleLevel>(grant.Level, ignoreCase: true, out var level) ? TitleLevelWords.Of(level) : null, grant.Certificate,
            grant.GrantedOn, grant.ValidTo, grant.ReviewBy, grant.EndedOn, grant.EndReason, StateOf(grant, day));
    }

    private static TitleState StateOf(TitleGrant grant, DateOnly day) => grant switch
    {
        { RetiredAt: not null } => TitleState.Corrected,
        _ when grant.GrantedOn > day => TitleState.NotYet,
        _ when grant.EndedOn < day && !(grant.ValidTo < grant.EndedOn) => TitleState.Ended,
        _ when grant.ValidTo < day => TitleState.Expired,
        _ => TitleState.Held,
    };
}

/// <summary>A page of grants.</summary>
public sealed record TitlePage(IReadOnlyList<TitleView> Titles, int Total, int Page, int PageSize, DateOnly AsOf);

/// <summary>Which grants are asked for.</summary>
/// <param name="Title">Code of the title.</param>
/// <param name="Region">A region with all that lies below it, as enterprises lay on the day.</param>
/// <param name="Level">Whose recognition it is.</param>
/// <param name="Filter">How they stand on the day.</param>
/// <param name="AsOf">The day; today if left out.</param>
/// <param name="Search">Beginning of the enterprise's name, or its code.</param>
public sealed record TitleQuery(string? Title = null, string? Region = null, TitleLevel? Level = null, TitleFilter Filter = TitleFilter.Held, DateOnly? AsOf = null, string? Search = null);

/// <summary>Lists grants of titles, those that end first standing first.</summary>
public sealed record ListTitles(TitleQuery Query, int Page = 1, int PageSize = 50) : IRequest<TitlePage>;

internal sealed class ListTitlesSlice(FindTitles titles, PublishedProgrammes programmes, TimeProvider time) : Slice<ListTitles, TitlePage>
{
    private const int MostOnPage = 200;

    public override Permission Permission { get; } = new("titles.read", Changes: false);

    protected override Subject About(ListTitles request) => new(Region: request.Query.Region);

    protected override Problem? Validate(ListTitles request) => Paging.Check(request.Page, request.PageSize, MostOnPage);

    protected override async Task<Answer<TitlePage>> Handle(ListTitles request, CancellationToken cancel)
    {
        var day = request.Query.AsOf ?? time.Today();
        var found = await titles.By(request.Query, day, cancel);
        var programme = (await programmes.Find(null, cancel))?.Programme;
        var page = await found.Skip((request.Page - 1) * request.PageSize).Take(request.PageSize).ToListAsync(cancel);
        return new TitlePage([.. page.Select(held => TitleView.Of(held, programme, day))], await found.CountAsync(cancel), request.Page, request.PageSize, day);
    }
}

/// <summary>Finds grants by what a list asks for.</summary>
internal sealed class FindTitles(HeldTitles held)
{
    public async Task<IQueryable<GrantedTitle>> By(TitleQuery query, DateOnly day, CancellationToken cancel)
    {
        var found = held.Filtered(query.Filter, day);
        if (query.Title is { } title)
            found = found.Where(one => one.Grant.Title == title);
        if (query.Level?.ToString().ToLowerInvariant() is { } level)
            found = found.Where(one => one.Grant.Level == level);
        if (query.Region is { } region)
        {
            var regions = (await held.Below(region, cancel)).ToList();
            found = found.Where(one => regions.Contains(one.Region));
        }

        if (!string.IsNullOrWhiteSpace(query.Search))
        {
            var text = query.Search.Trim();
            found = found.Where(one => one.Unit.Name.StartsWith(text) || one.Unit.Code == text);
        }

        return found.OrderBy(one => one.Grant.ValidTo == null).ThenBy(one => one.Grant.ValidTo).ThenBy(one => one.Grant.Id);
    }
}
