using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;
using Lianzhang.Web.Design;
using Lianzhang.Web.Shell;

namespace Lianzhang.Web.Pages.DesignSamples;

/// <summary>Invented figures for the page that shows the parts.</summary>
internal static class SampleFigures
{
    public static IReadOnlyList<Light> Lights { get; } =
    [
        new(Status.Met, Colour.Green, ("已达成", "met")),
        new(Status.OnTrack, Colour.Green, ("进度正常", "on track")),
        new(Status.OnTrack, Colour.Blue, ("提示", "reminder")),
        new(Status.Behind, Colour.Yellow, ("进度滞后", "behind")),
        new(Status.Behind, Colour.Orange, ("预警", "warning")),
        new(Status.Critical, Colour.Red, ("严重滞后", "critical")),
        new(Status.NoData, Colour.Grey, ("缺数据", "no data")),
        new(Status.NoPath, Colour.Grey, ("无基期", "no path")),
    ];

    public static IReadOnlyList<MapTile> Tiles { get; } =
    [
        Tile(2, 1, ("北一县", "North 1"), "96%", Lights[1]),
        Tile(3, 1, ("北二县", "North 2"), "88%", Lights[3]),
        Tile(1, 2, ("西区", "West"), "101%", Lights[0]),
        Tile(2, 2, ("中区", "Centre"), "99%", Lights[1]),
        Tile(3, 2, ("中东区", "Mid-east"), "87%", Lights[3]),
        Tile(4, 2, ("东县", "East"), "104%", Lights[0]),
        Tile(2, 3, ("南一县", "South 1"), "71%", Lights[5]),
        Tile(3, 3, ("南二县", "South 2"), "85%", Lights[3]),
        new(4, 3, ("南三县", "South 3"), null, Colour.Grey, Lights[6].Word),
        Tile(1, 4, ("甲开发区", "Zone A"), "97%", Lights[2]),
        Tile(2, 4, ("乙开发区", "Zone B"), "90%", Lights[4]),
    ];

    public static IReadOnlyList<ChartPoint> Path(Language language) =>
        [Year(2022, 410, language), Year(2023, 500, language), Year(2024, 600, language), Year(2025, 700, language)];

    public static IReadOnlyList<ChartPoint> Actual(Language language) =>
    [
        Year(2022, 410, language),
        Year(2023, 478.5m, language),
        new(Period.Parse("2024-M09-YTD").In(language), new DateOnly(2024, 9, 30), 552, ((Text)("预计", "expected")).In(language)),
        Year(2024, 580.87m, language),
    ];

    public static IReadOnlyList<NavigationGroup> Menu { get; } =
    [
        new(null, [new(("界面部件", "Design"), "/design"), new(("产业", "Industries"), "/industries"), new(("县区", "Regions"), "/regions")]),
        new(("四大工程", "Undertakings"), [new(("产业集群培育", "Cluster cultivation"), "/programme#a"), new(("园区功能提升", "Park upgrading"), "/programme#b")]),
        new(("三项机制", "Mechanisms"), [new(("督查考核", "Supervision and assessment"), "/programme#c")]),
    ];

    private static MapTile Tile(int column, int row, Text name, string value, Light light) => new(column, row, name, value, light.Colour, light.Word, "#menu");

    private static ChartPoint Year(int year, decimal amount, Language language) => new(Period.OfYear(year).In(language), new DateOnly(year, 12, 31), amount);
}
