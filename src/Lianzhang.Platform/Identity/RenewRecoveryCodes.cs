using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Identity;

namespace Lianzhang.Platform.Identity;

/// <summary>Makes new recovery codes, on one's present password; those from before no longer work.</summary>
public sealed record RenewRecoveryCodes(string Password) : IRequest<RecoveryCodes>
{
    public override string ToString() => string.Empty;
}

internal sealed class RenewRecoveryCodesSlice(SecondFactor factor, UserManager<Account> users) : Slice<RenewRecoveryCodes, RecoveryCodes>
{
    public override Permission Permission { get; } = new("account.two-step", Changes: true, For: Audience.SignedIn);

    protected override Problem? Validate(RenewRecoveryCodes request) => Lengths.Check(request.Password);

    protected override async Task<Answer<RecoveryCodes>> Handle(RenewRecoveryCodes request, CancellationToken cancel)
    {
        var account = await factor.OfCaller(cancel);
        if (!account.TwoFactorEnabled)
            return Problem.Invalid(("两步验证未开启。", "Two-step sign-in is off."));
        if (!await users.CheckPasswordAsync(account, request.Password))
            return Accounts.WrongPassword;
        return new RecoveryCodes(await factor.NewRecoveryCodes(account), SignedInAccount.Of(account));
    }
}
