using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>
/// Signs in whom a provider of identities has vouched for. No account is made by it: the name must be that of an account.
/// Only the product asks for this, once it has checked what the provider says.
/// </summary>
/// <param name="UserName">The account name that the provider gives.</param>
/// <param name="Address">Where the person's browser is.</param>
public sealed record SignInWithProvider(string UserName, string? Address) : IRequest<SignInResult>
{
    public override string ToString() => $"{UserName} openid {Address}";
}

internal sealed class SignInWithProviderSlice(LianzhangDb db, UserManager<Account> users, TimeProvider time) : Slice<SignInWithProvider, SignInResult>
{
    public override Permission Permission { get; } = new("account.sign-in", Changes: true, For: Audience.Product);

    protected override Problem? Validate(SignInWithProvider request) => Lengths.Check(request.UserName);

    protected override async Task<Answer<SignInResult>> Handle(SignInWithProvider request, CancellationToken cancel)
    {
        var name = users.NormalizeName(request.UserName);
        if (await db.Set<Account>().SingleOrDefaultAsync(account => account.NormalizedUserName == name, cancel) is not { IsDisabled: false } account)
            return new SignInResult(SignInOutcome.Refused);
        if (account.LockoutEnd > time.GetUtcNow())
            return new SignInResult(SignInOutcome.Locked);
        return new SignInResult(SignInOutcome.SignedIn, SignedInAccount.Of(account));
    }
}
