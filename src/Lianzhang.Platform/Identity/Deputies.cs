using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>Who stands in, for which of one's roles, and from when to when.</summary>
/// <param name="Deputy">Account name of whoever stands in.</param>
/// <param name="Membership">The only role that is lent, or null for all of them.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public sealed record DeputyTerms(string Deputy, Guid? Membership, DateOnly From, DateOnly To);

/// <summary>That one person stands in for another, as it is shown; without a role it is for all roles.</summary>
public sealed record DeputyView(Guid Id, Guid AbsentId, string Absent, Guid DeputyId, string Deputy, Text? Role, string? Organisation, DateOnly From, DateOnly To);

/// <summary>Lends roles for the days of a leave, by the rules that hold for roles that are given.</summary>
internal sealed class Deputies(LianzhangDb db, UserManager<Account> users, Grants grants, TellAccounts tell, TimeProvider time)
{
    public const int MostDays = 92;
    private const int MostDaysAhead = 366;

    /// <summary>What is wrong with the days or the name themselves; null when nothing is.</summary>
    public Problem? Check(DeputyTerms terms)
    {
        var today = time.Today();
        if (string.IsNullOrWhiteSpace(terms.Deputy))
            return Problem.Invalid(("请填写代理人的账号名。", "Give the account name of whoever stands in."));
        if (terms.From < today || terms.To < terms.From)
            return Problem.Invalid(("代理期不能早于今天，截止日期不能早于起始日期。", "The days must not lie in the past, nor the last before the first."));
        if (terms.To.DayNumber - terms.From.DayNumber >= MostDays || terms.From.DayNumber - today.DayNumber > MostDaysAhead)
            return Problem.Invalid(($"一次代理最长 {MostDays} 天，且须在一年内开始；更长的请由安全管理员授予角色。", $"At most {MostDays} days at once, beginning within a year; for longer the security administrator gives a role."));
        return Lengths.Check(terms.Deputy);
    }

    /// <summary>Null when the roles are lent, else why they cannot be.</summary>
    public async Task<Problem?> Name(Guid absent, DeputyTerms terms, CancellationToken cancel)
    {
        var userName = users.NormalizeName(terms.Deputy.Trim());
        if (await db.Set<Account>().IgnoreQueryFilters().SingleOrDefaultAsync(account => account.NormalizedUserName == userName && !account.IsDisabled, cancel) is not { } deputy)
            return Problem.Invalid(($"没有可用的账号 {terms.Deputy}，请核对账号名。", $"There is no open account {terms.Deputy}; check its name."));
        if (deputy.Id == absent)
            return Problem.Invalid(("不能由自己代理自己。", "Nobody stands in for oneself."));
        var lent = (await Held(absent, terms, cancel)).Where(one => terms.Membership is null || one.Membership.Id == terms.Membership).ToList();
        if (lent.Count == 0)
            return Problem.Invalid(("这段时间没有可以代理的角色；代理来的角色不能再交他人代理。", "No role of one's own holds in these days; one that is held as a deputy is not lent on."));
        if (Mismatch(lent, await Held(deputy.Id, terms, cancel)) is { } mismatch)
            return mismatch;
        if (await Overlapping(absent, terms, cancel))
            return Problem.Invalid(("这段时间已有人代理同一角色，请先结束原有代理。", "Somebody stands in for the same role in these days already; end that first."));
        db.Add(new Deputyship { Id = Guid.CreateVersion7(time.GetUtcNow()), AbsentId = absent, DeputyId = deputy.Id, MembershipId = terms.Membership, From = terms.From, To = terms.To });
        var name = await db.Set<Account>().IgnoreQueryFilters().Where(account => account.Id == absent).Select(account => account.DisplayName).SingleAsync(cancel);
        tell.Tell(deputy.Id, ($"{terms.From:M月d日}至{terms.To:M月d日}由您代理{name}的工作。", $"You stand in for {name} from {terms.From:yyyy-MM-dd} to {terms.To:yyyy-MM-dd}."), "/profile");
        await grants.Changed(cancel);
        return null;
    }

