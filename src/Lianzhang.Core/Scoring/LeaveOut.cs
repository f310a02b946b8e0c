using Lianzhang.Core.Scoring.Weighing;

namespace Lianzhang.Core.Scoring;

/// <summary>
/// A specification without some of its indicators. Aggregates with nothing left go too; the weights of what is left below a parent are raised in
/// proportion, so that their sum stays.
/// </summary>
internal static class LeaveOut
{
    /// <summary>Without the indicators of which no unit has a value, where that is allowed and something is left to be scored.</summary>
    public static (ScoreSpec Spec, IReadOnlyList<string> LeftOut) Empty(ScoreSpec spec, ScoreTable table)
    {
        string[] empty = [.. spec.Indicators.Where(each => each.Empty == EmptyIndicator.LeaveOut && IsEmpty(each, table)).Select(each => each.Code)];
        var rest = empty.Aggregate((ScoreSpec?)spec, (left, code) => left is null ? null : Of(left, code));
        return empty.Length > 0 && rest is not null && CheckScoreSpec.Check(rest).Faults.Count == 0 ? (rest, empty) : (spec, []);
    }

    /// <summary>Whether the data has the column of an indicator, and no value in it.</summary>
    public static bool IsEmpty(IndicatorSpec indicator, ScoreTable table) => table.Has(indicator.Source) && table.Units.Count > 0 && table[indicator.Source].All(value => value is null);

    /// <summary>Without an indicator; null where nothing would be left.</summary>
    public static ScoreSpec? Of(ScoreSpec spec, string code)
    {
        var (indicators, aggregates) = (spec.Indicators, spec.Aggregates ?? []);
        for (string? gone = code; gone is not null;)
        {
            var (parent, lost) = indicators.Select(each => (each.Code, each.Parent, each.Weight)).Concat(aggregates.Select(each => (each.Code, each.Parent, each.Weight)))
                .Where(each => each.Code == gone).Select(each => (each.Parent, each.Weight ?? 0)).Single();
            indicators = [.. indicators.Where(each => each.Code != gone)];
            aggregates = [.. aggregates.Where(each => each.Code != gone)];
            double?[] left = [.. indicators.Where(each => each.Parent == parent).Select(each => each.Weight), .. aggregates.Where(each => each.Parent == parent).Select(each => each.Weight)];
            gone = left.Length == 0 ? parent : null;
            if (parent is null || left.Sum() is not { } sum || sum == 0)
                continue;
            indicators = [.. indicators.Select(each => each.Parent == parent ? each with { Weight = each.Weight * (sum + lost) / sum } : each)];
            aggregates = [.. aggregates.Select(each => each.Parent == parent ? each with { Weight = each.Weight * (sum + lost) / sum } : each)];
        }

        return indicators.Count == 0 || spec.Score == code ? null : spec with
        {
            Indicators = indicators,
            Aggregates = aggregates,
            Steps = [.. spec.Steps.Select(step => Of(step, spec, code))],
            Robustness = spec.Robustness is not { Alternatives: { } alternatives } tried ? spec.Robustness
                : tried with { Alternatives = [.. alternatives.Select(each => each with { Methods = [.. each.Methods.Select(step => Of(step, spec, code))] })] },
        };
    }

    /// <summary>Where a record of the rest was written, as part of the whole.</summary>
    public static PlaceOf Places(ScoreSpec whole, PlaceOf place) => (record, key) => place(
        record switch
        {
            ScoreSpec => whole,
            IndicatorSpec indicator => whole.Indicators.First(each => each.Code == indicator.Code),
            AggregateSpec aggregate => whole.Aggregates!.First(each => each.Code == aggregate.Code),
            ScoreStep step => NeededColumns.Steps(whole).FirstOrDefault(each => ReferenceEquals(each, step)) ?? NeededColumns.Steps(whole).First(each => each.Step == step.Step),
            _ => record,
        },
        key);

    private static ScoreStep Of(ScoreStep step, ScoreSpec spec, string code)
    {
        switch (step)
        {
            case ColumnStep { Columns: { } columns } column:
                return column with { Columns = [.. columns.Where(each => each != code)] };
            case AhpWeights ahp when spec.Indicators.Any(each => each.Code == code && each.Parent == ahp.Parent):
                var place = new ScoreTree(spec)[ahp.Parent].Children.ToList().IndexOf(code);
                return ahp with { Matrix = [.. ahp.Matrix.Where((_, row) => row != place).Select(row => (IReadOnlyList<double>)[.. row.Where((_, at) => at != place)])] };
            default:
                return step;
        }
    }
}
