using Lianzhang.Platform.Indicators.Exploring;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests.Indicators.Exploring;

/// <summary>Views are kept by their owners, shared with those who may read boards, and named once.</summary>
public sealed class SaveViewTests(PostgresCluster cluster)
{
    private const string Query = "m=figure.visitors&rows=region&cols=period";

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_view_is_its_owners_until_it_is_shared(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var (leader, officer) = (await store.As("leader"), await store.As("officer"));
        var saved = await store.Do(new SaveView(" 游客 ", $"?{Query}&show=value&m="), leader);
        var own = Assert.Single((await store.Do(new ListViews(), leader)).Views);
        Assert.Equal(("游客", Query, false, true), (own.Name, own.Query, own.Shared, own.Own));
        Assert.Empty((await store.Do(new ListViews(), officer)).Views);

        await store.Do(new ShareView(saved.Id, true), leader);
        var seen = Assert.Single((await store.Do(new Explore(), officer)).Views);
        Assert.Equal((saved.Id, false, leader.Name), (seen.Id, seen.Own, seen.By));
        await store.Do(new ShareView(saved.Id, false), leader);
        Assert.Empty((await store.Do(new ListViews(), officer)).Views);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Nobody_changes_the_view_of_another(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var (leader, officer) = (await store.As("leader"), await store.As("officer"));
        var saved = await store.Do(new SaveView("游客", Query), leader);
        await store.Do(new ShareView(saved.Id, true), leader);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new DeleteView(saved.Id), officer)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ShareView(saved.Id, false), officer)).Problem!.Kind);
        Assert.True(Assert.Single((await store.Do(new ListViews(), officer)).Views).Shared);
        await store.Do(new DeleteView(saved.Id), leader);
        Assert.Empty((await store.Do(new ListViews(), leader)).Views);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new DeleteView(saved.Id), leader)).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_name_is_unique_among_the_owners_own(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var (leader, officer) = (await store.As("leader"), await store.As("officer"));
        await store.Do(new SaveView("游客", Query), leader);
        await store.Do(new SaveView("游客", Query), officer);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new SaveView("游客 ", Query), leader)).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_cannot_be_kept_is_refused(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var leader = await store.As("leader");
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new SaveView(" ", Query), leader)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new SaveView(new string('长', 41), Query), leader)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new SaveView("期间", "by=week"), leader)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new SaveView("过长", $"m=item.{new string('长', 900)}"), leader)).Problem!.Kind);
        Assert.Equal(ProblemKind.SignedOut, (await store.Ask(new SaveView("无人", Query))).Problem!.Kind);
        foreach (var number in Enumerable.Range(1, 100))
            await store.Do(new SaveView($"视图{number}", Query), leader);
        Assert.Contains("100", (await store.Ask(new SaveView("再加", Query), leader)).Problem!.Detail.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_shared_view_of_another_region_is_not_listed(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var (leader, county) = (await store.As("leader"), await store.As("county"));
        foreach (var (name, region) in new[] { ("河东", "990101001"), ("河西", "990101002") })
            await store.Do(new ShareView((await store.Do(new SaveView(name, $"{Query}&region={region}"), leader)).Id, true), leader);
        Assert.Equal(["河东"], (await store.Do(new ListViews(), county)).Views.Select(view => view.Name));
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new SaveView("游客", Query), await store.As("clerk"))).Problem!.Kind);
    }
}
