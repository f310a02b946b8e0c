using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>Writes people to Excel, a row for each role: what <see cref="ListPeople"/> pages through.</summary>
public sealed record ExportPeople(Language Language, string? Search = null) : IRequest<PeopleWorkbook>;

/// <summary>Writes organisations to Excel: what <see cref="ListOrganisations"/> pages through.</summary>
public sealed record ExportOrganisations(Language Language, string? Search = null) : IRequest<PeopleWorkbook>;

/// <summary>Writes roles to Excel, a row for each right: what <see cref="ListRoles"/> lists.</summary>
public sealed record ExportRoles(Language Language) : IRequest<PeopleWorkbook>;

internal sealed class ExportPeopleSlice(LianzhangDb db, HeldRoles roles, TimeProvider time) : Slice<ExportPeople, PeopleWorkbook>
{
    public override Permission Permission { get; } = new("people.read", Changes: false, Recorded: true);

    protected override Problem? Validate(ExportPeople request) => Lengths.Check(request.Search);

    protected override async Task<Answer<PeopleWorkbook>> Handle(ExportPeople request, CancellationToken cancel)
    {
        var people = await ListPeopleSlice.Found(db, request.Search).ToListAsync(cancel);
        var held = await roles.Of([.. people.Select(account => account.Id)], cancel);
        var now = time.GetUtcNow();
        var rows = people.Select(account => Person.Of(account, [.. held[account.Id]], now))
            .SelectMany(person => person.Roles.Select(role => (HeldRole?)role).DefaultIfEmpty(), (person, role) => (Person: person, Role: role)).ToList();
        var columns = new WorkbookColumns<(Person Person, HeldRole? Role)>()
            .Text(PeopleSheet.UserName, 18, row => row.Person.UserName)
            .Text(PeopleSheet.Name, 14, row => row.Person.Name)
            .Text(PeopleSheet.Email, 24, row => row.Person.Email)
            .Text(PeopleSheet.Role, 18, row => row.Role?.RoleName)
            .Text(("单位", "organisation"), 28, row => row.Role?.Organisation)
            .Text(PeopleSheet.Industry, 14, row => row.Role?.Industry)
            .Date(PeopleSheet.From, row => row.Role?.From)
            .Date(PeopleSheet.To, row => row.Role?.To)
            .Text(("状态", "state"), 8, row => row.Person.IsDisabled ? ("已停用", "closed") : row.Person.IsLocked ? ("已锁定", "locked") : ("正常", "open"));
        var table = new WorkbookTable<(Person, HeldRole?)>(("人员", "People"), ("人员与角色", "people and their roles"), time.Today(), columns, rows);
        return new PeopleWorkbook($"people-{table.AsOf:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(table, request.Language));
    }
}

internal sealed class ExportOrganisationsSlice(FindOrganisations organisations, TimeProvider time) : Slice<ExportOrganisations, PeopleWorkbook>
{
    public override Permission Permission { get; } = new("people.read", Changes: false, Recorded: true);

    protected override Problem? Validate(ExportOrganisations request) => Lengths.Check(request.Search);

    protected override async Task<Answer<PeopleWorkbook>> Handle(ExportOrganisations request, CancellationToken cancel)
    {
        var columns = new WorkbookColumns<OrganisationView>()
            .Text(("名称", "name"), 36, row => row.Name)
            .Text(("代码", "code"), 22, row => row.Code)
            .Text(("类别", "kind"), 16, row => OrganisationKindWords.Of(row.Kind))
            .Text(("地区", "region"), 16, row => row.RegionName)
            .Date(PeopleSheet.From, row => row.From)
            .Date(PeopleSheet.To, row => row.To)
            .Whole(("人数", "people"), row => row.People);
        var table = new WorkbookTable<OrganisationView>(("单位", "Organisations"), ("单位", "organisations"), time.Today(), columns, await organisations.Views(organisations.By(request.Search, open: false), cancel));
        return new PeopleWorkbook($"organisations-{table.AsOf:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(table, request.Language));
    }
}

internal sealed class ExportRolesSlice(Slice<ListRoles, RoleList> list, TimeProvider time) : Slice<ExportRoles, PeopleWorkbook>
{
    public override Permission Permission { get; } = new("roles.read", Changes: false);

    protected override async Task<Answer<PeopleWorkbook>> Handle(ExportRoles request, CancellationToken cancel)
    {
        var listed = await list.HandleAny(new ListRoles(), cancel);
        var rows = listed.Value!.Roles.SelectMany(role => role.Permissions.DefaultIfEmpty(), (role, permission) => (Role: role, Permission: permission)).ToList();
        var columns = new WorkbookColumns<(RoleView Role, string? Permission)>()
            .Text(PeopleSheet.Role, 22, row => row.Role.Name)
            .Text(("代码", "code"), 24, row => row.Role.Code)
            .Text(("权限", "right"), 28, row => row.Permission is { } permission ? PermissionWords.Of(permission) : null)
            .Text(("权限代码", "code of the right"), 24, row => row.Permission);
        var table = new WorkbookTable<(RoleView, string?)>(("角色与权限", "Roles and rights"), ("角色", "roles"), time.Today(), columns, rows);
        return new PeopleWorkbook($"roles-{table.AsOf:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(table, request.Language));
    }
}
