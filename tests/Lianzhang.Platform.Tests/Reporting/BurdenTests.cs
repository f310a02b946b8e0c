using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests.Registers;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Tests.Reporting;

/// <summary>What reporting costs those who report.</summary>
public sealed class BurdenTests(PostgresCluster cluster)
{
    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Units_are_grouped_by_the_forms_that_they_are_asked(StoreKind kind)
    {
        var (opened, _, _, _) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        // A second form, of those with a title alone.
        await store.Do(new PublishProgramme([.. Store.Qinghe.Select(file => file.Name == "forms.yaml" ? file with { Text = file.Text + Second } : file)], "second form"));
        var burden = await store.Do(new GetBurden(), await store.As("leader"));
        Assert.Equal([FormUnits.Enterprise, FormUnits.Park], burden.Kinds.Select(one => one.Of));
        var (firms, parks) = (burden.Kinds[0], burden.Kinds[1]);
        Assert.Equal([("firm_month", 7, 12, 2), ("firm_year", 1, 30, 2)], firms.Forms.Select(form => (form.Code, form.Items, form.Minutes, form.Units)));
        var group = Assert.Single(firms.Groups);
        Assert.Equal((2, 2), (group.Units, group.Forms.Count));
        Assert.Equal((7.08m, 14.5m), (Math.Round(group.ItemsAMonth, 2), group.MinutesAMonth));
        Assert.Equal((2, 14.5m), (firms.Units, firms.MinutesAMonth));
        Assert.Equal((1, Math.Round(10m * 4 / 12, 4)), (parks.Units, Math.Round(parks.MinutesAMonth!.Value, 4)));
        Assert.All(burden.Kinds, one => Assert.Empty(one.Twice));
        // To count the parks makes no units of them.
        Assert.Equal(0, await store.InDb(db => db.Set<RegisteredUnit>().CountAsync(unit => unit.Kind == UnitKind.Park)));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Enterprises_of_different_forms_stand_in_different_groups_and_those_that_are_asked_nothing_in_none(StoreKind kind)
    {
        var (opened, _, _, _) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        await store.Do(new PublishProgramme([.. Store.Qinghe.Select(file => file.Name == "forms.yaml" ? file with { Text = file.Text + Second.Replace("attribute: region, in: \"990101\"", "attribute: region, in: \"990101002\"", StringComparison.Ordinal) } : file)], "second form"));
        await Firms.Add(store, "F3", Firms.Hexi);
        var firms = (await store.Do(new GetBurden())).Kinds[0];
        Assert.Equal([(2, 1), (1, 2)], firms.Groups.Select(group => (group.Units, group.Forms.Count)));
        Assert.Equal((3, Math.Round(((2 * 12) + 14.5m) / 3, 4)), (firms.Units, Math.Round(firms.MinutesAMonth!.Value, 4)));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Months_tell_what_the_rounds_asked_that_took_place(StoreKind kind)
    {
        var (opened, _, _, report) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        await store.Do(new OpenRound("firm_month", Period.OfMonth(2026, 5)));
        var months = await Months(store);
        Assert.Equal((12, Period.OfMonth(2025, 7), Rounds.June), (months.Count, months[0].Month, months[^1].Month));
        Assert.Equal((2, 2, 24), (months[^1].Reports, months[^1].Units, months[^1].Minutes));
        Assert.Equal((2, 12m), (months[^2].Reports, months[^2].MinutesAUnit));
        // Where nothing was asked there is no average, and no zero.
        Assert.Equal((0, null), (months[0].Reports, months[0].MinutesAUnit));

        // Who is exempt bears nothing; a later version of the form changes nothing of what took place.
        await store.Do(new ExemptReport(report, "停产"), await store.As("officer"));
        await store.Do(new PublishProgramme([.. Store.Qinghe.Select(file => file.Name == "forms.yaml" ? file with { Text = file.Text.Replace("minutes: 12", "minutes: 50", StringComparison.Ordinal) } : file)], "more minutes"));
        Assert.Equal(new BurdenMonth(Rounds.June, 1, 1, 12), (await Months(store))[^1]);
        Assert.Equal(50, (await store.Do(new GetBurden())).Kinds[0].Forms[0].Minutes);

        // A year later it is no longer among the last twelve.
        store.Time.SetUtcNow(new DateTimeOffset(2027, 7, 3, 1, 0, 0, TimeSpan.Zero));
        Assert.All(await Months(store), month => Assert.Equal(0, month.Reports));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Each_counts_the_units_within_ones_sight_alone(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        store.Time.SetUtcNow(new DateTimeOffset(2026, 7, 3, 1, 0, 0, TimeSpan.Zero));
        await Firms.Add(store, Rounds.Enterprise);
        await Firms.Add(store, "F3", Firms.Hexi);
        await store.Do(new OpenRound("firm_month", Rounds.June));
        var county = (await store.Do(new GetBurden(), await store.As("county"))).Kinds[0];
        Assert.Equal((1, 1, 1), (county.Units, county.Months[^1].Reports, county.Months[^1].Units));
        var leader = (await store.Do(new GetBurden(), await store.As("leader"))).Kinds[0];
        Assert.Equal((2, 2, 2), (leader.Units, leader.Months[^1].Reports, leader.Months[^1].Units));
        foreach (var who in new[] { "clerk", "chain", "park", "sysadmin" })
        {
            Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetBurden(), await store.As(who))).Problem!.Kind);
            Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ExportBurden(Language.Chinese), await store.As(who))).Problem!.Kind);
        }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_kind_of_unit_of_which_there_is_none_has_no_average(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var firms = (await store.Do(new GetBurden())).Kinds[0];
        Assert.Equal((0, null, null), (firms.Units, firms.ItemsAMonth, firms.MinutesAMonth));
        Assert.Empty(firms.Groups);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_Excel_file_holds_the_groups_the_forms_and_the_months(StoreKind kind)
    {
        var (opened, _, _, _) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        var content = (await store.Do(new ExportBurden(Language.Chinese))).Content;
        using var groups = new Sheet(content, "每月填报");
        Assert.Empty(groups.Faults);
        Assert.Equal(["填报单位", "须填报表", "单位数", "每月填报（项）", "每月用时（分钟）"], groups.Rows[2]);
        Assert.Equal([["企业", "企业生产经营月报", "2", "7", "12"], ["园区", "园区季报", "1", "0.3", "3.3"]], groups.List);
        using var forms = new Sheet(content, "报表");
        Assert.Equal(["企业", "企业生产经营月报", "青禾 01 表", "每月", "7", "12", "2"], forms.List[0]);
        using var months = new Sheet(content, "近 12 个月");
        Assert.Equal((24, "2"), (months.List.Count, months.List[11][2]));
    }

    private static async Task<IReadOnlyList<BurdenMonth>> Months(Store store) => (await store.Do(new GetBurden())).Kinds[0].Months;

    private const string Second = """

          - code: firm_year
            number: 青禾 03 表
            name: 企业年报
            name_en: Yearly report of firms
            version: "2026-1"
            of: enterprise
            frequency: year
            owner: county_stats
            basis: 青禾县统计报表制度（2026 年）
            due_days: 20
            lock_days: 30
            minutes: 30
            who:
              - {code: place, name: 在本县, name_en: in the county, attribute: region, in: "990101"}
            sections:
              - code: main
                name: 一、年度情况
                name_en: The year
                columns: [{code: year, heading: 本年}]
                rows:
                  - {code: "01", name: 接待游客, name_en: Visitors, item: visitors}

        """;
}
