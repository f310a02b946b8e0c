using Lianzhang.Platform.Appeals;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Tests.Appeals;

/// <summary>The invented county with everybody who has to do with appeals: who asks, who routes, who answers.</summary>
internal sealed record Bench(Store Store, Caller Clerk, Caller Officer, Caller Department, Caller County) : IAsyncDisposable
{
    public const string Content = "二期厂房用地 30 亩尚未落实，请协调。";

    public static readonly DateOnly Today = new(2026, 6, 30);

    public static async Task<Bench> Open(StoreKind kind, PostgresCluster cluster)
    {
        var store = await Store.OpenWithQinghe(kind, cluster);
        return new Bench(store, await store.As("clerk"), await store.As("officer"), await store.As("department"), await store.As("county"));
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    public Task<Guid> Office(string code) => Store.InDb(db => db.Set<Organisation>().Where(office => office.Code == code).Select(office => office.Id).SingleAsync());

    public async Task<Guid> File(string title = "扩建用地", Caller? by = null) => (await Store.Do(new FileAppeal("land", title, Content, "13800000000"), by ?? Clerk)).Id;

    /// <summary>An appeal that the department has.</summary>
    public async Task<Guid> Routed(string office = "demo-department", string? urgency = null)
    {
        var id = await File();
        await Store.Do(new RouteAppeal(id, await Office(office), urgency), Officer);
        return id;
    }

    /// <summary>An appeal that the department answered.</summary>
    public async Task<Guid> Answered()
    {
        var id = await Routed();
        await Store.Do(new AnswerAppeal(id, "已安排 30 亩指标。"), Department);
        return id;
    }

    public Task<AppealView> View(Guid id, Caller by) => Store.Do(new GetAppeal(id), by);

    public async Task<ProblemKind?> Problem<TResult>(IRequest<TResult> request, Caller by)
        where TResult : class => (await Store.Ask(request, by)).Problem?.Kind;

    public Task<IReadOnlyList<string>> Steps(Guid id) => Store.InDb<IReadOnlyList<string>>(async db =>
        await db.Set<AppealEvent>().Where(entry => entry.AppealId == id).OrderBy(entry => entry.Id).Select(entry => entry.Step.ToString()).ToListAsync());
}
