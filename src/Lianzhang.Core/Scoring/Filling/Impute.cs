using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Filling;

/// <summary>
/// Fills missing values: x = mean, median or zero; by group with the mean or median of the unit's own group. Values that are there do not
/// change. A column or group without any value stays missing. Without <c>with</c> each indicator says for itself by <c>missing</c>.
/// Source: OECD/JRC Handbook on Constructing Composite Indicators (2008), step 3; COINr Impute (i_mean, i_median, i_mean_grp, i_median_grp).
/// </summary>
public sealed record Impute(
    string Step,
    [property: Description("What missing values are filled with; what each indicator says if left out.")] Fill? With = null,
    IReadOnlyList<string>? Columns = null) : ColumnStep(Step, Columns)
{
    internal override double?[] Apply(ColumnInput column) => (With ?? column.Indicator.Missing) switch
    {
        Fill.None => [.. column.Values],
        Fill.Mean => Put(column, _ => true, Statistics.Mean),
        Fill.Median => Put(column, _ => true, Statistics.Median),
        Fill.GroupMean => ByGroup(column, Statistics.Mean),
        Fill.GroupMedian => ByGroup(column, Statistics.Median),
        Fill.Zero => [.. column.Values.Select(value => (double?)(value ?? 0))],
    };

    private static double?[] Put(ColumnInput column, Func<int, bool> belongs, Func<double[], double> centre)
    {
        var present = Statistics.Present(column.Values.Where((_, row) => belongs(row)));
        double? filling = present.Length == 0 ? null : centre(present);
        return [.. column.Values.Select((value, row) => value ?? (belongs(row) ? filling : null))];
    }

    private static double?[] ByGroup(ColumnInput column, Func<double[], double> centre)
    {
        var groups = column.State.Table.Groups;
        return groups.Distinct().Aggregate(column, (filled, group) => filled with { Values = Put(filled, row => groups[row] == group, centre) }).Values.ToArray();
    }
}
