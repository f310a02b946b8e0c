using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>An organisation as it is shown.</summary>
public sealed record OrganisationView(Guid Id, string Code, string Name, OrganisationKind Kind, string Region, Text RegionName, int People);

/// <summary>The organisations within one's rights.</summary>
public sealed record Organisations(IReadOnlyList<OrganisationView> All);

/// <summary>Lists the organisations within one's rights.</summary>
public sealed record ListOrganisations : IRequest<Organisations>;

internal sealed class ListOrganisationsSlice(LianzhangDb db) : Slice<ListOrganisations, Organisations>
{
    public override Permission Permission { get; } = new("people.read", Changes: false, Recorded: true);

    protected override async Task<Answer<Organisations>> Handle(ListOrganisations request, CancellationToken cancel)
    {
        var all = await (
            from organisation in db.Set<Organisation>().AsNoTracking()
            join region in db.Set<RegionNode>() on organisation.Region equals region.Code into regions
            from region in regions.DefaultIfEmpty()
            orderby organisation.Region, organisation.Code
            select new { organisation, region, People = db.Set<Membership>().Count(membership => membership.OrganisationId == organisation.Id) }).ToListAsync(cancel);
        return new Organisations([.. all.Select(one => new OrganisationView(
            one.organisation.Id, one.organisation.Code, one.organisation.Name, one.organisation.Kind, one.organisation.Region, RegionName(one.region, one.organisation.Region), one.People))]);
    }

    private static Text RegionName(RegionNode? region, string code) => region is null ? (code, code) : (region.Name, region.NameEn);
}
