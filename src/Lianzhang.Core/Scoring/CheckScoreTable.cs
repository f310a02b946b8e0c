using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring;

/// <summary>Finds what a table lacks of what a specification takes from it.</summary>
internal static class CheckScoreTable
{
    public static IEnumerable<Fault> Check(ScoreSpec spec, ScoreTable table, PlaceOf place)
    {
        if (table.Units.Count == 0)
            yield return new Fault(place(spec, "unit"), ("数据中没有单位", "the data has no units"));
        foreach (var (column, record, key) in NeededColumns.Named(spec).DistinctBy(named => named.Column).Where(named => !table.Has(named.Column)))
        {
            var hint = Nearest.Hint(column, table.Columns.Select(each => each.Code));
            yield return new Fault(place(record, key), ($"数据中没有列 {column}{hint.Zh}", $"the data has no column {column}{hint.En}"));
        }

        foreach (var unit in table.Units.GroupBy(unit => unit, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key))
            yield return new Fault(place(spec, "unit"), ($"单位 {unit} 重复", $"the unit {unit} is there twice"));
        foreach (var indicator in spec.Indicators.Where(each => LeaveOut.IsEmpty(each, table)))
            yield return new Fault(place(indicator, "code"), ($"指标 {indicator.Name?.Zh ?? indicator.Code} 没有任何数据", $"the indicator {indicator.Name?.In(Language.English) ?? indicator.Code} has no value at all"));
        foreach (var column in table.Columns.Where(column => column.Values.Any(value => value is { } there && !double.IsFinite(there))))
            yield return new Fault(place(spec, "unit"), ($"列 {column.Code} 有不是有限数的值", $"the column {column.Code} has a value that is not a finite number"));
    }
}
