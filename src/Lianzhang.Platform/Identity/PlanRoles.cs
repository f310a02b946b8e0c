using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>Decides for each row of a sheet whether a role is given by it.</summary>
internal sealed class PlanRoles(LianzhangDb db, UserManager<Account> users, CurrentCaller caller, TimeProvider time)
{
    public async Task<Answer<RolePlan>> Plan(SourceFile file, CancellationToken cancel)
    {
        var read = PeopleSheet.Read(file, PeopleSheet.UserName, PeopleSheet.Role, PeopleSheet.Organisation);
        if (!read.Succeeded(out var rows))
            return PeopleProblems.Unreadable(read.Faults);
        var known = await Read(rows, cancel);
        var given = new List<Membership>();
        return new RolePlan(new PeoplePreview(file.Name, [.. rows.Select(row => Of(row, known, given))]), given);
    }

    private async Task<Known> Read(IReadOnlyList<PeopleRow> rows, CancellationToken cancel)
    {
        var today = time.Today();
        var names = rows.Select(row => users.NormalizeName(row.UserName)).Distinct().ToList();
        var codes = rows.Select(row => row.Organisation).Distinct().ToList();
        var accounts = await db.Set<Account>().AsNoTracking().Where(account => names.Contains(account.NormalizedUserName!) && !account.IsDisabled).ToDictionaryAsync(account => account.NormalizedUserName!, cancel);
        var ids = accounts.Values.Select(account => account.Id).ToList();
        var held = await db.Set<Membership>().IgnoreQueryFilters().AsNoTracking().Where(membership => ids.Contains(membership.AccountId) && (membership.To == null || membership.To >= today)).ToListAsync(cancel);
        return new Known(
            accounts,
            await db.Set<Role>().AsNoTracking().ToListAsync(cancel),
            await db.Set<Organisation>().AsNoTracking().Where(organisation => codes.Contains(organisation.Code)).ToDictionaryAsync(organisation => organisation.Code, cancel),
            held.ToLookup(membership => membership.AccountId),
            [.. await db.Set<Deputyship>().Where(deputyship => ids.Contains(deputyship.DeputyId) && deputyship.To >= today).Select(deputyship => deputyship.DeputyId).ToListAsync(cancel)]);
    }

    private PeopleOutcomeRow Of(PeopleRow row, Known known, List<Membership> given)
    {
        if (Find(row, known) is not { } found)
            return Say(row, null, PeopleOutcome.Rejected, Fault(row, known));
        var what = new Text($"{found.Organisation.Name} {found.Role.Name}", $"{found.Organisation.Name} {found.Role.NameEn}");
        var held = known.Held[found.Account.Id].Concat(given.Where(membership => membership.AccountId == found.Account.Id)).ToList();
        if (held.Any(membership => membership.Role == found.Role.Code && membership.OrganisationId == found.Organisation.Id && membership.Industry == found.Industry))
            return Say(row, what, PeopleOutcome.Same, ("已有此角色，期限不变", "the role is held already; its days stay as they are"));
        var roles = known.Roles.Where(role => held.Any(membership => membership.Role == role.Code));
        if (Refusal(found, roles, known) is { } refusal)
            return Say(row, what, PeopleOutcome.Rejected, refusal);
        given.Add(new Membership
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            AccountId = found.Account.Id,
            OrganisationId = found.Organisation.Id,
            Role = found.Role.Code,
            Industry = found.Industry,
            From = found.From,
            To = found.To,
        });
        return Say(row, what, PeopleOutcome.Added, null);
    }

    // What the row names, when all of it is there.
    private Found? Find(PeopleRow row, Known known)
    {
        var role = known.Role(row.Role);
        return known.Accounts.TryGetValue(users.NormalizeName(row.UserName), out var account) && role is not null && known.Organisations.TryGetValue(row.Organisation, out var organisation)
            && ReadSheet.TryDay(row.From, out var from) && ReadSheet.TryDay(row.To, out var to) && !(from > to) && Lengths.Check(row.Industry) is null
                ? new Found(account, role, organisation, role.Scope == RoleScope.Industry ? row.Industry : null, from, to)
                : null;
    }

    private Text Fault(PeopleRow row, Known known) => row switch
    {
        { UserName.Length: 0 } => ("缺少账号名", "the account name is missing"),
        _ when !known.Accounts.ContainsKey(users.NormalizeName(row.UserName)) => ("没有此账号或已停用，请先由系统管理员建立", "there is no such open account; the system administrator makes it first"),
        { Role.Length: 0 } => ("缺少角色", "the role is missing"),
        _ when known.Role(row.Role) is null => ($"没有角色 {row.Role}，请从模板的角色表中选", $"there is no role {row.Role}; choose from the sheet of roles"),
        _ when !known.Organisations.ContainsKey(row.Organisation) => ($"没有单位代码 {row.Organisation}，请从模板的单位表中选", $"there is no organisation {row.Organisation}; choose from the sheet of organisations"),
        _ when !ReadSheet.TryDay(row.From, out _) || !ReadSheet.TryDay(row.To, out _) => ("开始日或结束日有误（如 2026-09-01）", "from or to is not a day such as 2026-09-01"),
        _ => ("开始日晚于结束日，或产业代码过长", "from is after to, or the industry is too long"),
    };

    private Text? Refusal(Found found, IEnumerable<Role> held, Known known)
    {
        if (found.Account.Id == caller.Caller.Account)
            return ("不能给自己授予角色", "nobody gives a role to oneself");
        if (found.Industry is { Length: 0 })
            return ($"{found.Role.Name}须写明产业代码", $"say which industry the {found.Role.NameEn} answers for");
        if (found.Organisation.To < time.Today())
            return ($"{found.Organisation.Name}已撤销", $"{found.Organisation.Name} has ended");
        if (found.To < time.Today())
            return ("结束日已过", "the last day has passed");
        return Grants.Refusal(found.Role, held, known.Deputies.Contains(found.Account.Id));
    }

    private static PeopleOutcomeRow Say(PeopleRow row, Text? what, PeopleOutcome outcome, Text? remark) => new(row.Line, outcome, row.UserName, what ?? new Text($"{row.Organisation} {row.Role}".Trim()), remark);

    private sealed record Known(
        Dictionary<string, Account> Accounts, IReadOnlyList<Role> Roles, Dictionary<string, Organisation> Organisations, ILookup<Guid, Membership> Held, HashSet<Guid> Deputies)
    {
        public Role? Role(string text) => Roles.FirstOrDefault(role => role.Code == text || role.Name == text || string.Equals(role.NameEn, text, StringComparison.OrdinalIgnoreCase));
    }

    private sealed record Found(Account Account, Role Role, Organisation Organisation, string? Industry, DateOnly? From, DateOnly? To);
}

/// <summary>What is made of a sheet, and the roles that are given by it.</summary>
internal sealed record RolePlan(PeoplePreview Preview, IReadOnlyList<Membership> Given);
