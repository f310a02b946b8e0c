using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>Adds an organisation in a region.</summary>
public sealed record AddOrganisation(string Code, string Name, OrganisationKind Kind, string Region) : IRequest<OrganisationId>;

/// <summary>The organisation that was added.</summary>
public sealed record OrganisationId(Guid Id);

internal sealed class AddOrganisationSlice(LianzhangDb db, TimeProvider time) : Slice<AddOrganisation, OrganisationId>
{
    public override Permission Permission { get; } = new("organisations.manage", Changes: true);

    protected override Subject About(AddOrganisation request) => new(Region: request.Region);

    protected override Problem? Validate(AddOrganisation request) =>
        string.IsNullOrWhiteSpace(request.Code) || string.IsNullOrWhiteSpace(request.Name) ? Problem.Invalid(("请填写单位代码和名称。", "Give the organisation's code and name.")) : null;

    protected override async Task<Answer<OrganisationId>> Handle(AddOrganisation request, CancellationToken cancel)
    {
        if (!await db.Set<RegionNode>().AnyAsync(region => region.Code == request.Region, cancel))
            return Problem.NotFound(($"没有地区 {request.Region}。", $"There is no region {request.Region}."));
        var code = request.Code.Trim();
        if (await db.Set<Organisation>().IgnoreQueryFilters().AnyAsync(organisation => organisation.Code == code, cancel))
            return Problem.Invalid(($"单位代码 {code} 已有。", $"The code {code} is taken."));
        var added = new Organisation { Id = Guid.CreateVersion7(time.GetUtcNow()), Code = code, Name = request.Name.Trim(), Kind = request.Kind, Region = request.Region };
        db.Add(added);
        return new OrganisationId(added.Id);
    }
}
