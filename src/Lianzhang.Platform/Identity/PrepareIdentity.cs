using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>The accounts that were made at the first start, each with its one-time password; none when there were accounts already.</summary>
public sealed record FirstAccounts(IReadOnlyList<HandOver> All);

/// <summary>Gives a new store its roles and, unless it is only to be tried out, its three administrators. Done again, it changes nothing.</summary>
public sealed record PrepareIdentity(bool WithAdministrators = true) : IRequest<FirstAccounts>;

internal sealed class PrepareIdentitySlice(LianzhangDb db, Accounts accounts, Grants grants, TimeProvider time) : Slice<PrepareIdentity, FirstAccounts>
{
    private static readonly (string UserName, Text Name, string Role)[] Administrators =
    [
        ("system-admin", ("系统管理员", "System administrator"), "system-administrator"),
        ("security-admin", ("安全管理员", "Security administrator"), "security-administrator"),
        ("audit-admin", ("审计管理员", "Audit administrator"), "audit-administrator"),
    ];

    public override Permission Permission { get; } = new("product.prepare", Changes: true, For: Audience.Product);

    protected override async Task<Answer<FirstAccounts>> Handle(PrepareIdentity request, CancellationToken cancel)
    {
        var known = await db.Set<Role>().Select(role => role.Code).ToListAsync(cancel);
        db.AddRange(DefaultRoles.All.Where(role => !known.Contains(role.Code)).Select(role => role.Copy()));
        await db.SaveChangesAsync(cancel);
        if (!request.WithAdministrators || await db.Set<Account>().AnyAsync(cancel))
            return new FirstAccounts([]);

        var office = new Organisation { Id = Guid.CreateVersion7(time.GetUtcNow()), Code = "office", Name = "系统运行维护", Kind = OrganisationKind.Department, Region = string.Empty };
        db.Add(office);
        await db.SaveChangesAsync(cancel);
        var made = new List<HandOver>();
        foreach (var (userName, name, role) in Administrators)
        {
            var password = OneTimePassword.Create();
            var created = await accounts.Create(userName, name.Zh, email: null, password);
            if (!created.Succeeded(out var account))
                return created.Problem!;
            if (await grants.Give(account.Id, office.Id, role, industry: null, from: null, to: null, cancel) is { } refused)
                return refused;
            made.Add(new HandOver(account.Id, userName, name.Zh, password));
        }

        return new FirstAccounts(made);
    }
}
