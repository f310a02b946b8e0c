using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Notices;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Tests.Notices;

public sealed class NoticesTests(PostgresCluster cluster)
{
    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_is_given_a_role_is_told_and_reads_it_once(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var leader = await store.As("leader");
        await Give(store, leader);
        Assert.Equal(1, (await store.Do(new CountUnread(), leader)).Count);
        var notice = Assert.Single((await store.Do(new ListNotices(), leader)).Notices);
        Assert.Equal(("已授予您考核员角色。", "/profile", false), (notice.Title.Zh, notice.Href, notice.IsRead));
        Assert.Equal("/profile", (await store.Do(new OpenNotice(notice.Id), leader)).Href);
        Assert.Equal(0, (await store.Do(new CountUnread(), leader)).Count);
        Assert.True(Assert.Single((await store.Do(new ListNotices(), leader)).Notices).IsRead);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Anothers_notice_is_not_there(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var (leader, assessor) = (await store.As("leader"), await store.As("assessor"));
        await Give(store, leader);
        var notice = Assert.Single((await store.Do(new ListNotices(), leader)).Notices);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new OpenNotice(notice.Id), assessor)).Problem!.Kind);
        Assert.Empty((await store.Do(new ListNotices(), assessor)).Notices);
        await store.Do(new MarkNoticesRead(), assessor);
        Assert.Equal(1, (await store.Do(new CountUnread(), leader)).Count);
        await store.Do(new MarkNoticesRead(), leader);
        Assert.Equal(0, (await store.Do(new CountUnread(), leader)).Count);
        Assert.Equal(ProblemKind.SignedOut, (await store.Ask(new ListNotices(), Caller.Nobody(null) with { Account = Guid.Empty, Stamp = "x" })).Problem!.Kind);
    }

    [Fact]
    public async Task Nobody_is_told_of_what_was_refused()
    {
        await using var store = await Store.OpenWithQinghe(StoreKind.Sqlite, cluster);
        var leader = await store.As("leader");
        var office = await store.InDb(db => db.Set<Organisation>().Select(organisation => organisation.Id).FirstAsync());
        Assert.NotNull((await store.Ask(new GiveRole(leader.Account!.Value, office, "audit-administrator"), await store.As("secadmin"))).Problem);
        Assert.Empty((await store.Do(new ListNotices(), leader)).Notices);
    }

    internal static async Task Give(Store store, Caller to)
    {
        var office = await store.InDb(db => db.Set<Organisation>().Select(organisation => organisation.Id).FirstAsync());
        await store.Do(new GiveRole(to.Account!.Value, office, "assessor"), await store.As("secadmin"));
    }
}
