using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>One's own roles that were given lately, or end soon.</summary>
public sealed record FeedOwnRoles : IRequest<WorkItems>;

internal sealed class FeedOwnRolesSlice(LianzhangDb db, CurrentCaller caller, TimeProvider time) : Slice<FeedOwnRoles, WorkItems>
{
    private const int WarnedDays = 30;

    public override Permission Permission { get; } = new("account.workbench", Changes: false, For: Audience.SignedIn);

    protected override async Task<Answer<WorkItems>> Handle(FeedOwnRoles request, CancellationToken cancel)
    {
        var (today, since) = (time.Today(), time.GetUtcNow() - WorkItems.Recent);
        var soon = today.AddDays(WarnedDays);
        var held = await (
            from membership in db.Set<Membership>().AsNoTracking().IgnoreQueryFilters()
            join organisation in db.Set<Organisation>().IgnoreQueryFilters() on membership.OrganisationId equals organisation.Id
            join role in db.Set<Role>() on membership.Role equals role.Code
            where membership.AccountId == caller.Account && (membership.To == null || membership.To >= today)
            select new { membership.Id, membership.To, organisation.Name, role }).ToListAsync(cancel);
        return new WorkItems(
        [
            .. from one in held
               where one.To <= soon
               select new WorkItem(WorkColumn.ToDo, Ends(one.role.Title, one.Name), "/profile", Due: one.To),
            .. from one in held
               let given = GivenAt(one.Id)
               where given >= since
               select new WorkItem(WorkColumn.Recent, Given(one.role.Title, one.Name), "/profile", given),
        ]);
    }

    // The key of a row tells when it was made.
    private static DateTimeOffset GivenAt(Guid id) => DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(id.ToString("N")[..12], 16));

    private static Text Ends(Text role, string organisation) => ($"{organisation}的{role.Zh}角色即将到期，需续任的请联系安全管理员", $"Your role of {role.En} in {organisation} ends soon; ask the security administrator to prolong it");

    private static Text Given(Text role, string organisation) => ($"已授予您{organisation}的{role.Zh}角色", $"You were given the role of {role.En} in {organisation}");
}
