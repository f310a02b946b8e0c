using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>What became of reports that were to be accepted.</summary>
/// <param name="Accepted">How many count now.</param>
/// <param name="Passed">How many went on to the next level.</param>
/// <param name="Values">How many values were taken into the facts.</param>
public sealed record AcceptedReports(int Accepted, int Passed, int Values);

/// <summary>Accepts reports, all of them or none. At the last level they count from now on.</summary>
/// <param name="Ids">The reports.</param>
/// <param name="Seen">The versions that were looked at: a report that was sent anew since then is not decided unseen.</param>
public sealed record AcceptReports(IReadOnlyList<Guid> Ids, IReadOnlyDictionary<Guid, int>? Seen = null) : IRequest<AcceptedReports>
{
    public const int Most = 200;

    public override string ToString() => string.Join(' ', Ids);
}

internal sealed class AcceptReportsSlice(LianzhangDb db, ReviewSteps steps, ReportFillers fillers, Slice<AppendFacts, AppendedFacts> append) : Slice<AcceptReports, AcceptedReports>
{
    public override Permission Permission { get; } = new("reports.review", Changes: true);

    protected override Problem? Validate(AcceptReports request) => request.Ids.Count is >= 1 and <= AcceptReports.Most
        ? null
        : Problem.Invalid(($"请选择 1 至 {AcceptReports.Most} 份报表。", $"Choose 1 to {AcceptReports.Most} reports."));

    protected override async Task<Answer<AcceptedReports>> Handle(AcceptReports request, CancellationToken cancel)
    {
        var (accepted, passed, values) = (0, 0, 0);
        foreach (var id in request.Ids.Distinct())
        {
            var found = await steps.Find(id, request.Seen?.TryGetValue(id, out var seen) == true ? seen : null, cancel);
            if (!found.Succeeded(out var review))
                return found.Problem!;
            if (ReportFlow.Accept(review.Open.Report.Standing, review.Open.Form.Levels.Count, out var refusal) is not { } then)
                return Problem.Conflict(($"{review.Open.Report.Name}：{refusal.Zh}", $"{review.Open.Report.Name}: {refusal.En}"));
            var earlier = review.Open.Report.AcceptedVersion;
            review.Open.Report.Standing = then;
            if (then.State != ReportState.Accepted)
            {
                passed++;
                continue;
            }

            var counted = await Count(review, earlier, cancel);
            if (!counted.Succeeded(out var appended))
                return counted.Problem!;
            (accepted, values) = (accepted + 1, values + appended.Values);
        }

        db.Changes.Named.Add($"accepted {accepted} passed {passed}");
        return new AcceptedReports(accepted, passed, values);
    }

    // The facts are written in the same transaction: what counts is there, or nothing is.
    private async Task<Answer<AppendedFacts>> Count(ReviewedReport review, int earlier, CancellationToken cancel)
    {
        var open = review.Open;
        steps.Decide(review, VersionOutcome.Accepted);
        (open.Report.AcceptedAt, open.Report.CorrectionReason) = (review.Version.DecidedAt, null);
        await fillers.Tell(open.Report, ($"“{open.Form.Name.Zh}”{open.Period.In(Language.Chinese)}已审核通过", $"'{open.Form.Name.In(Language.English)}', {open.Period.In(Language.English)}, was accepted"), cancel);
        var counted = earlier == 0 ? null : await db.Set<ReportVersion>().AsNoTracking().SingleAsync(version => version.ReportId == open.Report.Id && version.Number == earlier, cancel);
        var reports = ReportFacts.InPlaceOf(ReportJson.ReadContent(counted?.Content ?? string.Empty), open.Sheet, ReportJson.ReadContent(review.Version.Content), open.Report.Unit, open.Period);
        return await append.HandleAny(new AppendFacts(FactOrigin.Report, FindReportSources.SourceOf(open.Report.Id, review.Version.Number), $"{open.Form.Name.Zh} {open.Period.In(Language.Chinese)}", reports), cancel);
    }
}
