using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Tests.Identity;

public sealed class RightsTests(PostgresCluster cluster)
{
    private const string Own = "990101001";
    private const string Foreign = "990101002";

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_county_sees_its_own_region_and_not_another(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var county = await store.As("county");
        Assert.Equal(Own, (await store.Do(new GetRegion(Own), county)).Region.Code);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetRegion(Foreign), county)).Problem!.Kind);
        Assert.Equal([Own], (await store.Do(new CountRegionFigures(new DateOnly(2026, 6, 30)), county)).ByRegion.Keys);
        Assert.Equal(Foreign, (await store.Do(new GetRegion(Foreign), await store.As("leader"))).Region.Code);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task People_and_organisations_are_filtered_by_scope(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var all = await store.Do(new ListPeople(), await store.As("sysadmin"));
        var county = await store.As("county");
        var seen = await store.Do(new ListPeople(), county);
        Assert.Equal(["clerk", "county", "park", "reviewer", "sponsor", "unit"], seen.People.Select(person => person.UserName));
        Assert.All((await store.Do(new ListOrganisations(), county)).Organisations, organisation => Assert.Equal(Own, organisation.Region));
        var leader = all.People.Single(person => person.UserName == "leader");
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetPerson(leader.Id), county)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetPerson(Guid.Empty), county)).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_role_works_from_its_first_to_its_last_day_and_at_once(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var clerk = await store.As("clerk");
        var security = await store.As("secadmin");
        Assert.NotNull((await store.Ask(new GetProgramme(), clerk)).Problem);

        var commission = await store.InDb(db => db.Set<Organisation>().SingleAsync(organisation => organisation.Code == "demo-commission"));
        var today = new DateOnly(2026, 6, 30);
        await store.Do(new GiveRole(clerk.Account!.Value, commission.Id, "leader", From: today.AddDays(1), To: today.AddDays(2)), security);
        Assert.NotNull((await store.Ask(new GetProgramme(), clerk)).Problem);
        store.Time.Advance(TimeSpan.FromDays(1));
        await store.Do(new GetProgramme(), clerk);
        store.Time.Advance(TimeSpan.FromDays(2));
        Assert.NotNull((await store.Ask(new GetProgramme(), clerk)).Problem);

        await store.Do(new GiveRole(clerk.Account.Value, commission.Id, "leader"), security);
        await store.Do(new GetProgramme(), clerk);
        var held = (await store.Do(new GetProfile(), clerk)).Roles.Single(role => role is { Role: "leader", To: null });
        await store.Do(new WithdrawRole(held.Id), security);
        Assert.NotNull((await store.Ask(new GetProgramme(), clerk)).Problem);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_deputy_holds_the_roles_of_business_for_the_days_of_leave_and_no_administrator_s(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var (clerk, today) = (await store.As("clerk"), new DateOnly(2026, 6, 30));
        await Replace(store, "leader", clerk, today.AddDays(1), today.AddDays(2));
        await Replace(store, "secadmin", clerk, today, today.AddDays(9));
        Assert.NotNull((await store.Ask(new GetProgramme(), clerk)).Problem);
        store.Time.Advance(TimeSpan.FromDays(1));
        await store.Do(new GetProgramme(), clerk);
        Assert.NotNull((await store.Ask(new ListRoles(), clerk)).Problem);
        store.Time.Advance(TimeSpan.FromDays(2));
        Assert.NotNull((await store.Ask(new GetProgramme(), clerk)).Problem);
    }

    private static async Task Replace(Store store, string absent, Caller deputy, DateOnly from, DateOnly to)
    {
        var of = (await store.As(absent)).Account!.Value;
        await store.InDb(async db =>
        {
            db.Add(new Deputyship { Id = Guid.CreateVersion7(store.Time.GetUtcNow()), AbsentId = of, DeputyId = deputy.Account!.Value, From = from, To = to });
            (await db.Set<AccessEpoch>().SingleAsync()).Value++;
            return await db.SaveChangesAsync();
        });
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_three_administrators_stay_apart(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var security = await store.As("secadmin");
        var commission = await store.InDb(db => db.Set<Organisation>().SingleAsync(organisation => organisation.Code == "demo-commission"));
        var system = (await store.As("sysadmin")).Account!.Value;
        foreach (var role in new[] { "security-administrator", "audit-administrator", "leader" })
            Assert.Equal(ProblemKind.Invalid, (await store.Ask(new GiveRole(system, commission.Id, role), security)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new GiveRole((await store.As("leader")).Account!.Value, commission.Id, "audit-administrator"), security)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new GiveRole(security.Account!.Value, commission.Id, "leader"), security)).Problem!.Kind);
    }

    [Theory]
    [InlineData("leader", "audit.read")]
    [InlineData("system-administrator", "roles.manage")]
    [InlineData("audit-administrator", "board.read")]
    [InlineData("enterprise-clerk", "board.read")]
    [InlineData("enterprise-clerk", "programmes.read")]
    [InlineData("leader", "no.such")]
    public async Task A_role_is_not_given_a_right_that_does_not_belong_to_it(string role, string permission)
    {
        await using var store = await Store.OpenWithQinghe(StoreKind.Sqlite, cluster);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new SetRolePermissions(role, [permission]), await store.As("secadmin"))).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_right_that_a_role_gains_or_loses_counts_at_once(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var reviewer = await store.As("reviewer");
        Assert.NotNull((await store.Ask(new ListPeople(), reviewer)).Problem);
        await store.Do(new SetRolePermissions("county-reviewer", ["people.read", "board.read"]), await store.As("secadmin"));
        await store.Do(new ListPeople(), reviewer);
        await store.Do(new SetRolePermissions("county-reviewer", ["board.read"]), await store.As("secadmin"));
        Assert.NotNull((await store.Ask(new ListPeople(), reviewer)).Problem);
    }
}
