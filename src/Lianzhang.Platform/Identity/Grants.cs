using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>Gives and withdraws roles by the rules that keep the three administrators apart.</summary>
internal sealed class Grants(LianzhangDb db, TimeProvider time)
{
    /// <summary>Null when the role is given, else why it cannot be.</summary>
    public async Task<Problem?> Give(Guid account, Guid organisation, string roleCode, string? industry, DateOnly? from, DateOnly? to, CancellationToken cancel)
    {
        if (await db.Set<Role>().SingleOrDefaultAsync(role => role.Code == roleCode, cancel) is not { } role)
            return Problem.NotFound(($"没有角色 {roleCode}。", $"There is no role {roleCode}."));
        if (role.Scope == RoleScope.Industry && string.IsNullOrEmpty(industry))
            return Problem.Invalid(($"{role.Name}须写明所负责的产业。", $"Say which industry the {role.NameEn} answers for."));
        var today = time.Today();
        var others = await (
            from membership in db.Set<Membership>()
            join held in db.Set<Role>() on membership.Role equals held.Code
            where membership.AccountId == account && (membership.To == null || membership.To >= today)
            select held).ToListAsync(cancel);
        var isDeputy = role.IsAdministrator && await db.Set<Deputyship>().AnyAsync(deputyship => deputyship.DeputyId == account && deputyship.To >= today, cancel);
        if (Refusal(role, others, isDeputy) is { } refused)
            return Problem.Invalid(refused);
        db.Add(new Membership
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            AccountId = account,
            OrganisationId = organisation,
            Role = role.Code,
            Industry = role.Scope == RoleScope.Industry ? industry : null,
            From = from,
            To = to,
        });
        await Changed(cancel);
        return null;
    }

    /// <summary>Why a role does not go with what its holder has besides, or null.</summary>
    public static Text? Refusal(Role role, IEnumerable<Role> others, bool isDeputy)
    {
        if (others.FirstOrDefault(other => !role.GoesWith(other)) is { } conflicting)
            return ($"已任{conflicting.Name}的账号不能再任{role.Name}：系统、安全、审计三类管理员须由不同的人担任，且不兼业务角色。", $"A {conflicting.NameEn} cannot be {role.NameEn} too: the three administrators are different people and hold no other role.");
        return role.IsAdministrator && isDeputy
            ? ($"正在代理他人角色的账号不能任{role.Name}，请先结束代理。", $"Who stands in for another cannot be {role.NameEn}: end that first.")
            : null;
    }

    /// <summary>Lets every process read rights anew.</summary>
    public async Task Changed(CancellationToken cancel) => (await db.Set<AccessEpoch>().SingleAsync(cancel)).Value++;
}
