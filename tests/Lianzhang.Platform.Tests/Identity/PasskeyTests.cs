using Lianzhang.Platform.Auditing;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.AspNetCore.Http;

namespace Lianzhang.Platform.Tests.Identity;

/// <summary>A passkey is added, signs in, is removed; and what is no passkey of the account, or of this site, opens nothing.</summary>
public sealed class PasskeyTests(PostgresCluster cluster)
{
    private const string Site = "https://lianzhang.example";

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task It_signs_in_until_it_is_removed_and_the_record_says_how(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        using var device = await Registered(store, "leader", new SoftAuthenticator());
        var leader = await store.As("leader");
        var passkey = Assert.Single((await store.Do(new GetPasskeys(), leader)).All);
        Assert.Equal(("办公电脑", store.Time.GetUtcNow()), (passkey.Name, passkey.AddedAt));

        var signedIn = await SignIn(store, device);
        Assert.Equal((SignInOutcome.SignedIn, leader.Account), (signedIn.Outcome, signedIn.Account!.Id));
        Assert.Equal("leader", (await store.Do(new GetProfile(), new Caller(signedIn.Account.Name, signedIn.Account.Id, signedIn.Account.Stamp))).UserName);

        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new RemovePasskey(passkey.Id), await store.As("officer"))).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new RemovePasskey("no id"), leader)).Problem!.Kind);
        await store.Do(new RemovePasskey(passkey.Id), leader);
        Assert.Equal(SignInOutcome.Refused, (await SignIn(store, device)).Outcome);

        var page = await store.Do(new SearchAudit(PageSize: 500), await store.As("audadmin"));
        Assert.Contains(page.Entries, entry => entry.Permission == "account.sign-in" && entry.Request == "leader passkey");
        Assert.Equal(2, page.Entries.Count(entry => entry.Permission == "account.passkeys"));
        Assert.DoesNotContain(page.Entries, entry => $"{entry.Request}{entry.Changes}".Contains(PrepareDemo.Password, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task It_asks_for_no_code_but_heeds_a_lock_a_closed_account_and_a_one_time_password(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        using var device = await Registered(store, "leader", new SoftAuthenticator());
        var (leader, administrator) = ((await store.As("leader")).Account!.Value, await store.As("sysadmin"));
        var key = (await store.Do(new BeginTwoStep(), await store.As("leader"))).Key;
        await store.Do(new ConfirmTwoStep(Authenticator.Code(key, store.Time.GetUtcNow())), await store.As("leader"));
        Assert.Equal(SignInOutcome.SignedIn, (await SignIn(store, device)).Outcome);

        for (var attempt = 0; attempt < new SignInRules().MostFailures; attempt++)
            await store.Do(new SignIn("leader", "wrong"), Caller.Nobody(null));
        Assert.Equal(SignInOutcome.Locked, (await SignIn(store, device)).Outcome);
        store.Time.Advance(new SignInRules().LockedFor + TimeSpan.FromSeconds(1));
        Assert.Equal(SignInOutcome.SignedIn, (await SignIn(store, device)).Outcome);

        await store.Do(new ResetPassword(leader), administrator);
        Assert.True((await SignIn(store, device)).Account!.MustChangePassword);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new BeginPasskey(PrepareDemo.Password, Request()), await store.As("leader"))).Problem!.Kind);
        await store.Do(new CloseAccount(leader, Closed: true), administrator);
        Assert.Equal(SignInOutcome.Refused, (await SignIn(store, device)).Outcome);
        await store.Do(new CloseAccount(leader, Closed: false), administrator);
        Assert.Equal(SignInOutcome.SignedIn, (await SignIn(store, device)).Outcome);
        await store.Do(new ResetPassword(leader, DeviceIsLost: true), administrator);
        Assert.Equal(SignInOutcome.Refused, (await SignIn(store, device)).Outcome);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_another_site_got_is_refused(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        using var device = await Registered(store, "leader", new SoftAuthenticator());
        foreach (var origin in new[] { "https://elsewhere.example", "https://lianzhang.example:444", "http://lianzhang.example", "https://lianzhang.example.evil.example", "null" })
            Assert.Equal(SignInOutcome.Refused, (await SignIn(store, device, origin)).Outcome);
        Assert.Equal(SignInOutcome.SignedIn, (await SignIn(store, device)).Outcome);

        using var other = new SoftAuthenticator();
        var begun = await store.Do(new BeginPasskey(PrepareDemo.Password, Request()), await store.As("leader"));
        await Refused(store, "leader", new AddPasskey("别处", other.Create(begun.Options, "https://elsewhere.example"), begun.State, Request()));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_was_not_asked_for_or_is_not_known_signs_nobody_in(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        using var device = await Registered(store, "leader", new SoftAuthenticator());
        var (first, second) = (await Begin(store), await Begin(store));
        Assert.Equal(SignInOutcome.Refused, await Outcome(device.Show(first.Options, Site), second.State));
        Assert.Equal(SignInOutcome.Refused, await Outcome(device.Show(first.Options, Site), string.Empty));
        Assert.Equal(SignInOutcome.Refused, await Outcome("{}", first.State));
        Assert.Equal(SignInOutcome.Refused, await Outcome("no json", first.State));

        // Another device under the same id, and one that nobody added.
        using var forged = new SoftAuthenticator { Id = device.Id };
        using var unknown = new SoftAuthenticator();
        var creation = (await store.Do(new BeginPasskey(PrepareDemo.Password, Request()), await store.As("leader"))).Options;
        _ = (forged.Create(creation, Site), unknown.Create(creation, Site));
        Assert.Equal(SignInOutcome.Refused, (await SignIn(store, forged)).Outcome);
        Assert.Equal(SignInOutcome.Refused, (await SignIn(store, unknown)).Outcome);

        // A copy of the device that was used less often than the device itself.
        Assert.Equal(SignInOutcome.SignedIn, (await SignIn(store, device)).Outcome);
        device.Uses -= 2;
        Assert.Equal(SignInOutcome.Refused, (await SignIn(store, device)).Outcome);

        async Task<SignInOutcome> Outcome(string credential, string state) => (await store.Do(new SignInWithPasskey(credential, state, Request()), Caller.Nobody(null))).Outcome;
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task It_is_added_by_its_owner_alone_with_the_password_and_a_name(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var leader = await store.As("leader");
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new BeginPasskey("wrong", Request()), leader)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new BeginPasskey(PrepareDemo.Password, Request()), Caller.Nobody(null))).Problem!.Kind);

        using var device = await Registered(store, "leader", new SoftAuthenticator());
        var begun = await store.Do(new BeginPasskey(PrepareDemo.Password, Request()), leader);
        await Refused(store, "leader", new AddPasskey(" ", device.Create(begun.Options, Site), begun.State, Request()));
        await Refused(store, "leader", new AddPasskey("过长", new string('x', 20_001), begun.State, Request()));
        // What the leader began is not another's to end; and a passkey is one account's.
        using var fresh = new SoftAuthenticator();
        await Refused(store, "officer", new AddPasskey("他人", fresh.Create(begun.Options, Site), begun.State, Request()));
        var others = await store.Do(new BeginPasskey(PrepareDemo.Password, Request()), await store.As("officer"));
        await Refused(store, "officer", new AddPasskey("他人", device.Create(others.Options, Site), others.State, Request()));
        // A device that asks nobody for a finger or a PIN shows only that it is there.
        using var open = new SoftAuthenticator { Verifies = false };
        await Refused(store, "leader", new AddPasskey("无验证", open.Create(begun.Options, Site), begun.State, Request()));

        for (var count = 1; count < 10; count++)
            (await Registered(store, "leader", new SoftAuthenticator())).Dispose();
        begun = await store.Do(new BeginPasskey(PrepareDemo.Password, Request()), leader);
        await Refused(store, "leader", new AddPasskey("第十一个", fresh.Create(begun.Options, Site), begun.State, Request()));
    }

    private static async Task<SoftAuthenticator> Registered(Store store, string userName, SoftAuthenticator device)
    {
        var caller = await store.As(userName);
        var begun = await store.Do(new BeginPasskey(PrepareDemo.Password, Request()), caller);
        await store.Do(new AddPasskey(" 办公电脑 ", device.Create(begun.Options, Site), begun.State, Request()), caller);
        return device;
    }

    private static Task<PasskeyCeremony> Begin(Store store) => store.Do(new BeginPasskeySignIn(Request()), Caller.Nobody(null));

    private static async Task<SignInResult> SignIn(Store store, SoftAuthenticator device, string origin = Site)
    {
        var begun = await Begin(store);
        return await store.Do(new SignInWithPasskey(device.Show(begun.Options, origin), begun.State, Request()), Caller.Nobody("10.0.0.1"));
    }

    private static async Task Refused(Store store, string userName, AddPasskey request) =>
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(request, await store.As(userName))).Problem!.Kind);

    // As it comes to the server from a page of its own.
    private static DefaultHttpContext Request() => new() { Request = { Scheme = "https", Host = new HostString("lianzhang.example"), Headers = { Origin = Site } } };
}
