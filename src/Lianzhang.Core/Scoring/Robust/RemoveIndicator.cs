namespace Lianzhang.Core.Scoring.Robust;

/// <summary>Scores again without an indicator: everything that follows from the others is computed anew, and aggregates with nothing left go too.</summary>
internal static class RemoveIndicator
{
    public static Removal Of(ScoreSpec spec, ScoreTable table, ScoreResult before, string code)
    {
        if (LeaveOut.Of(spec, code) is not { } rest || Pipeline.Ranks(rest, table) is not { } after)
            return new Removal(code, MeanShift: null, []);
        var ranks = before.Units.Zip(after, (was, now) => new RankChange(was.Unit, was.Rank, now)).ToList();
        var both = ranks.Where(change => change.From is not null && change.To is not null).ToList();
        return new Removal(code, both.Count == 0 ? null : both.Average(change => Math.Abs(change.To!.Value - change.From!.Value)), [.. ranks.Where(change => change.From != change.To)]);
    }
}
