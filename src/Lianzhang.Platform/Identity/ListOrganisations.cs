using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>An organisation as it is shown.</summary>
public sealed record OrganisationView(Guid Id, string Code, string Name, OrganisationKind Kind, string Region, Text RegionName, DateOnly? From, DateOnly? To, int People);

/// <summary>A page of organisations.</summary>
public sealed record OrganisationPage(IReadOnlyList<OrganisationView> Organisations, int Total, int Page, int PageSize);

/// <summary>Lists the organisations within one's rights, by name or code or part of it.</summary>
/// <param name="Search">Part of the name, or how the code begins.</param>
/// <param name="Open">Only those that have not ended.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">How many on a page.</param>
public sealed record ListOrganisations(string? Search = null, bool Open = false, int Page = 1, int PageSize = 50) : IRequest<OrganisationPage>;

internal sealed class ListOrganisationsSlice(FindOrganisations organisations) : Slice<ListOrganisations, OrganisationPage>
{
    private const int MostOnPage = 500;

    public override Permission Permission { get; } = new("people.read", Changes: false, Recorded: true);

    protected override Problem? Validate(ListOrganisations request) => Paging.Check(request.Page, request.PageSize, MostOnPage) ?? Lengths.Check(request.Search);

    protected override async Task<Answer<OrganisationPage>> Handle(ListOrganisations request, CancellationToken cancel)
    {
        var found = organisations.By(request.Search, request.Open);
        var total = await found.CountAsync(cancel);
        return new OrganisationPage(await organisations.Views(found.Skip((request.Page - 1) * request.PageSize).Take(request.PageSize), cancel), total, request.Page, request.PageSize);
    }
}

/// <summary>Finds organisations for lists and exports of them.</summary>
internal sealed class FindOrganisations(LianzhangDb db, TimeProvider time)
{
    public IQueryable<Organisation> By(string? search, bool open)
    {
        var (found, today) = (db.Set<Organisation>().AsNoTracking(), time.Today());
        if (open)
            found = found.Where(organisation => organisation.To == null || organisation.To >= today);
        if (!string.IsNullOrWhiteSpace(search))
        {
            var text = search.Trim();
            found = found.Where(organisation => organisation.Name.Contains(text) || organisation.Code.StartsWith(text));
        }

        return found.OrderBy(organisation => organisation.Region).ThenBy(organisation => organisation.Code);
    }

    public async Task<IReadOnlyList<OrganisationView>> Views(IQueryable<Organisation> found, CancellationToken cancel)
    {
        var today = time.Today();
        var all = await found.Select(organisation => new
        {
            organisation,
            Region = db.Set<RegionNode>().FirstOrDefault(region => region.Code == organisation.Region),
            People = db.Set<Membership>().Where(membership => membership.OrganisationId == organisation.Id && (membership.To == null || membership.To >= today)).Select(membership => membership.AccountId).Distinct().Count(),
        }).ToListAsync(cancel);
        return [.. all.Select(one => new OrganisationView(
            one.organisation.Id,
            one.organisation.Code,
            one.organisation.Name,
            one.organisation.Kind,
            one.organisation.Region,
            one.Region is { } region ? (region.Name, region.NameEn) : new Text(one.organisation.Region),
            one.organisation.From,
            one.organisation.To,
            one.People))];
    }
}

/// <summary>The words for what an organisation is.</summary>
public static class OrganisationKindWords
{
    public static Text Of(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Commission => ("发展改革部门", "commission"),
        OrganisationKind.Department => ("部门", "department"),
        OrganisationKind.CountyGovernment => ("县区政府", "county government"),
        OrganisationKind.Park => ("园区", "park"),
        OrganisationKind.Enterprise => ("企业", "enterprise"),
    };
}
