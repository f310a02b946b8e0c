using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Identity;

namespace Lianzhang.Platform.Identity;

/// <summary>Where two-step sign-in stands.</summary>
/// <param name="IsOn">Whether a code is asked for at sign-in.</param>
/// <param name="RecoveryCodesLeft">How many recovery codes were not used yet.</param>
/// <param name="ToConfirm">The key that waits for its first code.</param>
public sealed record TwoStep(bool IsOn, int RecoveryCodesLeft, AuthenticatorKey? ToConfirm);

/// <summary>Reads where two-step sign-in of one's own account stands.</summary>
public sealed record GetTwoStep : IRequest<TwoStep>;

internal sealed class GetTwoStepSlice(SecondFactor factor, UserManager<Account> users) : Slice<GetTwoStep, TwoStep>
{
    public override Permission Permission { get; } = new("account.profile", Changes: false, For: Audience.SignedIn);

    protected override async Task<Answer<TwoStep>> Handle(GetTwoStep request, CancellationToken cancel)
    {
        var account = await factor.OfCaller(cancel);
        return new TwoStep(account.TwoFactorEnabled, await users.CountRecoveryCodesAsync(account), await factor.KeyToConfirm(account));
    }
}
