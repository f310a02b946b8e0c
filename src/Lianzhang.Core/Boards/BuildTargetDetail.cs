using Lianzhang.Core.Facts;
using Lianzhang.Core.Figures;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Boards;

/// <summary>Opens a row of the board down to the figures that made it.</summary>
public static class BuildTargetDetail
{
    public static TargetDetail Build(Programme programme, FigureSet figures, DateOnly asOf, Target target, UnitData? units = null, EvaluatedIndicators? evaluated = null)
    {
        var settled = SettleFigures.Settle(figures.Figures, asOf);
        var series = new IndicatorSeries(programme, new FactTable(settled.Figures, units ?? UnitData.Empty), asOf, evaluated ?? new EvaluatedIndicators());
        var rows = new BuildRow(programme, series, asOf);
        var named = new NameFigure(programme);
        var indicator = programme.IndicatorOf(target.Indicator);
        var unit = target.Unit ?? indicator.Unit;
        var values = unit is null ? [] : series.Of(indicator, programme.RegionOf(target));
        var formula = programme.Formulas.GetValueOrDefault(indicator.Code);
        var items = formula?.Items.ToHashSet() ?? [];
        return new TargetDetail(
            rows.Build(target),
            indicator,
            formula is null ? null : new Text(formula.InWords(programme.NameOfCode, Language.Chinese), formula.InWords(programme.NameOfCode, Language.English)),
            programme.OrganisationName(indicator.Owner),
            unit is null ? null : BuildRow.PathOf(target, indicator, unit),
            [.. values.Select(value => new SeriesPoint(value.Period, BuildRow.Rounded(unit!.FromBase(value.Amount)), BuildRow.FlagOf(value), [.. value.Used.Select(named.Of)]))],
            [.. settled.Conflicts.Where(conflict => items.Contains(conflict.Chosen.Item)).Select(named.Of)],
            target.Verdicts ?? [],
            [.. programme.Measures.Where(measure => measure.Serves?.Contains(indicator.Code) == true)]);
    }
}
