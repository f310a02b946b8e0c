using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>A sheet of people to fill in, with the roles and organisations that there are to choose from.</summary>
public sealed record ExportPeopleTemplate(Language Language) : IRequest<PeopleWorkbook>;

/// <summary>People, organisations or roles as an Excel file.</summary>
public sealed record PeopleWorkbook(string FileName, byte[] Content) : Workbook(FileName, Content);

internal sealed class ExportPeopleTemplateSlice(LianzhangDb db, Slice<ListRoles, RoleList> roles, TimeProvider time) : Slice<ExportPeopleTemplate, PeopleWorkbook>
{
    private static readonly Text Instruction = (
        "一人多角色的，每个角色一行；账号、姓名、邮箱由系统管理员导入，角色起各列由安全管理员导入；日期如 2026-09-01，长期的留空；产业代码只有链长填写",
        "A row for each role of a person. The system administrator imports account, name and e-mail, the security administrator the columns from the role on; days as 2026-09-01, none for what is open; an industry for chain leads only");

    public override Permission Permission { get; } = new("people.read", Changes: false, Recorded: true);

    protected override async Task<Answer<PeopleWorkbook>> Handle(ExportPeopleTemplate request, CancellationToken cancel)
    {
        var today = time.Today();
        var known = await roles.HandleAny(new ListRoles(), cancel);
        var offices = await db.Set<Organisation>().AsNoTracking().Where(organisation => organisation.To == null || organisation.To >= today).OrderBy(organisation => organisation.Region).ThenBy(organisation => organisation.Code).ToListAsync(cancel);
        var ofRoles = WriteWorkbook.Sheet(new WorkbookTable<RoleView>(("角色", "Roles"), ("可选的角色", "roles to choose from"), today, new WorkbookColumns<RoleView>()
            .Text(("角色", "role"), 24, role => role.Name)
            .Text(("代码", "code"), 24, role => role.Code), known.Value!.Roles), request.Language);
        var ofOffices = WriteWorkbook.Sheet(new WorkbookTable<Organisation>(("单位", "Organisations"), ("可选的单位", "organisations to choose from"), today, new WorkbookColumns<Organisation>()
            .Text(("单位代码", "organisation"), 24, office => office.Code)
            .Text(("名称", "name"), 40, office => office.Name)
            .Text(("地区代码", "region"), 14, office => office.Region), offices), request.Language);
        var columns = new WorkbookColumns<Organisation>();
        foreach (var (title, width) in new[] { (PeopleSheet.UserName, 18), (PeopleSheet.Name, 14), (PeopleSheet.Email, 24), (PeopleSheet.Role, 20), (PeopleSheet.Organisation, 24), (PeopleSheet.Industry, 14), (PeopleSheet.From, 13), (PeopleSheet.To, 13) })
            columns.Text(title, width, _ => string.Empty);
        var sheet = WriteWorkbook.Sheet(new WorkbookTable<Organisation>(PeopleSheet.Title, PeopleSheet.Title, today, columns, []) { Instruction = Instruction }, request.Language, (3, ofRoles), (4, ofOffices));
        return new PeopleWorkbook($"people-template-{today:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(sheet, ofRoles, ofOffices));
    }
}
