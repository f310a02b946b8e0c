using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Tests.Indicators;

public sealed class TargetHistoryTests(PostgresCluster cluster)
{
    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_target_that_was_published_once_has_one_version_and_no_change(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var version = Assert.Single((await store.Do(new GetTargetHistory("food_output", 2026), await store.As("leader"))).Versions);
        Assert.Equal((1, 60m, "亿元", 40m), (version.Number, version.Target!.Value, version.Target.Unit!.Symbol, version.Baseline!.Value));
        Assert.Empty(version.Changes);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Each_version_says_in_what_it_differs_from_the_one_before(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        store.Time.Advance(TimeSpan.FromDays(30));
        await Publish(store, "targets.yaml", "value: 60", "value: 62");
        await Publish(store, "lights.yaml", "at_least: 10", "at_least: 12");
        await Publish(store, "calendar.yaml", "元旦", "元旦节");

        var versions = (await store.Do(new GetTargetHistory("food_output", 2026))).Versions;
        Assert.Equal([1, 2, 3, 4], versions.Select(version => version.Number));
        Assert.Equal(TimeSpan.FromDays(30), versions[1].RecordedAt - versions[0].RecordedAt);
        // Each is published from the files of the first, so that the third version takes back what the second changed.
        Assert.Equal([60m, 62m, 60m, 60m], versions.Select(version => version.Target!.Value));
        Assert.Equal(new TargetChange(TargetPart.Target, new FieldChange("value", "60", "62")), Assert.Single(versions[1].Changes));
        Assert.Equal([(TargetPart.Target, "value"), (TargetPart.Lights, "rules")], versions[2].Changes.Select(change => (change.Part, change.Field.Field)));
        Assert.Equal((TargetPart.Lights, "rules"), (Assert.Single(versions[3].Changes).Part, versions[3].Changes[0].Field.Field));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_target_that_a_version_did_not_have_is_absent_there(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await Publish(store, "targets.yaml", "{indicator: cold_storage, year: 2026", "{indicator: cold_storage, year: 2025");
        var kept = (await store.Do(new GetTargetHistory("cold_storage", 2026))).Versions;
        Assert.Equal([12m, null], kept.Select(version => version.Target?.Value));
        Assert.Contains(kept[1].Changes, change => change.Field == new FieldChange("value", "12", null));
        var moved = (await store.Do(new GetTargetHistory("cold_storage", 2025))).Versions;
        Assert.Equal([null, 12m], moved.Select(version => version.Target?.Value));
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetTargetHistory("cold_storage", 2031))).Problem!.Kind);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_target_of_a_region_is_its_own(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        Assert.Equal(38, (await store.Do(new GetTargetHistory("food_output", 2026, "990101001"))).Versions[0].Target!.Value);
        Assert.Equal(60, (await store.Do(new GetTargetHistory("food_output", 2026, "990101"))).Versions[0].Target!.Value);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_version_that_is_no_longer_read_is_told_and_passed_over(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await Publish(store, "targets.yaml", "value: 60", "value: 61");
        await Publish(store, "targets.yaml", "value: 60", "value: 62");
        // As a version would be whose format a later product has given up.
        await store.InDb(db => db.Set<ProgrammeVersion>().Where(version => version.Number == 2).ExecuteUpdateAsync(set => set.SetProperty(version => version.Files, "{}")));

        var versions = (await store.Do(new GetTargetHistory("food_output", 2026))).Versions;
        Assert.Equal([true, false, true], versions.Select(version => version.IsReadable));
        Assert.Equal(new FieldChange("value", "60", "62"), Assert.Single(versions[2].Changes).Field);
    }

    private static Task<ProgrammeVersionView> Publish(Store store, string file, string sound, string changed) =>
        store.Do(new PublishProgramme([.. Store.Qinghe.Select(each => each.Name == file ? each with { Text = each.Text.Replace(sound, changed, StringComparison.Ordinal) } : each)], "changed"));
}
