using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Identity;

namespace Lianzhang.Platform.Identity;

/// <summary>Closes an account, or opens it again. It is never deleted: the record speaks of it.</summary>
public sealed record CloseAccount(Guid Account, bool Closed) : IRequest<Done>;

internal sealed class CloseAccountSlice(Accounts accounts, UserManager<Account> users, Grants grants, CurrentCaller caller) : Slice<CloseAccount, Done>
{
    public override Permission Permission { get; } = new("accounts.manage", Changes: true);

    protected override Problem? Validate(CloseAccount request) =>
        request.Account == caller.Caller.Account ? Problem.Invalid(("不能停用自己的账号。", "One's own account cannot be closed.")) : null;

    protected override async Task<Answer<Done>> Handle(CloseAccount request, CancellationToken cancel)
    {
        var found = await accounts.Find(request.Account, cancel);
        if (!found.Succeeded(out var account))
            return found.Problem!;
        account.IsDisabled = request.Closed;
        await users.UpdateSecurityStampAsync(account);
        // Whoever stands in for the person does so no longer.
        await grants.Changed(cancel);
        return Done.It;
    }
}
