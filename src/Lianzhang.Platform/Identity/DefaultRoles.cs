using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Identity;

/// <summary>
/// The roles that a new store starts with. The security administrator may change what a role holds; the full matrix that
/// follows from these is kept as text beside the tests and reviewed there.
/// </summary>
internal static class DefaultRoles
{
    private static readonly string[] Read = ["board.read", "programmes.read", "figures.read", "items.read", "measures.read"];

    // Of the registers, for those whose work they concern.
    private static readonly string[] Registers = ["registers.read", "clusters.read", "titles.read", "policies.read"];

    // Of appeals, for those who bring them and for those who answer them.
    private static readonly string[] Asking = ["appeals.file"];
    private static readonly string[] Desk = ["appeals.answer"];

    public static IReadOnlyList<Role> All { get; } =
    [
        Business("programme-officer", ("市方案管理员", "City programme officer"), RoleScope.Programme, [.. Read, .. Registers, .. Desk, "registers.edit", "registers.import", "registers.merge", "clusters.edit", "titles.grant", "policies.manage", "policies.decide", "programmes.publish", "board.publish", "figures.import", "people.read", "api-keys.create", "complaints.handle", "rounds.read", "rounds.manage", "rounds.chase", "reports.review", "evaluation.read", "orders.read", "orders.handle", "orders.manage", "measures.report", "appeals.route", "inspections.plan", "inspections.visit", "assessments.read", "assessments.manage"]),
        Business("department-officer", ("部门业务员", "Department officer"), RoleScope.Programme, [.. Read, .. Registers, .. Desk, "figures.import", "titles.grant", "policies.manage", "rounds.read", "evaluation.read", "orders.read", "orders.handle", "measures.report", "assessments.read", "assessments.object"]),
        Business("county-officer", ("县区业务员", "County officer"), RoleScope.Region, [.. Read, .. Registers, .. Desk, "registers.edit", "registers.import", "titles.grant", "people.read", "rounds.read", "rounds.chase", "reports.deliver", "evaluation.read", "orders.read", "orders.handle", "measures.report", "inspections.plan", "inspections.visit", "assessments.read", "assessments.object"]),
        Business("county-reviewer", ("县区审核员", "County reviewer"), RoleScope.Region, [.. Read, .. Registers, "rounds.read", "reports.review"]),
        Business("chain-lead", ("链长", "Chain lead"), RoleScope.Industry, [.. Read, .. Registers, .. Asking, "orders.read"]),
        Business("project-sponsor", ("项目包保领导", "Project sponsor"), RoleScope.Region, [.. Read, .. Asking]),
        Business("park-officer", ("园区业务员", "Park officer"), RoleScope.Region, [.. Read, .. Registers, .. Asking, "orders.read", "orders.handle"]),
        new() { Code = "enterprise-clerk", Name = "企业统计员", NameEn = "Enterprise clerk", Kind = RoleKind.Enterprise, Scope = RoleScope.Organisation, Permissions = [.. Asking, "registers.read", "offers.answer", "reports.fill", "items.read", "api-keys.create"] },
        Business("unit-clerk", ("单位填报员", "Clerk of a park or county"), RoleScope.Organisation, [.. Asking, "reports.fill", "items.read", "api-keys.create"]),
        Business("verifier", ("核查员", "Verifier"), RoleScope.Programme, [.. Read, .. Registers, "orders.read", "orders.verify", "inspections.visit"]),
        Business("assessor", ("考核员", "Assessor"), RoleScope.Programme, [.. Read, .. Registers, "evaluation.read", "orders.read", "assessments.read", "assessments.check"]),
        Business("leader", ("市领导", "Leader"), RoleScope.Programme, [.. Read, .. Registers, "rounds.read", "evaluation.read", "orders.read", "orders.decide", "assessments.read", "assessments.decide"]),
        Business("auditor", ("审计员", "Auditor"), RoleScope.Programme, [.. Read, .. Registers, "people.read", "rounds.read", "evaluation.read", "orders.read", "assessments.read"]),
        Administrator("system-administrator", ("系统管理员", "System administrator"), RoleKind.SystemAdministrator, ["people.read", "accounts.manage", "organisations.manage", "engine.read"]),
        Administrator("security-administrator", ("安全管理员", "Security administrator"), RoleKind.SecurityAdministrator, ["people.read", "roles.read", "roles.manage", "api-keys.manage"]),
        Administrator("audit-administrator", ("审计管理员", "Audit administrator"), RoleKind.AuditAdministrator, ["audit.read"]),
    ];

    /// <summary>
    /// Whether a role may be given a right at all: an administrator's role none but those it starts with, any other none that
    /// only administrators start with.
    /// </summary>
    public static bool MayHold(Role role, string permission) => role.IsAdministrator
        ? All.Any(known => known.Kind == role.Kind && known.Permissions.Contains(permission))
        : All.Any(known => !known.IsAdministrator && known.Permissions.Contains(permission)) || !All.Any(known => known.Permissions.Contains(permission));

    private static Role Business(string code, Text name, RoleScope scope, string[] permissions) =>
        new() { Code = code, Name = name.Zh, NameEn = name.In(Language.English), Kind = RoleKind.Business, Scope = scope, Permissions = [.. permissions] };

    private static Role Administrator(string code, Text name, RoleKind kind, string[] permissions) =>
        new() { Code = code, Name = name.Zh, NameEn = name.In(Language.English), Kind = kind, Scope = RoleScope.Programme, Permissions = [.. permissions] };
}
