using System.Security.Cryptography;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>A person as notices reach one.</summary>
internal sealed record Reachable(string Name, string? Email);

/// <summary>Makes and finds accounts, and keeps the rules that hold for every one of them.</summary>
internal sealed class Accounts(LianzhangDb db, UserManager<Account> users, SignInRules rules, TimeProvider time)
{
    /// <summary>The answer to a wrong password of somebody who is signed in.</summary>
    public static Problem WrongPassword { get; } = Problem.Invalid(("当前密码不正确。", "The present password is wrong."));

    public async Task<Answer<Account>> Create(string userName, string displayName, string? email, string password)
    {
        var account = New(userName, displayName, email);
        account.MustChangePassword = true;
        var created = await users.CreateAsync(account, password);
        return created.Succeeded ? account : Refused(created);
    }

    /// <summary>Makes an account whose password was hashed before.</summary>
    public async Task<Answer<Account>> CreateWithHash(string userName, string displayName, string hash)
    {
        var account = New(userName, displayName, email: null);
        account.PasswordHash = hash;
        var created = await users.CreateAsync(account);
        return created.Succeeded ? account : Refused(created);
    }

    /// <summary>An account whose name was checked and password hashed before, to be added with many others.</summary>
    public Account Made(string userName, string displayName, string? email, string hash)
    {
        var account = New(userName, displayName, email);
        account.NormalizedUserName = users.NormalizeName(userName);
        account.NormalizedEmail = users.NormalizeEmail(email);
        account.LockoutEnabled = users.Options.Lockout.AllowedForNewUsers;
        account.SecurityStamp = RandomNumberGenerator.GetHexString(40);
        account.PasswordHash = hash;
        account.MustChangePassword = true;
        return account;
    }

    /// <summary>What is stored in place of a password.</summary>
    public string Hash(string password) => users.PasswordHasher.HashPassword(New(string.Empty, string.Empty, email: null), password);

    private Account New(string userName, string displayName, string? email) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        UserName = userName,
        DisplayName = displayName,
        Email = email,
        CreatedAt = time.GetUtcNow(),
    };

    /// <summary>The account, among those that the caller may see.</summary>
    public async Task<Answer<Account>> Find(Guid id, CancellationToken cancel) =>
        await db.Set<Account>().SingleOrDefaultAsync(account => account.Id == id, cancel) is { } account
            ? account
            : Problem.NotFound(("没有这个账号，或不在您的权限范围内。", "There is no such account within your rights."));

    /// <summary>How a person is reached; null when the account is closed.</summary>
    public Task<Reachable?> Reach(Guid id, CancellationToken cancel) => db.Set<Account>().IgnoreQueryFilters()
        .Where(account => account.Id == id && !account.IsDisabled).Select(account => new Reachable(account.DisplayName, account.Email)).SingleOrDefaultAsync(cancel);

    /// <summary>The people whose roles hold a right today.</summary>
    public async Task<IReadOnlyList<Guid>> Holders(string permission, CancellationToken cancel)
    {
        var today = time.Today();
        var roles = (await db.Set<Role>().AsNoTracking().ToListAsync(cancel)).Where(role => role.Permissions.Contains(permission)).Select(role => role.Code).ToList();
        return await (
            from membership in db.Set<Membership>().IgnoreQueryFilters()
            join account in db.Set<Account>().IgnoreQueryFilters() on membership.AccountId equals account.Id
            where roles.Contains(membership.Role) && (membership.From == null || membership.From <= today) && (membership.To == null || membership.To >= today) && !account.IsDisabled
            select account.Id).Distinct().ToListAsync(cancel);
    }

    public async Task<Problem?> SetPassword(Account account, string password, bool mustChange)
    {
        foreach (var validator in users.PasswordValidators)
        {
            if (await validator.ValidateAsync(users, account, password) is { Succeeded: false } weak)
                return Refused(weak);
        }

        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        account.MustChangePassword = mustChange;
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
        await users.UpdateSecurityStampAsync(account);
        return null;
    }

    /// <summary>What is wrong with a name, a password or an address, said together.</summary>
    public Problem Refused(IdentityResult result)
    {
        var texts = result.Errors.Select(error => Say(error.Code)).Distinct().ToList();
        return Problem.Invalid((string.Join("", texts.Select(text => text.Zh)), string.Join(' ', texts.Select(text => text.En))));
    }

    private Text Say(string code) => code switch
    {
        "PasswordTooShort" => ($"密码至少 {rules.ShortestPassword} 位。", $"The password needs at least {rules.ShortestPassword} characters."),
        "PasswordRequiresDigit" or "PasswordRequiresLower" or "PasswordRequiresUpper" => ("密码须同时含大写字母、小写字母和数字。", "The password needs upper case, lower case and digits."),
        "PasswordRequiresUniqueChars" => ("密码中不同的字符太少。", "The password needs more different characters."),
        "PasswordMismatch" => ("当前密码不正确。", "The present password is wrong."),
        "DuplicateUserName" => ("此账号名已有人使用。", "The account name is taken."),
        "InvalidUserName" => ("账号名只能用字母、数字和 - . _ @。", "An account name has letters, digits and - . _ @ only."),
        _ => ($"不能这样设置（{code}）。", $"It cannot be set so ({code})."),
    };
}
