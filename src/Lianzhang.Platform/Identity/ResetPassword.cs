using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Identity;

/// <summary>Gives an account a new one-time password to hand over, unlocks it and ends its sign-ins.</summary>
/// <param name="Account">Whose password.</param>
/// <param name="DeviceIsLost">
/// Whether the authenticator, its recovery codes and every passkey go too. Otherwise they stay and are asked for, so that a slip in the wrong hands
/// opens nothing by itself.
/// </param>
public sealed record ResetPassword(Guid Account, bool DeviceIsLost = false) : IRequest<HandOver>;

internal sealed class ResetPasswordSlice(Accounts accounts, SecondFactor factor) : Slice<ResetPassword, HandOver>
{
    public override Permission Permission { get; } = new("accounts.manage", Changes: true);

    protected override async Task<Answer<HandOver>> Handle(ResetPassword request, CancellationToken cancel)
    {
        var found = await accounts.Find(request.Account, cancel);
        if (!found.Succeeded(out var account))
            return found.Problem!;
        var password = OneTimePassword.Create();
        if (await accounts.SetPassword(account, password, mustChange: true) is { } refused)
            return refused;
        if (request.DeviceIsLost)
            await factor.LoseDevices(account, cancel);
        return new HandOver(account.Id, account.UserName!, account.DisplayName, password);
    }
}
