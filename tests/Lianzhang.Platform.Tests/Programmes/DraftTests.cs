using System.IO.Compression;
using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests.Programmes;

/// <summary>A changed programme waits until it is published or given up.</summary>
public sealed class DraftTests(PostgresCluster cluster)
{
    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_left_out_stays_as_it_is_in_force(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var officer = await store.As("officer");
        var draft = await store.Do(new DraftProgramme([Targets("value: 61")], " 调高 "), officer);
        Assert.True(draft is { Number: 2, Note: "调高", IsNext: true });
        Assert.Equal([draft], (await store.Do(new ListProgrammeDrafts(), officer)).Drafts);

        var published = await store.Do(new PublishDraft(draft.Id), officer);
        Assert.Equal((2, "调高"), (published.Number, published.Note));
        var change = Assert.Single((await store.Do(new CompareProgrammeVersions(1, 2))).Changes);
        Assert.Equal(("targets", new FieldChange("value", "60", "61")), (change.List, Assert.Single(change.Fields)));
        Assert.Empty((await store.Do(new ListProgrammeDrafts(), officer)).Drafts);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new PublishDraft(draft.Id), officer)).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_draft_is_not_published_over_a_change_that_came_later(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var officer = await store.As("officer");
        var (first, second) = (await store.Do(new DraftProgramme([Targets("value: 61")], "一"), officer), await store.Do(new DraftProgramme([Targets("value: 62")], "二"), officer));
        await store.Do(new PublishDraft(second.Id), officer);

        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new PublishDraft(first.Id), officer)).Problem!.Kind);
        Assert.False(Assert.Single((await store.Do(new ListProgrammeDrafts(), officer)).Drafts).IsNext);
        Assert.False((await store.Do(new PreviewDefinitions(first.Id), officer)).Draft.IsNext);
        await store.Do(new DropDraft(first.Id), officer);
        Assert.Empty((await store.Do(new ListProgrammeDrafts(), officer)).Drafts);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new DropDraft(first.Id), officer)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new PreviewDefinitions(first.Id), officer)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ExportDefinitionPreview(Core.Values.Language.Chinese, first.Id), officer)).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_cannot_become_a_version_is_refused_with_the_reason(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        Assert.Contains("请选择方案文件", await Refused(store, []), StringComparison.Ordinal);
        Assert.Contains("请选择方案文件", await Refused(store, [new SourceFile("notes.txt", "x")]), StringComparison.Ordinal);
        Assert.Contains("只能选择一次", await Refused(store, [Targets("value: 61"), Targets("value: 62")]), StringComparison.Ordinal);
        Assert.Contains("调整说明", await Refused(store, [Targets("value: 61")], " "), StringComparison.Ordinal);
        Assert.Contains("相同", await Refused(store, [Targets("value: 60")]), StringComparison.Ordinal);
        var head = Store.Qinghe.Single(file => file.Name == "programme.yaml");
        Assert.Contains("代码", await Refused(store, [head with { Text = head.Text.Replace("code: qinghe_crafts", "code: other", StringComparison.Ordinal) }]), StringComparison.Ordinal);
        var faulty = await store.Ask(new DraftProgramme([Targets("value: sixty")], "x"), await store.As("officer"));
        Assert.Equal(("targets.yaml", ProblemKind.Invalid), (faulty.Problem!.Faults![0].At.File.TrimStart('/'), faulty.Problem.Kind));
        Assert.Empty((await store.Do(new ListProgrammeDrafts(), await store.As("officer"))).Drafts);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_draft_that_nobody_decides_on_goes_after_a_month(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var officer = await store.As("officer");
        await store.Do(new DraftProgramme([Targets("value: 61")], "旧"), officer);
        store.Time.Advance(TimeSpan.FromDays(31));
        await store.Do(new DraftProgramme([Targets("value: 62")], "新"), officer);
        Assert.Equal("新", Assert.Single((await store.Do(new ListProgrammeDrafts(), officer)).Drafts).Note);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Without_a_programme_there_is_nothing_to_change(StoreKind kind)
    {
        await using var store = await Store.Open(kind, cluster);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new DraftProgramme([Targets("value: 61")], "x"))).Problem!.Kind);
        Assert.Empty((await store.Do(new ListProgrammeDrafts())).Drafts);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new PublishDraft(Guid.Empty))).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new PreviewDefinitions(Guid.Empty))).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new PackProgrammeFiles())).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_files_in_force_come_back_as_they_were_published(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var packed = await store.Do(new PackProgrammeFiles(), await store.As("leader"));
        await using var archive = new ZipArchive(new MemoryStream(packed.Content));
        Assert.Equal("qinghe_crafts-1.zip", packed.FileName);
        Assert.Equal(Store.Qinghe.Select(file => file.Name).Order(StringComparer.Ordinal), archive.Entries.Select(entry => entry.Name));
        foreach (var entry in archive.Entries)
        {
            using var text = new StreamReader(await entry.OpenAsync(TestContext.Current.CancellationToken));
            Assert.Equal(Store.Qinghe.Single(file => file.Name == entry.Name).Text, await text.ReadToEndAsync(TestContext.Current.CancellationToken));
        }
    }

    private static async Task<string> Refused(Store store, IReadOnlyList<SourceFile> files, string note = "x")
    {
        var problem = (await store.Ask(new DraftProgramme(files, note), await store.As("officer"))).Problem!;
        Assert.Equal(ProblemKind.Invalid, problem.Kind);
        return problem.Detail.Zh;
    }

    private static SourceFile Targets(string value)
    {
        var file = Store.Qinghe.Single(file => file.Name == "targets.yaml");
        return file with { Text = file.Text.Replace("value: 60", value, StringComparison.Ordinal) };
    }
}