    /// <summary>Ends a deputyship as of today; that it was there stays on record.</summary>
    public async Task End(Deputyship deputyship, CancellationToken cancel)
    {
        deputyship.To = time.Today().AddDays(-1);
        await grants.Changed(cancel);
    }

    /// <summary>Those of now and later in which a person is on either side.</summary>
    public async Task<IReadOnlyList<DeputyView>> Of(Guid account, CancellationToken cancel)
    {
        var today = time.Today();
        var found = await (
            from deputyship in db.Set<Deputyship>().AsNoTracking()
            join absent in db.Set<Account>().IgnoreQueryFilters() on deputyship.AbsentId equals absent.Id
            join deputy in db.Set<Account>().IgnoreQueryFilters() on deputyship.DeputyId equals deputy.Id
            join membership in db.Set<Membership>().IgnoreQueryFilters() on deputyship.MembershipId equals membership.Id into memberships
            from membership in memberships.DefaultIfEmpty()
            join organisation in db.Set<Organisation>().IgnoreQueryFilters() on membership.OrganisationId equals organisation.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            join role in db.Set<Role>() on membership.Role equals role.Code into roles
            from role in roles.DefaultIfEmpty()
            where (deputyship.AbsentId == account || deputyship.DeputyId == account) && deputyship.To >= today
            orderby deputyship.From, deputyship.Id
            select new { deputyship, Absent = absent.DisplayName, Deputy = deputy.DisplayName, role, organisation }).ToListAsync(cancel);
        return [.. found.Select(one => new DeputyView(
            one.deputyship.Id, one.deputyship.AbsentId, one.Absent, one.deputyship.DeputyId, one.Deputy, one.role?.Title, one.organisation?.Name, one.deputyship.From, one.deputyship.To))];
    }

    // Roles of one's own that hold on some of the days.
    private async Task<List<OwnRole>> Held(Guid account, DeputyTerms terms, CancellationToken cancel) => await (
        from membership in db.Set<Membership>().IgnoreQueryFilters()
        join role in db.Set<Role>() on membership.Role equals role.Code
        where membership.AccountId == account && (membership.To == null || membership.To >= terms.From) && (membership.From == null || membership.From <= terms.To)
        select new OwnRole(membership, role)).AsNoTracking().ToListAsync(cancel);

    // What is lent stays among its kind: no administrator gains business by it, no enterprise a role of government.
    private static Problem? Mismatch(List<OwnRole> lent, List<OwnRole> deputy)
    {
        if (lent.Any(one => one.Role.IsAdministrator))
            return Problem.Invalid(("管理员角色不能交他人代理，请由安全管理员另行授予。", "An administrator's role is not lent; the security administrator gives it to another."));
        if (deputy.Any(one => one.Role.IsAdministrator))
            return Problem.Invalid(("管理员不能代理业务角色。", "An administrator does not stand in for a role of business."));
        foreach (var one in lent)
        {
            if (one.Role.Kind == RoleKind.Enterprise && !deputy.Any(other => other.Role.Kind == RoleKind.Enterprise && other.Membership.OrganisationId == one.Membership.OrganisationId))
                return Problem.Invalid(("企业角色只能由本企业人员代理。", "An enterprise's role is lent within the enterprise only."));
            if (one.Role.Kind == RoleKind.Business && !deputy.Any(other => other.Role.Kind == RoleKind.Business))
                return Problem.Invalid(("代理人须已担任一个业务角色。", "Whoever stands in must hold a role of business."));
        }

        return null;
    }

    private Task<bool> Overlapping(Guid absent, DeputyTerms terms, CancellationToken cancel) => db.Set<Deputyship>().AnyAsync(
        deputyship => deputyship.AbsentId == absent && deputyship.From <= terms.To && deputyship.To >= terms.From
            && (deputyship.MembershipId == null || terms.Membership == null || deputyship.MembershipId == terms.Membership),
        cancel);

    private sealed record OwnRole(Membership Membership, Role Role);
}
