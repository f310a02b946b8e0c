using Lianzhang.Core.Programmes;
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

/// <summary>Sends a report back to its unit, with a reason for each cell that is in doubt, or one for the whole under an empty key.</summary>
/// <param name="Id">The report.</param>
/// <param name="Reasons">The reasons.</param>
/// <param name="Seen">The version that was looked at.</param>
public sealed record ReturnReport(Guid Id, IReadOnlyDictionary<string, string> Reasons, int? Seen = null) : IRequest<Done>
{
    public override string ToString() => $"{Id}: {string.Join(' ', Reasons.Keys)}";
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
        await fillers.Tell(open, ($"“{open.Form.Name.Zh}”{open.Period.In(Language.Chinese)}已审核通过", $"'{open.Form.Name.In(Language.English)}', {open.Period.In(Language.English)}, was accepted"), cancel);
        var counted = earlier == 0 ? null : await db.Set<ReportVersion>().AsNoTracking().SingleAsync(version => version.ReportId == open.Report.Id && version.Number == earlier, cancel);
        var reports = ReportFacts.InPlaceOf(ReportJson.ReadContent(counted?.Content ?? string.Empty), open.Sheet, ReportJson.ReadContent(review.Version.Content), open.Report.Unit, open.Period);
        return await append.HandleAny(new AppendFacts(FactOrigin.Report, $"report/{open.Report.Id}/{review.Version.Number}", $"{open.Form.Name.Zh} {open.Period.In(Language.Chinese)}", reports), cancel);
    }
}

internal sealed class ReturnReportSlice(ReviewSteps steps, ReportFillers fillers) : Slice<ReturnReport, Done>
{
    private const int LongestReason = 300;

    public override Permission Permission { get; } = new("reports.review", Changes: true);

    protected override Problem? Validate(ReturnReport request) => request.Reasons.Count > 0 && request.Reasons.Values.All(reason => reason.Trim().Length is >= 1 and <= LongestReason)
        ? null
        : Problem.Invalid(($"退回须写明原因，每处 {LongestReason} 字以内。", $"Say why it is sent back, each reason in up to {LongestReason} characters."));

    protected override async Task<Answer<Done>> Handle(ReturnReport request, CancellationToken cancel)
    {
        var found = await steps.Find(request.Id, request.Seen, cancel);
        if (!found.Succeeded(out var review))
            return found.Problem!;
        if (ReportFlow.Return(review.Open.Report.Standing, out var refusal) is not { } then)
            return Problem.Conflict(refusal);
        if (request.Reasons.Keys.FirstOrDefault(key => key.Length > 0 && review.Open.Sheet.Find(key) is null) is { } unknown)
            return Problem.Invalid(($"本表没有单元格 {unknown}。", $"The form has no cell {unknown}."));
        review.Version.ReturnReasons = ReportJson.Write(request.Reasons);
        steps.Decide(review, VersionOutcome.Returned);
        review.Open.Report.Standing = then;
        var (form, period, cells) = (review.Open.Form.Name, review.Open.Period, request.Reasons.Keys.Count(key => key.Length > 0));
        await fillers.Tell(
            review.Open,
            ($"“{form.Zh}”{period.In(Language.Chinese)}被退回{(cells == 0 ? string.Empty : $"，{cells} 处需核实")}", $"'{form.In(Language.English)}', {period.In(Language.English)}, was sent back{(cells == 0 ? string.Empty : $", {cells} cells in doubt")}"),
            cancel);
        return Done.It;
    }
}

/// <summary>A report in review with the version that was sent last.</summary>
internal sealed record ReviewedReport(OpenReport Open, ReportVersion Version);

/// <summary>What every decision about a report has in common.</summary>
internal sealed class ReviewSteps(LianzhangDb db, ReportBook book, CurrentCaller caller, TimeProvider time)
{
    /// <param name="id">The report.</param>
    /// <param name="seen">The version that was looked at; null where that is not said.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<Answer<ReviewedReport>> Find(Guid id, int? seen, CancellationToken cancel)
    {
        if (await book.Find(id, cancel) is not { Report.Version: > 0 } open)
            return ReportBook.NoReport;
        if (seen is { } number && number != open.Report.Version)
            return Problem.Conflict(($"{open.Report.Name}：已重新报送第 {open.Report.Version} 版，请查看后再审核。", $"{open.Report.Name}: version {open.Report.Version} was sent since; look at it first."));
        var version = await db.Set<ReportVersion>().SingleAsync(version => version.ReportId == id && version.Number == open.Report.Version, cancel);
        if (version.Account == caller.Account)
            return Problem.Invalid(("自己报送的报表由他人审核。", "Whoever sent a report does not review it."));
        // A level of the city is decided by those who see the whole city.
        if (open.Report.State == ReportState.Submitted && open.Form.Levels[open.Report.Level] == ReviewLevel.City && !db.Sight.IsUnlimited)
            return Problem.Conflict(($"{open.Report.Name}：本报表已由县区审核，待市级审核。", $"{open.Report.Name}: it awaits the city's review."));
        return new ReviewedReport(open, version);
    }

    public void Decide(ReviewedReport review, VersionOutcome outcome) =>
        (review.Version.Outcome, review.Version.DecidedAt, review.Version.DecidedBy) = (outcome, time.GetUtcNow(), caller.Caller.Name);
}
