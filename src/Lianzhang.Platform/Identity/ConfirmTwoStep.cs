using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Identity;

namespace Lianzhang.Platform.Identity;

/// <summary>Codes that each sign in once in place of the authenticator, shown this once; and what the cookie is made anew from.</summary>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes, SignedInAccount Account)
{
    public override string ToString() => string.Empty;
}

/// <summary>Turns two-step sign-in on with a first code of the authenticator; every other sign-in of the account ends.</summary>
public sealed record ConfirmTwoStep(string Code) : IRequest<RecoveryCodes>
{
    public override string ToString() => string.Empty;
}

internal sealed class ConfirmTwoStepSlice(SecondFactor factor, UserManager<Account> users) : Slice<ConfirmTwoStep, RecoveryCodes>
{
    public override Permission Permission { get; } = new("account.two-step", Changes: true, For: Audience.SignedIn);

    protected override Problem? Validate(ConfirmTwoStep request) => Lengths.Check(request.Code);

    protected override async Task<Answer<RecoveryCodes>> Handle(ConfirmTwoStep request, CancellationToken cancel)
    {
        var account = await factor.OfCaller(cancel);
        if (await factor.KeyToConfirm(account) is null)
            return Problem.Invalid(("没有待确认的密钥，请重新开始设置。", "No key waits to be confirmed: begin again."));
        if (!await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, SignInCode.Plain(request.Code)))
            return Problem.Invalid(("验证码不正确。请核对手机时间是否自动校准，再输入新的验证码。", "The code is wrong. See that the phone sets its clock by itself, then enter the next code."));
        await users.SetTwoFactorEnabledAsync(account, enabled: true);
        return new RecoveryCodes(await factor.NewRecoveryCodes(account), SignedInAccount.Of(account));
    }
}
