using System.ComponentModel;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring.Treating;

/// <summary>
/// Brings what lies beyond two percentiles to them: min(max(x, q(low)), q(high)), with quantiles between values on a straight line (type 7).
/// Never changes the order but makes the outermost equal; missing stays missing. Source: OECD/JRC Handbook (2008), step 5.
/// </summary>
public sealed record Winsorise(
    string Step,
    [property: Description("The share below which values are raised.")] double Low = 0.025,
    [property: Description("The share above which they are lowered.")] double High = 0.975,
    IReadOnlyList<string>? Columns = null) : ColumnStep(Step, Columns)
{
    internal override double?[] Apply(ColumnInput column)
    {
        var present = Statistics.Present(column.Values);
        if (present.Length == 0)
            return [.. column.Values];
        var (low, high) = (Statistics.Quantile(present, Low), Statistics.Quantile(present, High));
        return column.Map(value => Math.Clamp(value, low, high));
    }

    internal override IEnumerable<(string Key, Text Message)> Check(ScoreTree tree)
    {
        if (Low is < 0 or > 1 || High is < 0 or > 1 || Low >= High)
            yield return ("high", ("low 与 high 须在 0 与 1 之间，且 low 小于 high", "low and high lie between 0 and 1, low below high"));
    }
}
