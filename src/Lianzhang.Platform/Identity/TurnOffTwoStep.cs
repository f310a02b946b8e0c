using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Identity;

namespace Lianzhang.Platform.Identity;

/// <summary>Turns two-step sign-in off, on one's present password; every other sign-in of the account ends.</summary>
public sealed record TurnOffTwoStep(string Password) : IRequest<SignedInAccount>
{
    public override string ToString() => string.Empty;
}

internal sealed class TurnOffTwoStepSlice(SecondFactor factor, UserManager<Account> users) : Slice<TurnOffTwoStep, SignedInAccount>
{
    public override Permission Permission { get; } = new("account.two-step", Changes: true, For: Audience.SignedIn);

    protected override Problem? Validate(TurnOffTwoStep request) => Lengths.Check(request.Password);

    protected override async Task<Answer<SignedInAccount>> Handle(TurnOffTwoStep request, CancellationToken cancel)
    {
        var account = await factor.OfCaller(cancel);
        if (!await users.CheckPasswordAsync(account, request.Password))
            return Accounts.WrongPassword;
        await factor.TurnOff(account, cancel);
        return SignedInAccount.Of(account);
    }
}
