using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>Accounts that can do nothing yet, for those who give roles.</summary>
public sealed record FeedAccounts : IRequest<WorkItems>;

internal sealed class FeedAccountsSlice(LianzhangDb db) : Slice<FeedAccounts, WorkItems>
{
    public override Permission Permission { get; } = new("roles.manage", Changes: false);

    protected override async Task<Answer<WorkItems>> Handle(FeedAccounts request, CancellationToken cancel)
    {
        var bare = await db.Set<Account>().Where(account => !account.IsDisabled && !db.Set<Membership>().Any(membership => membership.AccountId == account.Id))
            .OrderBy(account => account.Id).Select(account => new { account.Id, account.DisplayName, account.CreatedAt }).Take(WorkItems.Most).ToListAsync(cancel);
        return new WorkItems([.. bare.Select(account => new WorkItem(WorkColumn.ToDo, ($"为{account.DisplayName}的账号授予角色", $"Give {account.DisplayName} a role"), $"/people/{account.Id}", account.CreatedAt))]);
    }
}
