using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>Says between which days an organisation is there. Roles in it count between them only.</summary>
public sealed record SetOrganisationDays(Guid Organisation, DateOnly? From, DateOnly? To) : IRequest<Done>;

internal sealed class SetOrganisationDaysSlice(LianzhangDb db, Grants grants) : Slice<SetOrganisationDays, Done>
{
    public override Permission Permission { get; } = new("organisations.manage", Changes: true);

    protected override Subject About(SetOrganisationDays request) => new(Organisation: request.Organisation);

    protected override Problem? Validate(SetOrganisationDays request) =>
        request.From > request.To ? Problem.Invalid(("起始日期晚于截止日期。", "The first day is after the last.")) : null;

    protected override async Task<Answer<Done>> Handle(SetOrganisationDays request, CancellationToken cancel)
    {
        if (await db.Set<Organisation>().SingleOrDefaultAsync(organisation => organisation.Id == request.Organisation, cancel) is not { } organisation)
            return Problem.NotFound(("没有这个单位，或不在您的权限范围内。", "There is no such organisation within your rights."));
        // Nobody could undo it: the administrators' own roles would end with their organisation.
        if (await Administers(request.Organisation, cancel))
            return Problem.Invalid(("管理员所在的单位不能设期限，请先把管理员角色授予在其他单位。", "Administrators hold their roles in this organisation; give these in another one first."));
        (organisation.From, organisation.To) = (request.From, request.To);
        await grants.Changed(cancel);
        return Done.It;
    }

    private Task<bool> Administers(Guid organisation, CancellationToken cancel) => (
        from membership in db.Set<Membership>()
        join role in db.Set<Role>() on membership.Role equals role.Code
        where membership.OrganisationId == organisation && membership.To == null
            && (role.Kind == RoleKind.SystemAdministrator || role.Kind == RoleKind.SecurityAdministrator || role.Kind == RoleKind.AuditAdministrator)
        select membership).AnyAsync(cancel);
}
