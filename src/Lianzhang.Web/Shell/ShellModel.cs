using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Programmes;
using Lianzhang.Web.Pages.Indicators;

namespace Lianzhang.Web.Shell;

/// <summary>What stands around every page: the programme's name, the date of its figures, who is signed in and has how many unread notices, and the navigation.</summary>
public sealed record ShellModel(Text? Programme, DateOnly? AsOf, OwnRights? Account, int Unread, IReadOnlyList<NavigationGroup> Groups)
{
    private const string Numerals = "零一二三四五六七八九十";

    /// <summary>Whether the system holds made-up data, which every page says.</summary>
    public bool HasGeneratedData { get; init; }

    /// <summary>Before anybody is signed in there is nothing to go to.</summary>
    public static ShellModel Bare { get; } = new(null, null, null, 0, []);

    /// <summary>The pages that the reader has rights for, then the programme's undertakings and mechanisms, each at its place on the programme's page.</summary>
    public static ShellModel Of(OwnRights account, ProgrammeView? programme, int unread) => new(programme?.Head.Name, null, account, unread,
    [
        new(null, [Workbench, .. Open(account, Pages(($"{(programme is null ? string.Empty : Numeral(IndustryTree.Main(programme.Industries).Count))}大产业", "Industries")))]),
        .. Open(account, Reporting) is { Count: > 0 } reporting ? [new NavigationGroup(("报送", "Reporting"), reporting)] : Array.Empty<NavigationGroup>(),
        .. Open(account, Supervision) is { Count: > 0 } supervision ? [new NavigationGroup(("督办", "Supervision"), supervision)] : Array.Empty<NavigationGroup>(),
        .. Open(account, Registers) is { Count: > 0 } registers ? [new NavigationGroup(("登记册", "Registers"), registers)] : Array.Empty<NavigationGroup>(),
        .. programme is null ? [] : Measures(programme, MeasureKind.Undertaking, "大工程", "Undertakings"),
        .. programme is null ? [] : Measures(programme, MeasureKind.Mechanism, "项机制", "Mechanisms"),
        .. Open(account, Administration) is { Count: > 0 } administration ? [new NavigationGroup(("系统管理", "Administration"), administration)] : Array.Empty<NavigationGroup>(),
    ]);

    // Everybody has one.
    private static NavigationLink Workbench { get; } = new(("工作台", "Workbench"), "/workbench");

    private static (NavigationLink Link, string Permission)[] Pages(Text industries) =>
    [
        (new(("目标看板", "Target board"), "/"), "board.read"),
        (new(industries, "/industries"), "board.read"),
        (new(("县区", "Regions"), "/regions"), "board.read"),
        (new(("数据透视", "Explorer"), "/explore"), "board.read"),
        (new(("方案与指标", "Programme and indicators"), "/programme"), "programmes.read"),
        (new(("公布数据", "Published figures"), "/figures"), "figures.read"),
        (new(("投诉建议", "Complaints"), "/complaints"), "complaints.handle"),
    ];

    private static (NavigationLink Link, string Permission)[] Reporting { get; } =
    [
        (new(("我的报表", "My reports"), "/reports"), "reports.fill"),
        (new(("报表审核", "Review"), "/reviews"), "reports.review"),
        (new(("报送进度", "Rounds"), "/rounds"), "rounds.read"),
        (new(("数据项", "Items"), "/items"), "items.read"),
        (new(("填报负担", "Burden"), "/burden"), "rounds.read"),
    ];

    private static (NavigationLink Link, string Permission)[] Supervision { get; } =
    [
        (new(("督办看板", "Orders"), "/supervision"), "orders.read"),
        (new(("重点任务", "Measures"), "/measures"), "measures.read"),
        (new(("方案评估", "Evaluation"), "/evaluation"), "evaluation.read"),
        (new(("考核", "Assessment"), "/assessment"), "assessments.read"),
        (new(("诉求", "Appeals"), "/appeals"), "appeals.file"),
        (new(("诉求办理", "Appeals desk"), "/appeals/desk"), "appeals.answer"),
        (new(("专项检查", "Inspections"), "/inspections"), "inspections.visit"),
    ];

    private static (NavigationLink Link, string Permission)[] Registers { get; } =
    [
        (new(("企业", "Enterprises"), "/enterprises"), "registers.read"),
        (new(("称号", "Titles"), "/titles"), "titles.read"),
        (new(("产业集群", "Clusters"), "/clusters"), "clusters.read"),
        (new(("惠企政策", "Support"), "/policies"), "policies.read"),
        (new(("惠企政策", "Support"), "/offers"), "offers.answer"),
    ];

    private static (NavigationLink Link, string Permission)[] Administration { get; } =
    [
        (new(("人员", "People"), "/people"), "people.read"),
        (new(("单位", "Organisations"), "/organisations"), "people.read"),
        (new(("角色与权限", "Roles and rights"), "/roles"), "roles.read"),
        (new(("接口密钥", "API keys"), "/api-keys"), "api-keys.manage"),
        (new(("操作记录", "Record of actions"), "/audit"), "audit.read"),
        (new(("运行状态", "How it runs"), "/system"), "engine.read"),
    ];

    private static IReadOnlyList<NavigationLink> Open(OwnRights account, IEnumerable<(NavigationLink Link, string Permission)> pages) =>
        [.. pages.Where(page => account.Permissions.Contains(page.Permission)).Select(page => page.Link)];

    private static IEnumerable<NavigationGroup> Measures(ProgrammeView programme, MeasureKind kind, string heading, string headingEn)
    {
        var measures = programme.Measures.Where(measure => measure.Kind == kind).ToList();
        if (measures.Count > 0)
            yield return new NavigationGroup(($"{Numeral(measures.Count)}{heading}", headingEn), [.. measures.Select(measure => new NavigationLink(measure.Name, $"/programme#{measure.Code}"))]);
    }

    private static string Numeral(int count) => count < Numerals.Length ? Numerals[count].ToString() : $"{count} ";
}

/// <summary>Links under a heading; the first group has none.</summary>
public sealed record NavigationGroup(Text? Heading, IReadOnlyList<NavigationLink> Links);

/// <summary>A page of the product.</summary>
public sealed record NavigationLink(Text Name, string Href);
