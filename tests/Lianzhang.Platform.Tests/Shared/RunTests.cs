using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Tests.Shared;

public sealed class RunTests(PostgresCluster cluster)
{
    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_change_is_recorded_with_its_caller_and_a_reading_is_not(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var officer = await store.As("officer");
        await store.Do(new ListProgrammeVersions(), officer);
        await store.Do(new ImportFigures(new SourceFile("more.csv", "item,region,period,value,unit,source\nfood_output,990101,2022,1,亿元,记录")), officer);
        var entries = await store.InDb(db => db.Set<AuditEntry>().OrderBy(entry => entry.Id).ToListAsync());
        Assert.Equal(["programmes.publish", "figures.import", "product.prepare", "product.prepare", "figures.import"], entries.Select(entry => entry.Permission));
        var last = entries[^1];
        Assert.Equal((officer.Name, officer.Account, store.Time.GetUtcNow(), "127.0.0.1"), (last.By, last.Account, last.At, last.Address));
        Assert.Contains("programme-officer", last.Role, StringComparison.Ordinal);
        Assert.Contains("more.csv", last.Changes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_caller_who_may_not_change_is_told_as_if_nothing_were_there(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var before = await store.InDb(db => db.Set<AuditEntry>().CountAsync());
        foreach (var caller in new[] { await store.As("leader"), await store.As("clerk"), Caller.Nobody("127.0.0.1") })
        {
            var answer = await store.Ask(new PublishProgramme(Store.Qinghe, "x"), caller);
            Assert.Equal(ProblemKind.NotFound, answer.Problem!.Kind);
        }

        Assert.Equal(before, await store.InDb(db => db.Set<AuditEntry>().CountAsync()));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_refused_change_leaves_nothing_behind(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var before = await store.InDb(db => db.Set<AuditEntry>().CountAsync());
        Assert.NotNull((await store.Ask(new ConfirmImport(Guid.Empty))).Problem);
        Assert.Equal(before, await store.InDb(db => db.Set<AuditEntry>().CountAsync()));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Changes_at_the_same_time_neither_fail_nor_double(StoreKind kind)
    {
        await using var store = await Store.Open(kind, cluster);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => store.Do(new PublishProgramme(Store.Qinghe, "together"))));
        Assert.Single((await store.Do(new ListProgrammeVersions())).Versions);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => store.Do(new ImportFigures(Store.QingheFigures))));
        Assert.Equal(1, await store.InDb(db => db.Set<FigureImport>().CountAsync()));
    }
}
