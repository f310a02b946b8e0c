using Lianzhang.Platform.Auditing;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Tests.Auditing;

public sealed class AuditTests(PostgresCluster cluster)
{
    private static readonly string[] Deeds =
    [
        "UPDATE shared_audit SET \"By\" = 'somebody' WHERE \"Id\" = 2",
        "UPDATE shared_audit SET \"Changes\" = 'nothing' WHERE \"Id\" = (SELECT MAX(\"Id\") FROM shared_audit)",
        "DELETE FROM shared_audit WHERE \"Id\" = 2",
        "DELETE FROM auditing_link WHERE \"Sequence\" = 2",
        "DELETE FROM auditing_seal",
        "UPDATE auditing_seal SET \"Hash\" = \"Signature\"",
    ];

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    public static TheoryData<StoreKind, string> DeedsOnStores()
    {
        var data = new TheoryData<StoreKind, string>();
        foreach (var kind in Stores)
        {
            foreach (var deed in Deeds)
                data.Add(kind, deed);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_untouched_record_is_found_whole_and_its_unsealed_end_is_told(StoreKind kind)
    {
        await using var store = await Sealed(kind);
        var report = await Verify(store);
        Assert.Empty(report.Faults);
        Assert.Equal((report.Entries, 0L), (report.Linked, report.Unanchored));

        await store.Do(new SignIn("leader", PrepareDemo.Password), Caller.Nobody(null));
        var later = await Verify(store);
        Assert.Empty(later.Faults);
        Assert.Equal((report.Entries + 1, 1L), (later.Entries, later.Unanchored));
    }

    [Theory]
    [MemberData(nameof(DeedsOnStores))]
    public async Task What_is_done_to_the_tables_directly_is_found(StoreKind kind, string deed)
    {
        await using var store = await Sealed(kind);
        await Execute(store, deed);
        Assert.NotEmpty((await Verify(store)).Faults);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_entry_that_the_product_did_not_write_is_found_before_and_after_sealing(StoreKind kind)
    {
        await using var store = await Sealed(kind);
        await Execute(store, $"INSERT INTO shared_audit (\"Uid\", \"At\", \"By\", \"Role\", \"Permission\", \"Subject\", \"Request\", \"Changes\", \"Address\", \"Mark\") SELECT {(kind == StoreKind.Sqlite ? "'00000000-0000-0000-0000-000000000001'" : "'00000000-0000-0000-0000-000000000001'::uuid")}, \"At\", \"By\", \"Role\", \"Permission\", \"Subject\", \"Request\", \"Changes\", \"Address\", \"Mark\" FROM shared_audit WHERE \"Id\" = 2");
        Assert.NotEmpty((await Verify(store)).Faults);
        await store.Provider.GetRequiredService<SealAudit>().Seal(TestContext.Current.CancellationToken);
        Assert.NotEmpty((await Verify(store)).Faults);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Two_entries_that_changed_places_are_found(StoreKind kind)
    {
        await using var store = await Sealed(kind);
        await Execute(store, "UPDATE auditing_link SET \"Sequence\" = 900 WHERE \"Sequence\" = 2");
        await Execute(store, "UPDATE auditing_link SET \"Sequence\" = 2 WHERE \"Sequence\" = 3");
        await Execute(store, "UPDATE auditing_link SET \"Sequence\" = 3 WHERE \"Sequence\" = 900");
        Assert.Contains((await Verify(store)).Faults, fault => fault.En!.Contains("moved", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_end_that_was_cut_off_with_all_that_speaks_of_it_is_found_by_the_heads_outside(StoreKind kind)
    {
        await using var store = await Sealed(kind);
        await store.Do(new SignIn("leader", PrepareDemo.Password), Caller.Nobody(null));
        await store.Provider.GetRequiredService<SealAudit>().Seal(TestContext.Current.CancellationToken);
        await Execute(store, "DELETE FROM auditing_seal WHERE \"Sequence\" = (SELECT MAX(\"Sequence\") FROM auditing_seal)");
        await Execute(store, "DELETE FROM auditing_link WHERE \"Sequence\" = (SELECT MAX(\"Sequence\") FROM auditing_link)");
        await Execute(store, "DELETE FROM shared_audit WHERE \"Id\" = (SELECT MAX(\"Id\") FROM shared_audit)");
        Assert.Contains((await Verify(store)).Faults, fault => fault.En!.Contains("cut off", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Two_that_seal_at_once_make_one_chain(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var seal = store.Provider.GetRequiredService<SealAudit>();
        var cancel = TestContext.Current.CancellationToken;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => seal.Seal(cancel), cancel)));
        await seal.Seal(cancel);
        var report = await Verify(store);
        Assert.Empty(report.Faults);
        Assert.Equal((report.Entries, 0L), (report.Linked, report.Unanchored));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Reading_about_people_goes_on_record_and_reading_a_board_does_not(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await store.Do(new Lianzhang.Platform.Indicators.GetBoard(), await store.As("leader"));
        await store.Do(new ListPeople("示例"), await store.As("county"));
        var page = await store.Do(new SearchAudit(Permission: "people.read"), await store.As("audadmin"));
        Assert.Contains("示例", Assert.Single(page.Entries).Request, StringComparison.Ordinal);
        Assert.Equal(0, (await store.Do(new SearchAudit(Permission: "board."), await store.As("audadmin"))).Total);
    }

    private async Task<Store> Sealed(StoreKind kind)
    {
        var store = await Store.OpenWithQinghe(kind, cluster);
        await store.Provider.GetRequiredService<SealAudit>().Seal(TestContext.Current.CancellationToken);
        return store;
    }

    private static Task<AuditReport> Verify(Store store) => store.Provider.GetRequiredService<VerifyAudit>().Verify(TestContext.Current.CancellationToken);

    private static Task Execute(Store store, string sql) => store.InDb(db => db.Database.ExecuteSqlRawAsync(sql));
}
