using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Auditing;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests.Identity;

/// <summary>Organisations with their days, and the lists of administration as workbooks.</summary>
public sealed class OrganisationTests(PostgresCluster cluster)
{
    private static readonly DateOnly Today = new(2026, 6, 30);

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Roles_in_an_organisation_count_between_its_days_and_none_is_given_after_them(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var (system, security, county, leader) = (await store.As("sysadmin"), await store.As("secadmin"), await store.As("county"), await store.As("leader"));
        var office = (await store.Do(new ListOrganisations("demo-county"), system)).Organisations.Single();
        await store.Do(new GetBoard(Region: "990101001"), county);

        await store.Do(new SetOrganisationDays(office.Id, null, Today), system);
        await store.Do(new GetBoard(Region: "990101001"), county);
        store.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetBoard(Region: "990101001"), county)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new GiveRole(leader.Account!.Value, office.Id, "county-reviewer"), security)).Problem!.Kind);
        var sheet = new SourceFile("people.csv", "账号名,角色,单位代码\nleader,县区审核员,demo-county\n");
        Assert.Equal(PeopleOutcome.Rejected, (await store.Do(new PreviewRoles(sheet), security)).Rows.Single().Outcome);
        Assert.DoesNotContain((await store.Do(new ListOrganisations(Open: true), system)).Organisations, one => one.Id == office.Id);

        await store.Do(new SetOrganisationDays(office.Id, Today.AddDays(2), null), system);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetBoard(Region: "990101001"), county)).Problem!.Kind);
        store.Time.Advance(TimeSpan.FromDays(1));
        await store.Do(new GetBoard(Region: "990101001"), county);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Days_that_cannot_be_are_refused(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var system = await store.As("sysadmin");
        var offices = (await store.Do(new ListOrganisations(), system)).Organisations;
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new SetOrganisationDays(offices[0].Id, Today, Today.AddDays(-1)), system)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new SetOrganisationDays(Guid.Empty, null, null), system)).Problem!.Kind);
        // The administrators would lock themselves out.
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new SetOrganisationDays(offices.Single(one => one.Code == "demo-commission").Id, null, Today), system)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new SetOrganisationDays(offices[0].Id, null, null), await store.As("secadmin"))).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Organisations_are_searched_and_paged_within_ones_rights(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var page = await store.Do(new ListOrganisations(Page: 2, PageSize: 2), await store.As("sysadmin"));
        Assert.Equal((5, 2), (page.Total, page.Organisations.Count));
        Assert.Equal(["demo-park"], (await store.Do(new ListOrganisations("产业园"), await store.As("sysadmin"))).Organisations.Select(one => one.Code));
        Assert.Equal(0, (await store.Do(new ListOrganisations("demo-commission"), await store.As("county"))).Total);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new ListOrganisations(PageSize: 501), await store.As("sysadmin"))).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task People_organisations_roles_and_the_record_are_exported_as_they_are_listed(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var (system, county, audit) = (await store.As("sysadmin"), await store.As("county"), await store.As("audadmin"));
        using var people = new Sheet((await store.Do(new ExportPeople(Language.Chinese), county)).Content);
        Assert.Equal((await store.Do(new ListPeople(), county)).People.Select(person => person.UserName), people.List.Select(row => row[0]));
        using var one = new Sheet((await store.Do(new ExportPeople(Language.Chinese, "LEADER"), system)).Content);
        Assert.Equal("市领导", Assert.Single(one.List)[3]);
        using var offices = new Sheet((await store.Do(new ExportOrganisations(Language.Chinese), system)).Content);
        Assert.Equal(5, offices.List.Count);
        using var roles = new Sheet((await store.Do(new ExportRoles(Language.Chinese), await store.As("secadmin"))).Content);
        Assert.Contains(roles.List, row => row[0] == "系统管理员" && row[2] == "管理账号");
        using var record = new Sheet((await store.Do(new ExportAudit(Language.Chinese, Permission: "people."), audit)).Content);
        Assert.Equal(4, record.List.Count);
        Assert.Contains("系统管理员", record.List[0][3], StringComparison.Ordinal);
        Assert.Equal("查看人员与单位", record.List[0][6]);
        Assert.Contains((await store.Do(new SearchAudit(Permission: "audit.read"), audit)).Entries, entry => entry.Request.StartsWith("ExportAudit", StringComparison.Ordinal));
        Assert.All(new[] { people, one, offices, roles, record }, sheet => Assert.Empty(sheet.Faults));
    }
}
