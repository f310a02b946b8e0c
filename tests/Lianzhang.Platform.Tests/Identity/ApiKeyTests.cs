using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Auditing;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Tests.Identity;

public sealed class ApiKeyTests(PostgresCluster cluster)
{
    private static readonly DateOnly Today = new(2026, 6, 30);

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_key_does_what_it_was_made_for_in_its_owner_s_name_and_nothing_else(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var made = await Make(store, "figures.import", "figures.read");
        var machine = (await Show(store, made.Secret))!;
        await store.Do(new ListFigures(), machine);
        await store.Do(Import(1), machine);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ListPeople(), machine)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetProfile(), machine)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ChangePassword("x", "y"), machine)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new CreateApiKey("x", Guid.Empty, ["figures.read"], Today), machine)).Problem!.Kind);

        var entry = (await store.Do(new SearchAudit(Permission: "figures.import"), await store.As("audadmin"))).Entries[0];
        Assert.Equal(("示例·市方案管理员", $"统计系统 ({made.Secret[..11]}…)"), (entry.By, entry.Key));
        Assert.DoesNotContain((await store.Do(new SearchAudit(PageSize: 500), await store.As("audadmin"))).Entries, one => $"{one.Request}{one.Changes}".Contains(made.Secret, StringComparison.Ordinal) || one.Changes.Contains(ApiKey.HashOf(made.Secret), StringComparison.Ordinal));
        Assert.Equal(Today, (await store.Do(new ListOwnApiKeys(), await store.As("officer"))).Keys.Single().UsedOn);
        await store.Provider.GetRequiredService<SealAudit>().Seal(TestContext.Current.CancellationToken);
        Assert.Empty((await store.Provider.GetRequiredService<VerifyAudit>().Verify(TestContext.Current.CancellationToken)).Faults);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_key_ends_by_its_day_when_revoked_and_with_its_owner_or_role(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var (officer, system, security) = (await store.As("officer"), await store.As("sysadmin"), await store.As("secadmin"));
        Assert.Null(await Show(store, "lz_wrong"));

        var own = await Make(store, "figures.read");
        var (byOwner, all) = ((await Show(store, own.Secret))!, await Make(store, "figures.read"));
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new RevokeOwnApiKey(own.Id), await store.As("leader"))).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new RevokeApiKey(own.Id), officer)).Problem!.Kind);
        await store.Do(new RevokeOwnApiKey(own.Id), officer);
        await Over(store, own.Secret, byOwner);
        var bySecurity = (await Show(store, all.Secret))!;
        Assert.Equal([all.Id], (await store.Do(new ListApiKeys(), security)).Keys.Select(key => key.Id));
        await store.Do(new RevokeApiKey(all.Id), security);
        await Over(store, all.Secret, bySecurity);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new RevokeApiKey(all.Id), security)).Problem!.Kind);

        var last = await Make(store, "figures.read");
        var machine = (await Show(store, last.Secret))!;
        await store.Do(new CloseAccount(officer.Account!.Value, Closed: true), system);
        await Over(store, last.Secret, machine);
        await store.Do(new CloseAccount(officer.Account.Value, Closed: false), system);
        await May(true);
        await store.Do(new SetRolePermissions("programme-officer", ["figures.import"]), security);
        await May(false);
        await store.Do(new SetRolePermissions("programme-officer", ["figures.read"]), security);
        await May(true);
        await store.Do(new WithdrawRole((await store.Do(new GetProfile(), await store.As("officer"))).Roles.Single().Id), security);
        await May(false);
        store.Time.Advance(TimeSpan.FromDays(10));
        await Over(store, last.Secret, machine);

        // Whether it is looked up anew or was told when the key was recognised.
        async Task May(bool may)
        {
            ProblemKind? expected = may ? null : ProblemKind.NotFound;
            Assert.Equal(expected, (await store.Ask(new ListFigures(), machine)).Problem?.Kind);
            Assert.Equal(expected, (await store.Ask(new ListFigures(), (await Show(store, last.Secret, isTold: true))!)).Problem?.Kind);
        }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_key_is_not_made_beyond_one_s_own_role_and_days(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var officer = await store.As("officer");
        var role = (await store.Do(new GetProfile(), officer)).Roles.Single().Id;
        var foreign = (await store.Do(new GetProfile(), await store.As("leader"))).Roles.Single().Id;
        var sound = new CreateApiKey("统计系统", role, ["figures.read"], Today.AddDays(366));
        foreach (var wrong in new[]
        {
            sound with { Name = " " }, sound with { Permissions = [] }, sound with { Permissions = ["audit.read"] }, sound with { Permissions = ["api-keys.create"] },
            sound with { LastDay = Today.AddDays(367) }, sound with { LastDay = Today.AddDays(-1) }, sound with { Membership = foreign },
        })
            Assert.Equal(ProblemKind.Invalid, (await store.Ask(wrong, officer)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(sound with { Membership = foreign }, await store.As("leader"))).Problem!.Kind);
        for (var made = 0; made < 20; made++)
            await store.Do(sound, officer);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(sound, officer)).Problem!.Kind);
    }

    private static async Task<NewApiKey> Make(Store store, params IReadOnlyList<string> permissions)
    {
        var officer = await store.As("officer");
        return await store.Do(new CreateApiKey("统计系统", (await store.Do(new GetProfile(), officer)).Roles.Single().Id, permissions, Today.AddDays(9)), officer);
    }

    private static async Task<Caller?> Show(Store store, string secret, bool isTold = false)
    {
        await using var scope = store.Provider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<FindApiKey>().Find(secret, TestContext.Current.CancellationToken) is { } owner
            ? new Caller(owner.Name, owner.Account, Address: "127.0.0.1", Key: owner.Key, Rights: isTold ? owner.Rights : null)
            : null;
    }

    // Neither is it recognised, nor is what was recognised before good for anything.
    private static async Task Over(Store store, string secret, Caller before)
    {
        Assert.Null(await Show(store, secret));
        Assert.Equal(ProblemKind.SignedOut, (await store.Ask(new ListFigures(), before)).Problem!.Kind);
    }

    private static ImportFigures Import(int value) => new(new SourceFile("more.csv", $"item,region,period,value,unit,source\nfood_output,990101,2022,{value},亿元,记录"));
}
