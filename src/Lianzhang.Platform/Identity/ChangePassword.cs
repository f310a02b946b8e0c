using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>Changes one's own password; every other sign-in of the account ends.</summary>
public sealed record ChangePassword(string Present, string Next) : IRequest<SignedInAccount>
{
    public override string ToString() => string.Empty;
}

internal sealed class ChangePasswordSlice(LianzhangDb db, UserManager<Account> users, Accounts accounts, CurrentCaller caller) : Slice<ChangePassword, SignedInAccount>
{
    public override Permission Permission { get; } = new("account.change-password", Changes: true, For: Audience.SignedIn);

    protected override Problem? Validate(ChangePassword request) => request.Next == request.Present
        ? Problem.Invalid(("新密码与当前密码相同。", "The new password is the present one."))
        : Lengths.Check(request.Present, request.Next);

    protected override async Task<Answer<SignedInAccount>> Handle(ChangePassword request, CancellationToken cancel)
    {
        var account = await db.Set<Account>().IgnoreQueryFilters().SingleAsync(account => account.Id == caller.Account, cancel);
        if (!await users.CheckPasswordAsync(account, request.Present))
            return Accounts.WrongPassword;
        if (await accounts.SetPassword(account, request.Next, mustChange: false) is { } weak)
            return weak;
        return SignedInAccount.Of(account);
    }
}
