using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Notices;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Tests.Notices;

public sealed class DeliverNoticesTests(PostgresCluster cluster)
{
    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_notice_leaves_once_by_each_channel_with_a_link(StoreKind kind)
    {
        await using var prepared = await Store.OpenWithQinghe(kind, cluster);
        var channel = new Outside();
        await using var one = Store.At(prepared.Address, services => With(services, channel));
        await using var other = Store.At(prepared.Address, services => With(services, channel));
        await NoticesTests.Give(one, await one.As("leader"));
        var sent = await Task.WhenAll(Deliver(one), Deliver(other));
        Assert.Equal(1, sent.Sum());
        var notice = Assert.Single(channel.Sent);
        Assert.Equal(("示例·市领导", "已授予您考核员角色。", "https://lianzhang.example/profile"), (notice.Name, notice.Title, notice.Address!.ToString()));
        Assert.Equal(0, await Deliver(one));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_cannot_be_sent_is_tried_again_later_and_given_up_in_the_end(StoreKind kind)
    {
        await using var prepared = await Store.OpenWithQinghe(kind, cluster);
        var channel = new Outside { Fault = "the relay is down" };
        await using var store = Store.At(prepared.Address, services => With(services, channel));
        await NoticesTests.Give(store, await store.As("leader"));
        Assert.Equal(0, await Deliver(store));
        Assert.Equal(0, await Deliver(store));
        Assert.Equal(1, channel.Attempts);
        Assert.Equal("the relay is down", (await Delivery(store)).Failure);
        foreach (var wait in new[] { 1, 5, 30, 120, 720 })
        {
            store.Time.Advance(TimeSpan.FromMinutes(wait));
            await Deliver(store);
        }

        Assert.Equal(6, channel.Attempts);
        var given = await Delivery(store);
        Assert.Equal((null, null, 6), (given.DueAt, given.SentAt, given.Attempts));
    }

    [Fact]
    public async Task It_is_sent_at_the_next_attempt_once_the_fault_is_over()
    {
        await using var prepared = await Store.OpenWithQinghe(StoreKind.Sqlite, cluster);
        var channel = new Outside { Fault = "the relay is down" };
        await using var store = Store.At(prepared.Address, services => With(services, channel));
        await NoticesTests.Give(store, await store.As("leader"));
        await Deliver(store);
        channel.Fault = null;
        store.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await Deliver(store));
        var sent = await Delivery(store);
        Assert.Null(sent.Failure);
        Assert.NotNull(sent.SentAt);
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_closed_account()
    {
        await using var prepared = await Store.OpenWithQinghe(StoreKind.Sqlite, cluster);
        var channel = new Outside();
        await using var store = Store.At(prepared.Address, services => With(services, channel));
        var leader = await store.As("leader");
        await NoticesTests.Give(store, leader);
        await store.Do(new CloseAccount(leader.Account!.Value, Closed: true), await store.As("sysadmin"));
        await Deliver(store);
        Assert.Empty(channel.Sent);
        Assert.Null((await Delivery(store)).DueAt);
    }

    private static void With(IServiceCollection services, NoticeChannel channel) =>
        services.AddSingleton(channel).AddSingleton(new NoticeSettings(new Uri("https://lianzhang.example")));

    private static Task<int> Deliver(Store store) => store.Provider.GetRequiredService<DeliverNotices>().DeliverDue(TestContext.Current.CancellationToken);

    private static Task<NoticeDelivery> Delivery(Store store) => store.InDb(db => db.Set<NoticeDelivery>().AsNoTracking().SingleAsync());

    /// <summary>Stands for what lies outside the product.</summary>
    private sealed class Outside : NoticeChannel
    {
        private int attempts;

        public override string Name => "outside";

        public string? Fault { get; set; }

        public int Attempts => attempts;

        public System.Collections.Concurrent.ConcurrentBag<OutgoingNotice> Sent { get; } = [];

        public override Task Send(OutgoingNotice notice, CancellationToken cancel)
        {
            Interlocked.Increment(ref attempts);
            if (Fault is { } fault)
                throw new InvalidOperationException(fault);
            Sent.Add(notice);
            return Task.CompletedTask;
        }
    }
}
