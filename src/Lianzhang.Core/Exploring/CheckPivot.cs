using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Exploring;

/// <summary>Finds why a table cannot be made, before anything is computed.</summary>
public static class CheckPivot
{
    public const int MostMeasures = 6;
    public const int MostCells = 3_000;
    private const int MostMonths = 600;

    // Such a line would be one unit.
    private static readonly string[] OfOneUnit = [UnitAttributes.Name, UnitAttributes.MergedInto];

    /// <summary>Every fault; the place of each is the part of the query that it is about.</summary>
    public static IReadOnlyList<Fault> Check(Programme programme, PivotQuery query)
    {
        var unknown = Unknown(programme, query).Concat(Periods(query)).ToList();
        return unknown.Count > 0 ? unknown : [.. Together(programme, query).Concat(Shown(programme, query))];
    }

    internal static Fault TooMany(int cells) => At("rows", $"共 {cells} 格，超过 {MostCells} 格，请缩小范围。", $"{cells} cells are more than {MostCells}; choose less.");

    internal static Fault TooMuch(int units) => At("region", $"共 {units} 家单位，计算量过大，请缩小范围。", $"{units} units make too much work for so many cells; choose less.");

    internal static Fault NoPeriod { get; } = At("from", "所选时段内没有这样的时期。", "No such period ends within these months.");

    // What the programme does not have, such as what a view kept that was made under an earlier version.
    private static IEnumerable<Fault> Unknown(Programme programme, PivotQuery query)
    {
        if (query.Measures.Count == 0)
            yield return At("m", "请选择指标或数据项。", "Choose an indicator or item.");
        if (query.Measures.Count > MostMeasures)
            yield return At("m", $"最多选 {MostMeasures} 个指标或数据项。", $"At most {MostMeasures} measures.");
        foreach (var measure in query.Measures.Where(measure => !PivotNames.Has(programme, measure)))
            yield return At("m", $"现行方案中没有{(measure.Source == PivotSource.Indicator ? "可计算的指标" : "数据项")} {measure.Code}。", $"The programme has no {(measure.Source == PivotSource.Indicator ? "computable indicator" : "item")} {measure.Code}.");
        if (query.Region is { } region && !programme.IsRegion(region))
            yield return At("region", $"方案中没有地区 {region}。", $"The programme has no region {region}.");
        if (query.Industry is { } industry && !programme.Industries.Any(one => one.Code == industry))
            yield return At("industry", $"方案中没有产业 {industry}。", $"The programme has no industry {industry}.");
        foreach (var (key, axis) in new[] { ("rows", query.Rows), ("cols", query.Columns) }.Where(one => !IsAxis(programme, one.Item2)))
            yield return At(key, $"不能按 {axis} 分列。", $"There is no axis {axis}.");
        foreach (var filter in query.Filters.Where(filter => !IsKnown(programme, filter)))
            yield return At("where", $"没有企业范围 {filter}。", $"There are no units {filter}.");
    }

    private static bool IsAxis(Programme programme, string axis) =>
        axis is PivotQuery.OfMeasures or PivotQuery.OfPeriods || (programme.Catalogue.Attributes.ContainsKey(axis) && !OfOneUnit.Contains(axis));

    // An attribute without a list of its own, such as clusters, has what the registers hold.
    private static bool IsKnown(Programme programme, PivotFilter filter) =>
        programme.Catalogue.Attributes.TryGetValue(filter.Attribute, out var attribute) && !OfOneUnit.Contains(filter.Attribute)
        && (attribute.Values.Has(filter.Code) || UnitAttributes.Several.Contains(filter.Attribute));

    private static IEnumerable<Fault> Periods(PivotQuery query)
    {
        if (query is { From: { } from, To: { } to })
        {
            if (from.CompareTo(to) > 0)
                yield return At("from", "起始月份晚于截止月份。", "The first month lies after the last.");
            else if (((to.Year - from.Year) * 12) + to.LastMonth - from.LastMonth >= MostMonths)
                yield return At("from", $"时段超过 {MostMonths / 12} 年。", $"More than {MostMonths / 12} years.");
            else if (query.By is { } kind && PivotPeriods.Between(kind, from, to).Count == 0)
                yield return NoPeriod;
        }

        if (query is { Show: PivotShow.PriorGrowth, By: PeriodKind.YearToDate })
            yield return At("show", "累计数没有环比，请改用同比增速。", "Year-to-date amounts have no period before; use growth on last year.");
    }

    private static IEnumerable<Fault> Together(Programme programme, PivotQuery query)
    {
        if (query.Rows == query.Columns)
            yield return At("cols", "行和列不能相同。", "Rows and columns must differ.");
        if (query.Measures.Count > 1 && !Axes(query).Contains(PivotQuery.OfMeasures))
            yield return At("m", $"{Named(programme, query.Measures).Zh}不能相加，请把“指标”放在行或列。", $"{Named(programme, query.Measures).En} cannot be added; put the measures on the rows or columns.");
        foreach (var measure in query.Measures)
        {
            var name = PivotNames.Of(programme, measure);
            if (measure.Source == PivotSource.Item && !PivotNames.AddsUp(programme, measure))
                yield return At("m", $"“{name.Zh}”不能跨单位相加，请选用以它计算的指标。", $"'{name.In(Language.English)}' does not add up over units; choose an indicator.");
            if (measure.Source != PivotSource.Item && query.SplitsUnits)
                yield return At("m", $"“{name.Zh}”按地区计算或公布，不能再按产业或企业属性分列、筛选。", $"'{name.In(Language.English)}' is known by region, not by industry or attribute of units.");
        }
    }

    private static IEnumerable<Fault> Shown(Programme programme, PivotQuery query)
    {
        var isGrowth = query.Show is PivotShow.YearGrowth or PivotShow.PriorGrowth;
        foreach (var measure in query.Measures.Where(measure => isGrowth && PivotNames.UnitOf(programme, measure).IsRatio))
            yield return At("show", $"“{PivotNames.Of(programme, measure).Zh}”本身是比率，不计算增速；请改用同比增减（百分点）。", $"'{PivotNames.Of(programme, measure).In(Language.English)}' is a ratio; show its change in percentage points.");
        if (query.Show is PivotShow.Share or PivotShow.Rank && query.Rows == PivotQuery.OfMeasures)
            yield return At("show", "行是不同的指标，不构成整体，不能计算占比或位次。", "Rows of different measures have neither shares nor ranks.");
        else if (query.Show == PivotShow.Share && !PivotAxes.MakesUpWhole(query.Rows))
            yield return At("show", $"各行（{PivotNames.Axis(programme, query.Rows).Zh}）相加不等于合计，不能计算占比。", "The rows do not add up to a whole, so that there are no shares.");
        else if (query.Show == PivotShow.Share && query.Measures.Any(measure => !PivotNames.AddsUp(programme, measure)))
            yield return At("show", "所选指标各地区不能相加，不能计算占比。", "What is chosen does not add up over regions, so that there are no shares.");
    }

    private static string[] Axes(PivotQuery query) => [query.Rows, query.Columns];

    private static Text Named(Programme programme, IReadOnlyList<PivotMeasure> measures) =>
        Text.Join([.. measures.Select(measure => (Text)($"{PivotNames.Of(programme, measure).Zh}（{PivotNames.UnitOf(programme, measure)}）", $"{PivotNames.Of(programme, measure).In(Language.English)} ({PivotNames.UnitOf(programme, measure)})"))])!.Value;

    private static Fault At(string part, string zh, string en) => new(new Location(part), (zh, en));
}
