using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>Gives a person a role in an organisation, for a time if days are named.</summary>
public sealed record GiveRole(Guid Account, Guid Organisation, string Role, string? Industry = null, DateOnly? From = null, DateOnly? To = null) : IRequest<Done>;

internal sealed class GiveRoleSlice(LianzhangDb db, Grants grants, Accounts accounts, TellAccounts tell, CurrentCaller caller, TimeProvider time) : Slice<GiveRole, Done>
{
    public override Permission Permission { get; } = new("roles.manage", Changes: true);

    protected override Subject About(GiveRole request) => new(Organisation: request.Organisation);

    protected override Problem? Validate(GiveRole request)
    {
        if (request.Account == caller.Caller.Account)
            return Problem.Invalid(("不能给自己授予角色。", "Nobody gives a role to oneself."));
        return request.From > request.To ? Problem.Invalid(("起始日期晚于截止日期。", "The first day is after the last.")) : Lengths.Check(request.Role, request.Industry);
    }

    protected override async Task<Answer<Done>> Handle(GiveRole request, CancellationToken cancel)
    {
        if ((await accounts.Find(request.Account, cancel)).Problem is { } missing)
            return missing;
        if (await db.Set<Organisation>().SingleOrDefaultAsync(organisation => organisation.Id == request.Organisation, cancel) is not { } organisation)
            return Problem.NotFound(("没有这个单位，或不在您的权限范围内。", "There is no such organisation within your rights."));
        if (organisation.To < time.Today())
            return Problem.Invalid(($"{organisation.Name}已撤销，不能再授予角色。", $"{organisation.Name} has ended; no role is given in it."));
        if (await grants.Give(request.Account, request.Organisation, request.Role, request.Industry, request.From, request.To, cancel) is { } refused)
            return refused;
        var role = await db.Set<Role>().SingleAsync(role => role.Code == request.Role, cancel);
        tell.Tell(request.Account, ($"已授予您{role.Name}角色。", $"You were given the role of {role.NameEn}."), "/profile");
        return Done.It;
    }
}
