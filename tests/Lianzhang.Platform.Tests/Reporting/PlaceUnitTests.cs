using Lianzhang.Core.Boards;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Tests.Registers;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Tests.Reporting;

/// <summary>Parks and counties that report for themselves.</summary>
public sealed class PlaceUnitTests(PostgresCluster cluster)
{
    private static readonly Period FirstQuarter = Period.OfQuarter(2026, 1);

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_round_of_parks_asks_each_park_and_makes_it_a_unit_once(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        Assert.Equal((1, false), Told(await store.Do(new OpenRound("park_quarter", FirstQuarter))));
        Assert.Equal((1, true), Told(await store.Do(new OpenRound("park_quarter", FirstQuarter))));
        Assert.Equal((1, false), Told(await store.Do(new OpenRound("park_quarter", Period.OfQuarter(2025, 4)))));
        var unit = await store.InDb(db => db.Set<RegisteredUnit>().SingleAsync());
        Assert.Equal((UnitKind.Park, "green_park", "青禾绿色食品产业园", "990101001"), (unit.Kind, unit.Code, unit.Name, unit.Region));
        Assert.Equal(new DateOnly(2024, 1, 1), await store.InDb(db => db.Set<UnitAttributeValue>().Where(value => value.Attribute == "region").Select(value => value.From).SingleAsync()));
        Assert.Equal(0, (await store.Do(new ListEnterprises(new EnterpriseFilter()))).Total);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_round_of_counties_asks_the_counties_and_zones_that_were_there(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await store.Do(new PublishProgramme([.. Store.Qinghe.Select(file => file.Name switch
        {
            "targets.yaml" => file with { Text = string.Join('\n', file.Text.Split('\n').Where(line => !line.Contains("region: \"99010100", StringComparison.Ordinal))) },
            "forms.yaml" => file with { Text = file.Text.Replace("of: park", "of: county", StringComparison.Ordinal) },
            "regions.yaml" => file with { Text = file.Text.Replace("name_en: Qinghe county, kind: county", "name_en: Qinghe county, kind: city", StringComparison.Ordinal).Replace("kind: town, parent: \"990101\", code_system: invented, tile: {column: 2", "kind: zone, parent: \"990101\", code_system: invented, tile: {column: 2", StringComparison.Ordinal).Replace("name: 河西镇, name_en: Hexi town, kind: town,", "name: 河西区, name_en: Hexi, kind: county, to: 2025-12-31,", StringComparison.Ordinal) },
            _ => file,
        })], "counties"));
        Assert.Equal((1, false), Told(await store.Do(new OpenRound("park_quarter", FirstQuarter))));
        Assert.Equal((2, false), Told(await store.Do(new OpenRound("park_quarter", Period.OfQuarter(2025, 4)))));
        Assert.Equal(["990101001", "990101002"], await store.InDb(db => db.Set<RegisteredUnit>().Where(unit => unit.Kind == UnitKind.Region && unit.Code == unit.Region).Select(unit => unit.Code).Order().ToListAsync()));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task No_board_and_no_list_of_enterprises_changes_when_parks_are_asked(StoreKind kind)
    {
        await using var store = await MadeUpCity.OpenAsync(kind, cluster, MadeUpCity.Of());
        var (before, enterprises) = (await store.Do(new GetBoard()), (await store.Do(new ListEnterprises(new EnterpriseFilter()))).Total);
        var counts = (await store.Do(new CountEnterprises(new EnterpriseFilter()))).ByRegion;
        Assert.Equal(3, (await store.Do(new OpenRound("park_quarterly", FirstQuarter))).Units);
        Assert.Equal(11, (await store.Do(new OpenRound("county_monthly", Period.OfMonth(2026, 5)))).Units);
        var after = await store.Do(new GetBoard());
        Assert.NotSame(before, after);
        Assert.Equal(before.Targets.Select(Judged), after.Targets.Select(Judged));
        Assert.Equal(enterprises, (await store.Do(new ListEnterprises(new EnterpriseFilter()))).Total);
        Assert.Equal(counts, (await store.Do(new CountEnterprises(new EnterpriseFilter()))).ByRegion);
    }

    private static (int, bool) Told(OpenedRound round) => (round.Units, round.WasOpen);

    private static (string, int?, Status, decimal?, Period?) Judged(BoardRow row) => (row.Indicator, row.Year, row.Status, row.Actual?.Value, row.Actual?.Period);
}
