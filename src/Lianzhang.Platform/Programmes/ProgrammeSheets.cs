using Lianzhang.Core.Boards;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Programmes;

/// <summary>A region, park or other place with what it lies in.</summary>
internal sealed record ListedPlace(string? Code, Text Name, Text Kind, string? Parent);

/// <summary>The columns of the lists of a programme.</summary>
internal static class ProgrammeSheets
{
    public static WorkbookColumns<Target> Targets(Programme programme) => new WorkbookColumns<Target>()
        .Text(("指标", "indicator"), 34, target => programme.IndicatorOf(target.Indicator).Name)
        .Text(("年份", "year"), 8, target => TargetYear.Of(target.Year, target.EveryYear))
        .Text(("限定", "qualifier"), 9, target => QualifierWords.Of(target.Qualifier))
        .Number(("目标", "target"), target => target.Value)
        .Number(("目标上限", "upper end"), target => target.Upper)
        .Unit(("单位", "unit"), target => target.Unit ?? programme.IndicatorOf(target.Indicator).Unit)
        .Text(("目标内容", "statement"), 28, target => target.Statement)
        .Text(("地区", "region"), 14, target => programme.PlaceName(programme.RegionOf(target)))
        .Text(("责任单位", "owner"), 18, target => programme.OrganisationName(programme.IndicatorOf(target.Indicator).Owner))
        .Number(("基期值", "baseline"), target => target.Baseline?.Value)
        .Period(("基期", "baseline period"), target => target.Baseline?.Period)
        .Text(("出处", "said in"), 36, target => target.Cite.Section);

    public static WorkbookColumns<Measure> Measures(Programme programme) => new WorkbookColumns<Measure>()
        .Text(("工程或机制", "undertaking or mechanism"), 28, measure => programme.Measures.FirstOrDefault(parent => parent.Code == measure.Parent)?.Name)
        .Text(("名称", "name"), 40, measure => measure.Name)
        .Text(("类别", "kind"), 10, measure => Kind(measure.Kind))
        .Text(("责任单位", "owner"), 18, measure => programme.OrganisationName(measure.Owner))
        .Text(("配合单位", "with"), 24, measure => Text.Join([.. (measure.CoOwners ?? []).Select(programme.OrganisationName)]))
        .Text(("服务的指标", "serves"), 30, measure => Text.Join([.. (measure.Serves ?? []).Select(code => programme.IndicatorOf(code).Name)]))
        .Date(("时限", "due"), measure => measure.Deadline)
        .Text(("出处", "said in"), 30, measure => measure.Cite.Section);

    public static WorkbookColumns<Indicator> Indicators(Programme programme) => new WorkbookColumns<Indicator>()
        .Text(("代码", "code"), 24, indicator => indicator.Code)
        .Text(("指标", "indicator"), 34, indicator => indicator.Name)
        .Unit(("单位", "unit"), indicator => indicator.Unit)
        .Text(("责任单位", "owner"), 18, indicator => programme.OrganisationName(indicator.Owner))
        .Text(("公式", "formula"), 36, indicator => indicator.Formula)
        .Text(("口径", "definition"), 46, indicator => indicator.Definition);

    public static WorkbookColumns<Industry> Industries(Programme programme) => new WorkbookColumns<Industry>()
        .Text(("所属产业", "part of"), 24, industry => programme.Industries.FirstOrDefault(parent => parent.Code == industry.Parent)?.Name)
        .Text(("产业或领域", "industry or field"), 28, industry => industry.Name)
        .Text(("整体属于的行业代码（GB/T 4754）", "codes that belong wholly (GB/T 4754)"), 36, industry => string.Join(' ', industry.Gb ?? []))
        .Text(("部分属于的行业代码", "codes that belong in part"), 36, industry => string.Join(' ', industry.GbPartly ?? []))
        .Text(("说明", "note"), 46, industry => industry.Note);

    public static WorkbookColumns<ListedPlace> Places(Programme programme) => new WorkbookColumns<ListedPlace>()
        .Text(("名称", "name"), 30, place => place.Name)
        .Text(("代码", "code"), 14, place => place.Code)
        .Text(("类别", "kind"), 12, place => place.Kind)
        .Text(("上级", "lies in"), 20, place => place.Parent is { } parent ? programme.PlaceName(parent) : null);

    public static IReadOnlyList<ListedPlace> PlacesOf(Programme programme) =>
    [
        .. programme.Regions.Select(region => new ListedPlace(region.Code, region.Name, Kind(region.Kind), region.Parent)),
        // Places have codes of the product's own, which mean nothing elsewhere.
        .. programme.Places.Select(place => new ListedPlace(null, place.Name, Kind(place.Kind), place.Region)),
    ];

    public static WorkbookColumns<Fault> Warnings() => new WorkbookColumns<Fault>()
        .Text(("文件", "file"), 24, warning => warning.At.File)
        .Whole(("行", "line"), warning => warning.At.Line)
        .Text(("内容", "message"), 80, warning => warning.Message);

    private static Text Kind(MeasureKind kind) => kind switch
    {
        MeasureKind.Undertaking => ("重大工程", "undertaking"),
        MeasureKind.Mechanism => ("保障机制", "mechanism"),
        MeasureKind.Task => ("任务", "task"),
    };

    private static Text Kind(RegionKind kind) => kind switch
    {
        RegionKind.Nation => ("国家", "nation"),
        RegionKind.Province => ("省", "province"),
        RegionKind.City => ("市", "city"),
        RegionKind.County => ("县区", "county"),
        RegionKind.Zone => ("功能区", "zone"),
        RegionKind.Town => ("乡镇", "town"),
    };

    private static Text Kind(PlaceKind kind) => kind switch
    {
        PlaceKind.Province => ("省", "province"),
        PlaceKind.NewArea => ("新区", "new area"),
        PlaceKind.Park => ("园区", "park"),
    };
}
