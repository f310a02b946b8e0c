using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Identity;

/// <summary>What an authenticator is set up with.</summary>
/// <param name="Key">To type, in base 32.</param>
/// <param name="Uri">The same as an address that authenticators open, or scan.</param>
public sealed record AuthenticatorKey(string Key, string Uri)
{
    public override string ToString() => string.Empty;
}

/// <summary>Makes a new key for one's authenticator; it counts for nothing until <see cref="ConfirmTwoStep"/> shows that it arrived.</summary>
public sealed record BeginTwoStep : IRequest<AuthenticatorKey>;

internal sealed class BeginTwoStepSlice(SecondFactor factor) : Slice<BeginTwoStep, AuthenticatorKey>
{
    public override Permission Permission { get; } = new("account.two-step", Changes: true, For: Audience.SignedIn);

    protected override async Task<Answer<AuthenticatorKey>> Handle(BeginTwoStep request, CancellationToken cancel)
    {
        var account = await factor.OfCaller(cancel);
        // Whoever finds an open browser must not put an authenticator of their own in place of the owner's.
        return account.TwoFactorEnabled
            ? Problem.Invalid(("两步验证已开启；要换设备，请先关闭。", "Two-step sign-in is on; to change the device, turn it off first."))
            : await factor.NewKey(account, cancel);
    }
}
