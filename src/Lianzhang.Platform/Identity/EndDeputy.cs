using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>Ends early that somebody stands in for oneself, or that one stands in for somebody.</summary>
public sealed record EndDeputy(Guid Deputyship) : IRequest<Done>;

/// <summary>The same between two others.</summary>
public sealed record EndDeputyFor(Guid Deputyship) : IRequest<Done>;

internal sealed class EndDeputySlice(LianzhangDb db, Deputies deputies, CurrentCaller caller, TimeProvider time) : Slice<EndDeputy, Done>
{
    public override Permission Permission { get; } = new("account.deputies", Changes: true, For: Audience.SignedIn);

    protected override async Task<Answer<Done>> Handle(EndDeputy request, CancellationToken cancel)
    {
        var (own, today) = (caller.Account, time.Today());
        if (await db.Set<Deputyship>().SingleOrDefaultAsync(one => one.Id == request.Deputyship && one.To >= today && (one.AbsentId == own || one.DeputyId == own), cancel) is not { } found)
            return Problem.NotFound(("没有这项代理，或已经结束。", "There is no such deputy, or it has ended."));
        await deputies.End(found, cancel);
        return Done.It;
    }
}

internal sealed class EndDeputyForSlice(LianzhangDb db, Deputies deputies, Accounts accounts, TimeProvider time) : Slice<EndDeputyFor, Done>
{
    public override Permission Permission { get; } = new("roles.manage", Changes: true);

    protected override async Task<Answer<Done>> Handle(EndDeputyFor request, CancellationToken cancel)
    {
        var today = time.Today();
        if (await db.Set<Deputyship>().SingleOrDefaultAsync(one => one.Id == request.Deputyship && one.To >= today, cancel) is not { } found)
            return Problem.NotFound(("没有这项代理，或已经结束。", "There is no such deputy, or it has ended."));
        if ((await accounts.Find(found.AbsentId, cancel)).Problem is { } foreign)
            return foreign;
        await deputies.End(found, cancel);
        return Done.It;
    }
}
