using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;

namespace Lianzhang.Core.Reporting;

/// <summary>What one unit reported, laid out for formulas.</summary>
public static class OneUnitFacts
{
    private const int YearsBefore = 4;
    private const decimal Scale = 10_000m;

    /// <param name="unit">Code of the unit.</param>
    /// <param name="programme">Its items.</param>
    /// <param name="reports">The reports in the order in which they count.</param>
    public static FactArrays Of(string unit, Programme programme, IReadOnlyList<UnitReport> reports)
    {
        var last = reports.Count == 0 ? 1 + YearsBefore : reports.Max(report => report.Period.Year);
        var facts = new FactArrays([unit], programme.Items.ToDictionary(item => item.Code, item => item.Unit), last - YearsBefore);
        foreach (var (report, value) in reports.SelectMany(report => report.Values, (report, value) => (report, value)))
            facts.Put(0, value.Item, report.Period, new PackedValue(0, value.State, (long)(value.Amount * Scale), value.Flags, value.Reason));
        return facts;
    }
}
