using Lianzhang.Platform.Auditing;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Tests.Identity;

public sealed class DeputyTests(PostgresCluster cluster)
{
    private static readonly DateOnly Today = new(2026, 6, 30);

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_a_deputy_does_is_on_record_on_behalf_of_the_absent(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var (officer, leader) = (await store.As("officer"), await store.As("leader"));
        Assert.NotNull((await Import(store, leader)).Problem);
        await store.Do(new NameDeputy(new("leader", null, Today, Today.AddDays(6))), officer);
        Assert.Null((await Import(store, leader)).Problem);

        var entry = Assert.Single((await store.Do(new SearchAudit(By: officer.Name, Permission: "figures.import"), await store.As("audadmin"))).Entries);
        Assert.Equal((leader.Name, officer.Name), (entry.By, entry.OnBehalfOf));
        Assert.StartsWith("市方案管理员 ", entry.Role.Zh, StringComparison.Ordinal);
        // What the leader may do by a role of its own is not done for anybody.
        await store.Do(new ChangePassword(PrepareDemo.Password, "Another-word-1"), leader);
        Assert.Single((await store.Do(new SearchAudit(By: officer.Name, Permission: "figures.import"), await store.As("audadmin"))).Entries);
        await store.Provider.GetRequiredService<SealAudit>().Seal(TestContext.Current.CancellationToken);
        Assert.Empty((await store.Provider.GetRequiredService<VerifyAudit>().Verify(TestContext.Current.CancellationToken)).Faults);
        await store.InDb(db => db.Database.ExecuteSqlRawAsync("UPDATE shared_audit SET \"OnBehalfOf\" = '' WHERE \"OnBehalfOf\" <> ''"));
        Assert.NotEmpty((await store.Provider.GetRequiredService<VerifyAudit>().Verify(TestContext.Current.CancellationToken)).Faults);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_role_is_lent_from_its_first_to_its_last_day_and_not_lent_on(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var (officer, leader, verifier) = (await store.As("officer"), await store.As("leader"), await store.As("verifier"));
        await store.Do(new NameDeputy(new("leader", null, Today.AddDays(1), Today.AddDays(2))), officer);
        await store.Do(new NameDeputy(new("verifier", null, Today, Today.AddDays(9))), leader);
        Assert.NotNull((await Import(store, leader)).Problem);
        store.Time.Advance(TimeSpan.FromDays(1));
        Assert.Null((await Import(store, leader)).Problem);
        // The leader lent all roles, and what it holds as a deputy is none of them.
        Assert.NotNull((await Import(store, verifier)).Problem);
        store.Time.Advance(TimeSpan.FromDays(2));
        Assert.NotNull((await Import(store, leader)).Problem);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task One_role_of_several_is_lent_alone(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var (officer, leader, security) = (await store.As("officer"), await store.As("leader"), await store.As("secadmin"));
        var commission = await store.InDb(db => db.Set<Organisation>().SingleAsync(organisation => organisation.Code == "demo-commission"));
        await store.Do(new GiveRole(officer.Account!.Value, commission.Id, "assessor"), security);
        var assessor = (await store.Do(new GetProfile(), officer)).Roles.Single(role => role.Role == "assessor");
        await store.Do(new NameDeputy(new("leader", assessor.Id, Today, Today)), officer);
        Assert.NotNull((await Import(store, leader)).Problem);
        var shown = Assert.Single((await store.Do(new GetProfile(), leader)).Deputies);
        Assert.Equal((officer.Name, leader.Name, "考核员", commission.Name), (shown.Absent, shown.Deputy, shown.Role!.Value.Zh, shown.Organisation));
        var seen = Assert.Single((await store.Do(new GetPerson(officer.Account.Value), await store.As("sysadmin"))).Deputies);
        Assert.Equal(shown, seen);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task It_is_ended_early_by_either_side_or_the_security_administrator_and_by_nobody_else(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var (officer, leader, security) = (await store.As("officer"), await store.As("leader"), await store.As("secadmin"));
        foreach (var by in new[] { officer, leader, security })
        {
            await store.Do(new NameDeputyFor(officer.Account!.Value, new("leader", null, Today, Today.AddDays(3))), security);
            Assert.Null((await Import(store, leader)).Problem);
            var id = Assert.Single((await store.Do(new GetProfile(), leader)).Deputies).Id;
            Assert.Equal(ProblemKind.NotFound, (await store.Ask(new EndDeputy(id), await store.As("county"))).Problem!.Kind);
            Assert.Equal(ProblemKind.NotFound, (await store.Ask(new EndDeputyFor(id), officer)).Problem!.Kind);
            if (by == security)
                await store.Do(new EndDeputyFor(id), by);
            else
                await store.Do(new EndDeputy(id), by);
            Assert.NotNull((await Import(store, leader)).Problem);
            Assert.Empty((await store.Do(new GetProfile(), officer)).Deputies);
            Assert.Equal(ProblemKind.NotFound, (await store.Ask(new EndDeputy(id), officer)).Problem!.Kind);
            Assert.Equal(ProblemKind.NotFound, (await store.Ask(new EndDeputyFor(id), security)).Problem!.Kind);
        }
    }

    [Theory]
    [InlineData("officer", "officer", 0, 1)]
    [InlineData("officer", "nobody", 0, 1)]
    [InlineData("officer", " ", 0, 1)]
    [InlineData("officer", "sysadmin", 0, 1)]
    [InlineData("sysadmin", "officer", 0, 1)]
    [InlineData("secadmin", "sysadmin", 0, 1)]
    [InlineData("audadmin", "secadmin", 0, 1)]
    [InlineData("officer", "clerk", 0, 1)]
    [InlineData("clerk", "officer", 0, 1)]
    [InlineData("officer", "leader", -1, 1)]
    [InlineData("officer", "leader", 2, 1)]
    [InlineData("officer", "leader", 0, 92)]
    [InlineData("officer", "leader", 367, 368)]
    public async Task What_must_not_be_lent_is_refused(string absent, string deputy, int from, int to)
    {
        await using var store = await Store.OpenWithQinghe(StoreKind.Sqlite, cluster);
        var terms = new DeputyTerms(deputy, null, Today.AddDays(from), Today.AddDays(to));
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new NameDeputy(terms), await store.As(absent))).Problem!.Kind);
        // The longest that is allowed, to the day.
        if (to == 92)
            await store.Do(new NameDeputy(terms with { To = Today.AddDays(91) }), await store.As(absent));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Roles_of_others_closed_accounts_and_days_that_are_taken_are_refused(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var (officer, leader, system) = (await store.As("officer"), await store.As("leader"), await store.As("sysadmin"));
        var foreign = (await store.Do(new GetProfile(), leader)).Roles.Single();
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new NameDeputy(new("verifier", foreign.Id, Today, Today)), officer)).Problem!.Kind);
        await store.Do(new NameDeputy(new("leader", null, Today, Today.AddDays(3))), officer);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new NameDeputy(new("verifier", null, Today.AddDays(3), Today.AddDays(5))), officer)).Problem!.Kind);
        await store.Do(new NameDeputy(new("verifier", null, Today.AddDays(4), Today.AddDays(5))), officer);

        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new NameDeputyFor(officer.Account!.Value, new("leader", null, Today.AddDays(9), Today.AddDays(9))), system)).Problem!.Kind);
        // Who left the office is not stood in for.
        Assert.Null((await Import(store, leader)).Problem);
        await store.Do(new CloseAccount(officer.Account.Value, Closed: true), system);
        Assert.NotNull((await Import(store, leader)).Problem);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new NameDeputy(new("officer", null, Today, Today)), leader)).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_stands_in_does_not_become_an_administrator_nor_keeps_what_is_lent_as_one(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var (officer, leader, security) = (await store.As("officer"), await store.As("leader"), await store.As("secadmin"));
        var commission = await store.InDb(db => db.Set<Organisation>().SingleAsync(organisation => organisation.Code == "demo-commission"));
        await store.Do(new NameDeputy(new("leader", null, Today, Today.AddDays(3))), officer);
        await store.Do(new WithdrawRole((await store.Do(new GetProfile(), leader)).Roles.Single().Id), security);
        var refused = (await store.Ask(new GiveRole(leader.Account!.Value, commission.Id, "audit-administrator"), security)).Problem!;
        Assert.Contains("stands in", refused.Detail.En, StringComparison.Ordinal);
        Assert.Null((await Import(store, leader)).Problem);
        await store.InDb(async db =>
        {
            db.Add(new Membership { Id = Guid.CreateVersion7(store.Time.GetUtcNow()), AccountId = leader.Account.Value, OrganisationId = commission.Id, Role = "audit-administrator" });
            (await db.Set<AccessEpoch>().SingleAsync()).Value++;
            return await db.SaveChangesAsync();
        });
        Assert.NotNull((await Import(store, leader)).Problem);
    }

    private static Task<Answer<ImportResult>> Import(Store store, Caller caller) =>
        store.Ask(new ImportFigures(new Core.Programmes.SourceFile("more.csv", "item,region,period,value,unit,source\nfood_output,990101,2022,1,亿元,记录")), caller);
}
