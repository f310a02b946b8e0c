using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Identity;

/// <summary>Gives an account a new one-time password to hand over, unlocks it and ends its sign-ins.</summary>
public sealed record ResetPassword(Guid Account) : IRequest<HandOver>;

internal sealed class ResetPasswordSlice(Accounts accounts) : Slice<ResetPassword, HandOver>
{
    public override Permission Permission { get; } = new("accounts.manage", Changes: true);

    protected override async Task<Answer<HandOver>> Handle(ResetPassword request, CancellationToken cancel)
    {
        var found = await accounts.Find(request.Account, cancel);
        if (!found.Succeeded(out var account))
            return found.Problem!;
        var password = OneTimePassword.Create();
        return await accounts.SetPassword(account, password, mustChange: true) is { } refused
            ? refused
            : new HandOver(account.Id, account.UserName!, account.DisplayName, password);
    }
}
