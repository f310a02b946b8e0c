using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests.Programmes;

public sealed class ProgrammeVersionTests(PostgresCluster cluster)
{
    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Publishing_the_same_files_again_makes_no_version(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var again = await store.Do(new PublishProgramme(Store.Qinghe, "again"));
        Assert.Equal((1, "first"), (again.Number, again.Note));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_changed_file_makes_the_next_version_and_the_old_one_stays(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        store.Time.Advance(TimeSpan.FromDays(1));
        await store.Do(new PublishProgramme(Changed("value: 60", "value: 61"), "raised"));

        var versions = (await store.Do(new ListProgrammeVersions())).Versions;
        Assert.Equal([2, 1], versions.Select(version => version.Number));
        Assert.Equal(61, Food(await store.Do(new GetProgramme())));
        Assert.Equal(60, Food(await store.Do(new GetProgramme(1))));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Two_versions_are_compared_key_by_key(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await store.Do(new PublishProgramme(Changed("value: 60", "value: 62"), "raised"));
        var change = Assert.Single((await store.Do(new CompareProgrammeVersions(1, 2))).Changes);
        Assert.Equal(("targets", "food_output 2026", ChangeKind.Changed), (change.List, change.Key, change.Kind));
        Assert.Equal(new FieldChange("value", "60", "62"), Assert.Single(change.Fields));
        Assert.Empty((await store.Do(new CompareProgrammeVersions(2, 2))).Changes);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_programme_with_faults_is_not_published_and_every_fault_is_told(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var answer = await store.Ask(new PublishProgramme(Changed("qualifier: range", "qualifier: rnage"), "broken"));
        Assert.Equal(ProblemKind.Invalid, answer.Problem!.Kind);
        Assert.Single(answer.Problem.Faults!);
        Assert.Single((await store.Do(new ListProgrammeVersions())).Versions);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_version_that_is_not_there_is_not_found(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetProgramme(7))).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new CompareProgrammeVersions(1, 7))).Problem!.Kind);
    }

    private static decimal? Food(ProgrammeView programme) =>
        programme.Targets.Single(target => target is { Indicator: "food_output", Year: 2026, Region: null }).Value;

    private static IReadOnlyList<SourceFile> Changed(string sound, string changed) =>
        [.. Store.Qinghe.Select(file => file.Name == "targets.yaml" ? file with { Text = file.Text.Replace(sound, changed, StringComparison.Ordinal) } : file)];
}
