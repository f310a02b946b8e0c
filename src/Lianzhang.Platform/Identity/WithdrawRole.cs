using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>Takes a role back as of today; that it was held stays on record.</summary>
public sealed record WithdrawRole(Guid Membership) : IRequest<Done>;

internal sealed class WithdrawRoleSlice(LianzhangDb db, Grants grants, TimeProvider time) : Slice<WithdrawRole, Done>
{
    public override Permission Permission { get; } = new("roles.manage", Changes: true);

    protected override async Task<Answer<Done>> Handle(WithdrawRole request, CancellationToken cancel)
    {
        if (await db.Set<Membership>().SingleOrDefaultAsync(membership => membership.Id == request.Membership, cancel) is not { } membership)
            return Problem.NotFound(("没有这项授权，或不在您的权限范围内。", "There is no such role within your rights."));
        membership.To = DateOnly.FromDateTime(time.GetLocalNow().Date).AddDays(-1);
        await grants.Changed(cancel);
        return Done.It;
    }
}
