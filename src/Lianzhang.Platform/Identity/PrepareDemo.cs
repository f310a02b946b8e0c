using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>An account to try the product with.</summary>
public sealed record DemoAccount(string UserName, Text Role, string Organisation);

/// <summary>The accounts to try the product with, all with the same password.</summary>
public sealed record DemoAccounts(IReadOnlyList<DemoAccount> All, string Password);

/// <summary>Makes an account for each role that there is, in organisations of the programme's own regions. Never for a server that others reach.</summary>
/// <param name="Commission">Code of the commission: that of the body that it is in the programme, so that its people report that body's measures.</param>
/// <param name="Department">Code of the department, likewise.</param>
public sealed record PrepareDemo(string Commission = "demo-commission", string Department = "demo-department") : IRequest<DemoAccounts>
{
    public const string Password = "Lianzhang2027";
}

internal sealed class PrepareDemoSlice(LianzhangDb db, Accounts accounts, Grants grants, TimeProvider time) : Slice<PrepareDemo, DemoAccounts>
{
    private static readonly (string UserName, string Role, string Office, string? Industry)[] People =
    [
        ("officer", "programme-officer", "commission", null),
        ("department", "department-officer", "department", null),
        ("county", "county-officer", "county", null),
        ("reviewer", "county-reviewer", "county", null),
        ("chain", "chain-lead", "commission", "new_energy"),
        ("sponsor", "project-sponsor", "county", null),
        ("park", "park-officer", "park", null),
        ("clerk", "enterprise-clerk", "enterprise", null),
        ("unit", "unit-clerk", "park", null),
        ("verifier", "verifier", "commission", null),
        ("assessor", "assessor", "commission", null),
        ("leader", "leader", "commission", null),
        ("auditor", "auditor", "commission", null),
        ("sysadmin", "system-administrator", "commission", null),
        ("secadmin", "security-administrator", "commission", null),
        ("audadmin", "audit-administrator", "commission", null),
    ];

    public override Permission Permission { get; } = new("product.prepare", Changes: true, For: Audience.Product);

    protected override async Task<Answer<DemoAccounts>> Handle(PrepareDemo request, CancellationToken cancel)
    {
        var roles = (await db.Set<Role>().ToListAsync(cancel)).ToDictionary(role => role.Code);
        var offices = await Offices(request, cancel);
        var made = new List<DemoAccount>();
        var present = await db.Set<Account>().Select(account => account.UserName).ToListAsync(cancel);
        // Hashing is slow by design, and here there is but one password.
        var hash = present.Contains(People[^1].UserName) ? string.Empty : accounts.Hash(PrepareDemo.Password);
        foreach (var (userName, role, office, industry) in People)
        {
            made.Add(new DemoAccount(userName, roles[role].Title, offices[office].Name));
            if (present.Contains(userName))
                continue;
            var created = await accounts.CreateWithHash(userName, $"示例·{roles[role].Name}", hash);
            if (!created.Succeeded(out var account))
                return created.Problem!;
            if (await grants.Give(account.Id, offices[office].Id, role, industry, from: null, to: null, cancel) is { } refused)
                return refused;
        }

        return new DemoAccounts(made, PrepareDemo.Password);
    }

    private async Task<Dictionary<string, Organisation>> Offices(PrepareDemo request, CancellationToken cancel)
    {
        var regions = await db.Set<RegionNode>().Where(region => region.To == null).OrderBy(region => region.Code).ToListAsync(cancel);
        var top = regions.First(region => region.Parent is null);
        var part = regions.FirstOrDefault(region => region.Parent == top.Code) ?? top;
        return new()
        {
            ["commission"] = await Office(request.Commission, $"{top.Name}发展和改革委员会", OrganisationKind.Commission, top.Code, cancel),
            ["department"] = await Office(request.Department, $"{top.Name}工业和信息化局", OrganisationKind.Department, top.Code, cancel),
            ["county"] = await Office("demo-county", $"{part.Name}人民政府", OrganisationKind.CountyGovernment, part.Code, cancel),
            ["park"] = await Office("demo-park", $"{part.Name}示例产业园", OrganisationKind.Park, part.Code, cancel),
            ["enterprise"] = await Office("demo-enterprise", $"{part.Name}示例企业", OrganisationKind.Enterprise, part.Code, cancel),
        };
    }

    private async Task<Organisation> Office(string code, string name, OrganisationKind kind, string region, CancellationToken cancel)
    {
        if (await db.Set<Organisation>().SingleOrDefaultAsync(organisation => organisation.Code == code, cancel) is { } there)
            return there;
        var made = new Organisation { Id = Guid.CreateVersion7(time.GetUtcNow()), Code = code, Name = name, Kind = kind, Region = region };
        db.Add(made);
        await db.SaveChangesAsync(cancel);
        return made;
    }
}
