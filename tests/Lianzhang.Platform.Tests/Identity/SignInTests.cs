using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests.Identity;

public sealed class SignInTests(PostgresCluster cluster)
{
    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Wrong_passwords_lock_the_account_for_a_while(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var rules = new SignInRules();
        var outcomes = new List<SignInOutcome>();
        for (var attempt = 0; attempt < 20; attempt++)
            outcomes.Add((await store.Do(new SignIn("leader", "wrong"), Caller.Nobody("10.0.0.1"))).Outcome);
        Assert.All(outcomes[..(rules.MostFailures - 1)], outcome => Assert.Equal(SignInOutcome.Refused, outcome));
        Assert.All(outcomes[(rules.MostFailures - 1)..], outcome => Assert.Equal(SignInOutcome.Locked, outcome));

        Assert.Equal(SignInOutcome.Locked, (await SignIn(store, "leader")).Outcome);
        store.Time.Advance(rules.LockedFor + TimeSpan.FromSeconds(1));
        Assert.Equal(SignInOutcome.SignedIn, (await SignIn(store, "leader")).Outcome);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_unknown_name_is_answered_as_a_wrong_password(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        Assert.Equal(SignInOutcome.Refused, (await SignIn(store, "nobody")).Outcome);
        Assert.Equal(SignInOutcome.Refused, (await SignIn(store, string.Empty)).Outcome);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_first_start_makes_three_administrators_whose_passwords_must_be_changed(StoreKind kind)
    {
        await using var store = await Store.Open(kind, cluster);
        var first = (await store.Do(new PrepareIdentity())).All;
        Assert.Equal(3, first.Count);
        Assert.Empty((await store.Do(new PrepareIdentity())).All);

        var admin = first.Single(account => account.UserName == "system-admin");
        var signedIn = (await store.Do(new SignIn(admin.UserName, admin.OneTimePassword), Caller.Nobody(null))).Account!;
        Assert.True(signedIn.MustChangePassword);
        var caller = new Caller(signedIn.Name, signedIn.Id, signedIn.Stamp);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ListPeople(), caller)).Problem!.Kind);

        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new ChangePassword(admin.OneTimePassword, "short"), caller)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new ChangePassword("wrong", "Quite-another-1"), caller)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new ChangePassword(admin.OneTimePassword, admin.OneTimePassword), caller)).Problem!.Kind);
        var changed = await store.Do(new ChangePassword(admin.OneTimePassword, "Quite-another-1"), caller);
        Assert.Equal(3, (await store.Do(new ListPeople(), caller with { Stamp = changed.Stamp })).Total);
        Assert.Equal(SignInOutcome.Refused, (await store.Do(new SignIn(admin.UserName, admin.OneTimePassword), Caller.Nobody(null))).Outcome);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Signing_out_everywhere_a_new_password_and_a_closed_account_end_what_was_signed_in(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var before = await store.As("leader");
        await store.Do(new SignOutEverywhere(), before);
        Assert.Equal(ProblemKind.SignedOut, (await store.Ask(new GetProfile(), before)).Problem!.Kind);

        var again = await store.As("leader");
        var slip = await store.Do(new ResetPassword(again.Account!.Value), await store.As("sysadmin"));
        Assert.Equal(ProblemKind.SignedOut, (await store.Ask(new GetProfile(), again)).Problem!.Kind);
        Assert.True((await store.Do(new SignIn("leader", slip.OneTimePassword), Caller.Nobody(null))).Account!.MustChangePassword);

        await store.Do(new CloseAccount(again.Account.Value, Closed: true), await store.As("sysadmin"));
        Assert.Equal(ProblemKind.SignedOut, (await store.Ask(new GetProfile(), await store.As("leader"))).Problem!.Kind);
        Assert.Equal(SignInOutcome.Refused, (await store.Do(new SignIn("leader", slip.OneTimePassword), Caller.Nobody(null))).Outcome);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task No_password_reaches_the_record(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var slip = await store.Do(new CreateAccount("new.person", "新人"), await store.As("sysadmin"));
        await store.Do(new SignIn("new.person", slip.OneTimePassword), Caller.Nobody(null));
        await store.Do(new SignIn("leader", "a-wrong-Secret-1"), Caller.Nobody(null));
        var page = await store.Do(new Lianzhang.Platform.Auditing.SearchAudit(PageSize: 500), await store.As("audadmin"));
        Assert.Contains(page.Entries, entry => entry.Permission == "account.sign-in");
        foreach (var secret in new[] { slip.OneTimePassword, "a-wrong-Secret-1", PrepareDemo.Password, "AQAAAA" })
            Assert.DoesNotContain(page.Entries, entry => $"{entry.Request}{entry.Changes}".Contains(secret, StringComparison.Ordinal));
    }

    private static Task<SignInResult> SignIn(Store store, string name) => store.Do(new SignIn(name, PrepareDemo.Password), Caller.Nobody("10.0.0.1"));
}
