using Lianzhang.Core.Appeals;
using Lianzhang.Platform.Appeals;
using Lianzhang.Platform.Attachments;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests.Attachments;
using Lianzhang.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Tests.Appeals;

/// <summary>Files that come with an appeal, with what is added to it and with its answer.</summary>
public sealed class AppealFileTests(PostgresCluster cluster)
{
    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Files_stand_with_their_step_and_are_seen_by_who_sees_the_appeal(StoreKind kind)
    {
        await using var bench = await Bench.Open(kind, cluster);
        var store = bench.Store;
        var (map, more, answer) = (await Take(store, bench.Clerk, "宗地图.pdf"), await Take(store, bench.Clerk, "红线图.pdf"), await Take(store, bench.Department, "批复.pdf"));
        var id = (await store.Do(new FileAppeal("land", "扩建用地", Bench.Content, Files: [map]), bench.Clerk)).Id;
        await store.Do(new RouteAppeal(id, await bench.Office("demo-department")), bench.Officer);
        await store.Do(new AskBack(id, "请补充红线图"), bench.Department);
        await store.Do(new AnswerBack(id, "见附件", [more]), bench.Clerk);
        await store.Do(new AnswerAppeal(id, "已批复", [answer]), bench.Department);
        var view = await bench.View(id, bench.Clerk);
        Assert.Equal(
            [(AppealStep.File, map), (AppealStep.AnswerBack, more), (AppealStep.Answer, answer)],
            view.Timeline.Where(entry => entry.Files.Count > 0).Select(entry => (entry.Step, Assert.Single(entry.Files).Id)));
        Assert.Equal("宗地图.pdf", (await store.Do(new GetAttachment(map), bench.Department)).Name);
        Assert.Equal("批复.pdf", (await store.Do(new GetAttachment(answer), bench.Clerk)).Name);
        // To the county it is another's, and so are its files.
        Assert.Equal(ProblemKind.NotFound, await bench.Problem(new GetAttachment(map), bench.County));
    }

    [Fact]
    public async Task A_file_that_is_not_ones_own_or_used_already_leaves_the_step_undone()
    {
        await using var bench = await Bench.Open(StoreKind.Sqlite, cluster);
        var store = bench.Store;
        var foreign = await Take(store, bench.Department, "批复.pdf");
        Assert.Equal(ProblemKind.Invalid, await bench.Problem(new FileAppeal("land", "扩建用地", Bench.Content, Files: [foreign]), bench.Clerk));
        Assert.Empty((await store.Do(new ListOwnAppeals(), bench.Clerk)).Appeals);
        var id = await bench.Routed();
        await store.Do(new AnswerAppeal(id, "已批复", [foreign]), bench.Department);
        await store.Do(new RateAppeal(id, AppealRating.Not), bench.Clerk);
        await store.Do(new ReopenAppeal(id, "请另行选址"), bench.Clerk);
        Assert.Equal(ProblemKind.Invalid, await bench.Problem(new AnswerAppeal(id, "已另选", [foreign]), bench.Department));
        Assert.Equal(AppealState.Routed, (await bench.View(id, bench.Clerk)).Line.State);
    }

    private static async Task<Guid> Take(Store store, Caller caller, string name) =>
        (await store.Provider.GetRequiredService<ReceiveFiles>().Take(name, new MemoryStream(Samples.Pdf), caller, TestContext.Current.CancellationToken)).Value!.Id;
}
