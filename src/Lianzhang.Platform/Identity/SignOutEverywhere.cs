using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>Ends every sign-in of one's own account, on this machine and all others.</summary>
public sealed record SignOutEverywhere : IRequest<Done>;

internal sealed class SignOutEverywhereSlice(LianzhangDb db, UserManager<Account> users, CurrentCaller caller) : Slice<SignOutEverywhere, Done>
{
    public override Permission Permission { get; } = new("account.sign-out", Changes: true, For: Audience.SignedIn);

    protected override async Task<Answer<Done>> Handle(SignOutEverywhere request, CancellationToken cancel)
    {
        await users.UpdateSecurityStampAsync(await db.Set<Account>().IgnoreQueryFilters().SingleAsync(account => account.Id == caller.Account, cancel));
        return Done.It;
    }
}
