using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Identity;

/// <summary>Says which roles would be given by a sheet of people.</summary>
public sealed record PreviewRoles(SourceFile File) : IRequest<PeoplePreview>
{
    public override string ToString() => File.Name;
}

/// <summary>Gives the roles of a sheet of people: all that the preview promised, or none when anything goes wrong.</summary>
/// <param name="File">The sheet.</param>
/// <param name="Promised">How many roles the preview said would be given.</param>
public sealed record ImportRoles(SourceFile File, int Promised) : IRequest<PeoplePreview>
{
    public override string ToString() => File.Name;
}

internal sealed class PreviewRolesSlice(PlanRoles plan) : Slice<PreviewRoles, PeoplePreview>
{
    public override Permission Permission { get; } = new("roles.manage", Changes: false, Recorded: true);

    protected override async Task<Answer<PeoplePreview>> Handle(PreviewRoles request, CancellationToken cancel)
    {
        var planned = await plan.Plan(request.File, cancel);
        return planned.Succeeded(out var found) ? found.Preview : planned.Problem!;
    }
}

internal sealed class ImportRolesSlice(LianzhangDb db, PlanRoles plan, Grants grants, TellAccounts tell) : Slice<ImportRoles, PeoplePreview>
{
    public override Permission Permission { get; } = new("roles.manage", Changes: true);

    protected override async Task<Answer<PeoplePreview>> Handle(ImportRoles request, CancellationToken cancel)
    {
        var planned = await plan.Plan(request.File, cancel);
        if (!planned.Succeeded(out var found))
            return planned.Problem!;
        if (found.Given.Count != request.Promised)
            return Problem.Invalid(("预览之后账号或角色有变动，没有授予任何角色，请重新上传。", "Accounts or roles have changed since the preview; none was given. Upload the file again."));
        db.AddRange(found.Given);
        db.Changes.Named.AddRange(found.Preview.Rows.Where(row => row.Outcome == PeopleOutcome.Added).Select(row => $"{row.UserName}: {row.What.Zh}"));
        foreach (var account in found.Given.Select(membership => membership.AccountId).Distinct())
            tell.Tell(account, ("已授予您新的角色。", "You were given a role."), "/profile");
        await grants.Changed(cancel);
        return found.Preview;
    }
}
