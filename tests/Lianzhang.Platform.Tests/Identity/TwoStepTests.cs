using Lianzhang.Platform.Auditing;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests.Identity;

/// <summary>An authenticator is set up, asked for, and taken away again.</summary>
public sealed class TwoStepTests(PostgresCluster cluster)
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_key_counts_for_nothing_until_its_first_code_was_shown(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var leader = await store.As("leader");
        var first = await store.Do(new BeginTwoStep(), leader);
        var key = await store.Do(new BeginTwoStep(), leader);
        Assert.NotEqual(first.Key, key.Key);
        Assert.Contains($"secret={key.Key}", key.Uri, StringComparison.Ordinal);
        Assert.StartsWith("otpauth://totp/%E9%93%BE%E9%95%BF:leader?", key.Uri, StringComparison.Ordinal);
        Assert.Equal(new TwoStep(IsOn: false, 0, key), await store.Do(new GetTwoStep(), leader));
        Assert.Equal(SignInOutcome.SignedIn, await SignIn(store, code: null));

        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new ConfirmTwoStep("000000"), leader)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new ConfirmTwoStep(Authenticator.Code(first.Key, store.Time.GetUtcNow())), leader)).Problem!.Kind);
        var codes = await store.Do(new ConfirmTwoStep($" {Authenticator.Code(key.Key, store.Time.GetUtcNow())[..3]} {Authenticator.Code(key.Key, store.Time.GetUtcNow())[3..]}"), leader);
        Assert.Equal(10, codes.Codes.Distinct(StringComparer.Ordinal).Count());

        // What was signed in before has ended; the browser that turned it on gets a new cookie.
        Assert.Equal(ProblemKind.SignedOut, (await store.Ask(new GetTwoStep(), leader)).Problem!.Kind);
        Assert.Equal(new TwoStep(IsOn: true, 10, ToConfirm: null), await store.Do(new GetTwoStep(), leader with { Stamp = codes.Account.Stamp }));
        Assert.Equal(SignInOutcome.CodeNeeded, await SignIn(store, code: null));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_code_is_good_once_and_no_older_one_is_good_after_it(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var (key, _) = await SetUp(store);
        // The code that turned it on is used up as well.
        Assert.Equal(SignInOutcome.Refused, await SignIn(store, Authenticator.Code(key, store.Time.GetUtcNow())));
        store.Time.Advance(2 * Step);
        var now = store.Time.GetUtcNow();
        Assert.Equal(SignInOutcome.SignedIn, await SignIn(store, Authenticator.Code(key, now)));
        Assert.Equal(SignInOutcome.Refused, await SignIn(store, Authenticator.Code(key, now)));
        Assert.Equal(SignInOutcome.Refused, await SignIn(store, Authenticator.Code(key, now - Step)));
        Assert.Equal(SignInOutcome.SignedIn, await SignIn(store, Authenticator.Code(key, now + Step)));
        store.Time.Advance(3 * Step);
        Assert.Equal(SignInOutcome.Refused, await SignIn(store, Authenticator.Code(key, store.Time.GetUtcNow() - (2 * Step))));
        Assert.Equal(SignInOutcome.Refused, await SignIn(store, Authenticator.Code(key, store.Time.GetUtcNow() + (2 * Step))));
        Assert.Equal(SignInOutcome.SignedIn, await SignIn(store, Authenticator.Code(key, store.Time.GetUtcNow())));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Of_several_who_bring_one_code_at_once_one_is_let_in(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var (key, recovery) = await SetUp(store);
        for (var round = 0; round < 4; round++)
        {
            store.Time.Advance(Step);
            var code = Authenticator.Code(key, store.Time.GetUtcNow());
            Assert.Equal([SignInOutcome.SignedIn, SignInOutcome.Refused, SignInOutcome.Refused], (await AtOnce(code)).Order());
            Assert.Equal([SignInOutcome.SignedIn, SignInOutcome.Refused, SignInOutcome.Refused], (await AtOnce(recovery[round])).Order());
        }

        async Task<SignInOutcome[]> AtOnce(string code)
        {
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => SignIn(store, code))));
            // So that refusals of one round do not lock the account in the next.
            store.Time.Advance(Step);
            Assert.Equal(SignInOutcome.SignedIn, await SignIn(store, Authenticator.Code(key, store.Time.GetUtcNow())));
            return outcomes;
        }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Wrong_codes_lock_the_account_as_wrong_passwords_do(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var (key, recovery) = await SetUp(store);
        for (var attempt = 1; attempt < new SignInRules().MostFailures; attempt++)
            Assert.Equal(SignInOutcome.Refused, await SignIn(store, "12345x"));
        Assert.Equal(SignInOutcome.Locked, await SignIn(store, "12345x"));
        store.Time.Advance(Step);
        Assert.Equal(SignInOutcome.Locked, await SignIn(store, Authenticator.Code(key, store.Time.GetUtcNow())));
        Assert.Equal(SignInOutcome.Locked, await SignIn(store, recovery[0]));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_recovery_code_is_good_once_however_it_is_typed_and_new_ones_replace_all(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var (_, recovery) = await SetUp(store);
        Assert.Equal(SignInOutcome.SignedIn, await SignIn(store, $" {recovery[0].ToLowerInvariant()} "));
        Assert.Equal(SignInOutcome.Refused, await SignIn(store, recovery[0]));
        var leader = await store.As("leader");
        Assert.Equal(9, (await store.Do(new GetTwoStep(), leader)).RecoveryCodesLeft);

        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new RenewRecoveryCodes("wrong"), leader)).Problem!.Kind);
        var renewed = await store.Do(new RenewRecoveryCodes(PrepareDemo.Password), leader);
        Assert.Equal(SignInOutcome.Refused, await SignIn(store, recovery[1]));
        Assert.Equal(SignInOutcome.SignedIn, await SignIn(store, renewed.Codes[0]));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task It_is_turned_off_by_the_password_alone_and_nothing_of_it_stays(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var (key, recovery) = await SetUp(store);
        var leader = await store.As("leader");
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new BeginTwoStep(), leader)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new ConfirmTwoStep(Authenticator.Code(key, store.Time.GetUtcNow())), leader)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new TurnOffTwoStep("wrong"), leader)).Problem!.Kind);

        var off = await store.Do(new TurnOffTwoStep(PrepareDemo.Password), leader);
        Assert.Equal(ProblemKind.SignedOut, (await store.Ask(new GetTwoStep(), leader)).Problem!.Kind);
        leader = leader with { Stamp = off.Stamp };
        Assert.Equal(new TwoStep(IsOn: false, 0, ToConfirm: null), await store.Do(new GetTwoStep(), leader));
        Assert.Equal(SignInOutcome.SignedIn, await SignIn(store, code: null));
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new RenewRecoveryCodes(PrepareDemo.Password), leader)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new ConfirmTwoStep(Authenticator.Code(key, store.Time.GetUtcNow())), leader)).Problem!.Kind);

        var (again, _) = await SetUp(store);
        Assert.NotEqual(key, again);
        Assert.Equal(SignInOutcome.Refused, await SignIn(store, recovery[0]));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_reset_password_keeps_the_authenticator_unless_the_device_is_lost_and_the_record_says_which(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var (key, recovery) = await SetUp(store);
        var (leader, administrator) = ((await store.As("leader")).Account!.Value, await store.As("sysadmin"));
        var slip = await store.Do(new ResetPassword(leader), administrator);
        Assert.Equal(SignInOutcome.CodeNeeded, (await store.Do(new SignIn("leader", slip.OneTimePassword), Caller.Nobody(null))).Outcome);

        slip = await store.Do(new ResetPassword(leader, DeviceIsLost: true), administrator);
        var signedIn = await store.Do(new SignIn("leader", slip.OneTimePassword), Caller.Nobody(null));
        Assert.True(signedIn.Account!.MustChangePassword);

        var page = await store.Do(new SearchAudit(PageSize: 500), await store.As("audadmin"));
        var entries = page.Entries.Where(entry => entry.Request.StartsWith("ResetPassword", StringComparison.Ordinal)).OrderBy(entry => entry.At).ToList();
        Assert.Contains(entries, entry => entry.Request.Contains("DeviceIsLost = False", StringComparison.Ordinal) && !entry.Changes.Contains("identity_token", StringComparison.Ordinal));
        Assert.Contains(entries, entry => entry.Request.Contains("DeviceIsLost = True", StringComparison.Ordinal) && entry.Changes.Contains("identity_token Deleted", StringComparison.Ordinal));
        foreach (var secret in recovery.Append(key).Append(slip.OneTimePassword))
            Assert.DoesNotContain(page.Entries, entry => $"{entry.Request}{entry.Changes}".Contains(secret, StringComparison.Ordinal));
    }

    // Turns it on, and moves the clock to where the code that did so is still in its half minute.
    private static async Task<(string Key, IReadOnlyList<string> Recovery)> SetUp(Store store)
    {
        var leader = await store.As("leader");
        var key = (await store.Do(new BeginTwoStep(), leader)).Key;
        var codes = await store.Do(new ConfirmTwoStep(Authenticator.Code(key, store.Time.GetUtcNow())), leader);
        return (key, codes.Codes);
    }

    private static async Task<SignInOutcome> SignIn(Store store, string? code) => (await store.Do(new SignIn("leader", PrepareDemo.Password, code), Caller.Nobody("10.0.0.1"))).Outcome;
}
