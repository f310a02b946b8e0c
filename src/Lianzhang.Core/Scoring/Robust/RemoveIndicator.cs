using Lianzhang.Core.Scoring.Weighing;

namespace Lianzhang.Core.Scoring.Robust;

/// <summary>Scores again without an indicator: everything that follows from the others is computed anew, and aggregates with nothing left go too.</summary>
internal static class RemoveIndicator
{
    public static Removal Of(ScoreSpec spec, ScoreTable table, ScoreResult before, string code)
    {
        if (Without(spec, code) is not { } rest || Pipeline.Ranks(rest, table) is not { } after)
            return new Removal(code, MeanShift: null, []);
        var ranks = before.Units.Zip(after, (was, now) => new RankChange(was.Unit, was.Rank, now)).ToList();
        var both = ranks.Where(change => change.From is not null && change.To is not null).ToList();
        return new Removal(code, both.Count == 0 ? null : both.Average(change => Math.Abs(change.To!.Value - change.From!.Value)), [.. ranks.Where(change => change.From != change.To)]);
    }

    private static ScoreSpec? Without(ScoreSpec spec, string code)
    {
        var indicators = spec.Indicators.Where(each => each.Code != code).ToList();
        var aggregates = (spec.Aggregates ?? []).ToList();
        while (aggregates.RemoveAll(each => indicators.TrueForAll(child => child.Parent != each.Code) && aggregates.TrueForAll(child => child.Parent != each.Code)) > 0)
        {
            // Taking the last child of a parent away may leave that one with nothing.
        }

        return indicators.Count == 0 || spec.Score == code ? null : spec with
        {
            Indicators = indicators,
            Aggregates = aggregates,
            Steps = [.. spec.Steps.Select(step => Without(step, spec, code))],
            Robustness = null,
        };
    }

    private static ScoreStep Without(ScoreStep step, ScoreSpec spec, string code)
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
