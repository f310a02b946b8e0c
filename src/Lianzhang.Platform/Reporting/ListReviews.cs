using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>How much there is to look at in a report that was sent.</summary>
public enum ReviewNeed
{
    /// <summary>Nothing was found in it.</summary>
    Plain,

    /// <summary>Something was found and explained.</summary>
    Explained,

    /// <summary>A value lies outside of what the unit reported before.</summary>
    Outlier,

    /// <summary>A value lies far outside of it.</summary>
    FarOut,
}

/// <summary>A report that waits for a decision.</summary>
/// <param name="Id">The report.</param>
/// <param name="Version">The version that was sent last.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Name">Its name.</param>
/// <param name="Region">Its region.</param>
/// <param name="Form">Name of the form.</param>
/// <param name="Period">The period.</param>
/// <param name="Level">Whose decision it waits for.</param>
/// <param name="SubmittedAt">When it was sent.</param>
/// <param name="Findings">How many findings it has.</param>
/// <param name="Explanations">How many explanations the unit wrote.</param>
/// <param name="Score">How far out it is, in deviations from the unit's own past.</param>
public sealed record ReviewRow(
    Guid Id, int Version, string Unit, string Name, Text Region, Text Form, Period Period, ReviewLevel Level, DateTimeOffset SubmittedAt, int Findings, int Explanations, decimal Score)
{
    private const decimal Far = 10;

    public ReviewNeed Need => this switch
    {
        { Score: >= Far } => ReviewNeed.FarOut,
        { Score: > 0 } => ReviewNeed.Outlier,
        { Findings: > 0 } => ReviewNeed.Explained,
        _ => ReviewNeed.Plain,
    };

    /// <summary>How much there is to look at, in words.</summary>
    public Text NeedWord => ReviewWords.Of(Need);
}

/// <summary>Something that the list can be limited to.</summary>
public sealed record ReviewChoice(string Code, Text Name);

/// <summary>A page of reports in review.</summary>
/// <param name="Reports">Those furthest out first, then those with the most explanations, then the oldest.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Outliers">How many of them have a value outside of what the unit reported before.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">How many on a page.</param>
/// <param name="Forms">The forms that have a report in review.</param>
/// <param name="Regions">The regions that have one that the caller may decide.</param>
public sealed record ReviewList(IReadOnlyList<ReviewRow> Reports, int Total, int Outliers, int Page, int PageSize, IReadOnlyList<ReviewChoice> Forms, IReadOnlyList<ReviewChoice> Regions);

/// <summary>Lists the reports that the caller may decide now.</summary>
public sealed record ListReviews(ReviewQuery Query, int Page = 1, int PageSize = 50) : IRequest<ReviewList>;

internal sealed class ListReviewsSlice(ReviewQueue queue, ReviewRows rows) : Slice<ListReviews, ReviewList>
{
    public override Permission Permission { get; } = new("reports.review", Changes: false);

    protected override Problem? Validate(ListReviews request) => Paging.Check(request.Page, request.PageSize, AcceptReports.Most);

    protected override async Task<Answer<ReviewList>> Handle(ListReviews request, CancellationToken cancel)
    {
        var waiting = await queue.By(request.Query, cancel);
        var all = request.Query == new ReviewQuery() ? waiting : await queue.By(new ReviewQuery(), cancel);
        var rounds = await queue.Rounds(cancel);
        return new ReviewList(
            await rows.Of([.. waiting.Skip((request.Page - 1) * request.PageSize).Take(request.PageSize)], cancel),
            waiting.Count,
            waiting.Count(report => report.Score > 0),
            request.Page,
            request.PageSize,
            [.. all.Select(report => rounds[report.RoundId].Form).DistinctBy(form => form.Code).OrderBy(form => form.Code, StringComparer.Ordinal).Select(form => new ReviewChoice(form.Code, form.Name))],
            [.. all.DistinctBy(report => report.Region).OrderBy(report => report.Region, StringComparer.Ordinal).Select(report => new ReviewChoice(report.Region, rounds[report.RoundId].Programme.PlaceName(report.Region)))]);
    }
}

/// <summary>Reads what a list says of each report in review.</summary>
internal sealed class ReviewRows(LianzhangDb db, ReviewQueue queue)
{
    public async Task<IReadOnlyList<ReviewRow>> Of(IReadOnlyList<QueuedReport> waiting, CancellationToken cancel)
    {
        var rounds = await queue.Rounds(cancel);
        var ids = waiting.Select(report => report.Id).ToList();
        var found = await (
            from report in db.Set<Report>().AsNoTracking()
            join version in db.Set<ReportVersion>().IgnoreQueryFilters() on new { report.Id, report.Version } equals new { Id = version.ReportId, Version = version.Number }
            where ids.Contains(report.Id)
            select new { Report = report, version.Findings }).ToDictionaryAsync(one => one.Report.Id, cancel);
        // In the order of the queue; what was decided in between is left out.
        return [.. waiting.Where(one => found.ContainsKey(one.Id)).Select(one => Row(found[one.Id].Report, one, found[one.Id].Findings, rounds[one.RoundId]))];
    }

    private static ReviewRow Row(Report report, QueuedReport queued, string findings, RoundForm round) => new(
        report.Id, report.Version, report.Unit, report.Name, round.Programme.PlaceName(report.Region), round.Form.Name, round.Period, round.Form.Levels[queued.Level], queued.SubmittedAt,
        ReportJson.ReadFindings(findings).Count, report.Explained, report.Score);
}
