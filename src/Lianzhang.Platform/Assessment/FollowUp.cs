using Lianzhang.Core.Assessment;
using Lianzhang.Core.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Assessment;

/// <summary>Takes what an assessment found into the next one by the same plan.</summary>
internal sealed class FollowUp(AssessmentBook book)
{
    /// <summary>How somebody came out of the last published assessment before this one; null where there is none.</summary>
    public async Task<EarlierResult?> Of(AssessmentRun run, AssessmentResult? now, string member, CancellationToken cancel)
    {
        if (await book.Runs.AsNoTracking().Where(other => other.Plan == run.Plan && other.Period < run.Period && other.State == AssessmentState.Published).OrderByDescending(other => other.Period).FirstOrDefaultAsync(cancel) is not { } before
            || await book.Figures(before, number: null, cancel) is not { Result: { } then } figures || figures.Sheet.Find(member) is null)
        {
            return null;
        }

        var uses = await book.Uses(before.Id).AsNoTracking().Where(use => use.Member == member && use.State == UseState.Published).OrderBy(use => use.Id).ToListAsync(cancel);
        var was = then.Of(member);
        return new EarlierResult(
            before.Id, before.Of, Ranking.Round(was.Score), was.Rank, [.. uses.Select(use => use.Name)],
            [.. FindWeakPoints.Of(then, member).Select(weak => new FollowedPart(then.NameOf(weak.Code), ValueOf(was, weak.Code), now?.Scores.Units.FirstOrDefault(unit => unit.Unit == member) is { } unit ? ValueOf(unit, weak.Code) : null))]);
    }

    private static double? ValueOf(UnitScore unit, string code) => Ranking.Round(unit.Contributions.FirstOrDefault(part => part.Child == code)?.Value);
}
