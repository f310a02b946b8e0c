using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Identity;

/// <summary>An account that is handed over: its name, and the password that works until it is changed. Shown once, never stored.</summary>
public sealed record HandOver(Guid Id, string UserName, string Name, string OneTimePassword)
{
    /// <summary>Where the person works, if it is known.</summary>
    public string? Organisation { get; init; }
}

/// <summary>Makes an account without any role.</summary>
public sealed record CreateAccount(string UserName, string Name, string? Email = null) : IRequest<HandOver>;

internal sealed class CreateAccountSlice(Accounts accounts) : Slice<CreateAccount, HandOver>
{
    public override Permission Permission { get; } = new("accounts.manage", Changes: true);

    protected override Problem? Validate(CreateAccount request) =>
        string.IsNullOrWhiteSpace(request.UserName) || string.IsNullOrWhiteSpace(request.Name) ? Problem.Invalid(("请填写账号名和姓名。", "Give an account name and the person's name.")) : Lengths.Check(request.UserName, request.Name, request.Email);

    protected override async Task<Answer<HandOver>> Handle(CreateAccount request, CancellationToken cancel)
    {
        var password = OneTimePassword.Create();
        var created = await accounts.Create(request.UserName.Trim(), request.Name.Trim(), request.Email, password);
        return created.Succeeded(out var account) ? new HandOver(account.Id, account.UserName!, account.DisplayName, password) : created.Problem!;
    }
}
