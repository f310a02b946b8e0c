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
        await store.Do(new ListProgrammeVersions(), Store.Visitor);
        var actions = await store.InDb(db => db.Set<ActionRecord>().OrderBy(action => action.Id).ToListAsync());
        Assert.Equal(["programmes.publish", "figures.import"], actions.Select(action => action.Permission));
        Assert.All(actions, action => Assert.Equal(("officer", store.Time.GetUtcNow()), (action.By, action.At)));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_caller_who_may_not_change_is_told_as_if_nothing_were_there(StoreKind kind)
    {
        await using var store = await Store.Open(kind, cluster);
        var answer = await store.Ask(new PublishProgramme(Store.Qinghe, "x"), Store.Visitor);
        Assert.Equal(ProblemKind.NotFound, answer.Problem!.Kind);
        Assert.Empty((await store.Do(new ListProgrammeVersions())).Versions);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_refused_change_leaves_nothing_behind(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var before = await store.InDb(db => db.Set<ActionRecord>().CountAsync());
        Assert.NotNull((await store.Ask(new ConfirmImport(Guid.Empty))).Problem);
        Assert.Equal(before, await store.InDb(db => db.Set<ActionRecord>().CountAsync()));
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
