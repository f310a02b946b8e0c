using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>What a report asks of whoever fills it in.</summary>
public enum ReportTask
{
    /// <summary>It is with the unit.</summary>
    ToDo,

    /// <summary>It was sent and is being reviewed.</summary>
    InReview,

    /// <summary>It counts, or nothing is expected.</summary>
    Done,
}

/// <summary>A report of one's own unit as the list shows it.</summary>
/// <param name="Id">The report.</param>
/// <param name="Form">Code of the form.</param>
/// <param name="Name">Its name.</param>
/// <param name="Number">Its number as it is printed.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="Period">The period.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Due">The last day on which it is on time.</param>
/// <param name="DaysLeft">Days until then, 0 on the day itself, less once it has passed.</param>
/// <param name="Lock">The last day on which it can be sent.</param>
/// <param name="Task">What it asks of whoever fills it in.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reasons">For how many reasons it was sent back; 0 unless it was.</param>
/// <param name="ExemptReason">Why nothing is expected after all.</param>
/// <param name="DraftAt">When something was typed last and not sent.</param>
/// <param name="SubmittedAt">When it was sent last.</param>
/// <param name="AcceptedAt">When it was accepted.</param>
public sealed record OwnReport(
    Guid Id, string Form, Text Name, string Number, int Minutes, Period Period, string Unit, string UnitName, DateOnly Due, int DaysLeft, DateOnly Lock,
    ReportTask Task, ReportState State, int Reasons, string? ExemptReason, DateTimeOffset? DraftAt, DateTimeOffset? SubmittedAt, DateTimeOffset? AcceptedAt)
{
    /// <summary>Whether it can no longer be sent without an extension.</summary>
    public bool IsLocked => Task == ReportTask.ToDo && Lock < Due.AddDays(-DaysLeft);
}

/// <summary>A page of the reports of one's own unit: what is to do by the day when it is due, then what is in review, then what is done, the latest first.</summary>
/// <param name="Reports">Those of the page.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">How many on a page.</param>
/// <param name="Total">How many in all.</param>
/// <param name="ToDo">How many are to do and not locked.</param>
/// <param name="ToDoThisMonth">How many of those are due by the end of this month.</param>
/// <param name="InReview">How many are in review.</param>
/// <param name="Locked">How many were not sent before they were locked.</param>
public sealed record OwnReports(IReadOnlyList<OwnReport> Reports, int Page, int PageSize, int Total, int ToDo, int ToDoThisMonth, int InReview, int Locked);

/// <summary>Lists the reports of the units whose code the caller's organisations have.</summary>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">How many on a page.</param>
public sealed record ListOwnReports(int Page = 1, int PageSize = 50) : IRequest<OwnReports>;

internal sealed class ListOwnReportsSlice(FindOwnReports find, TimeProvider time) : Slice<ListOwnReports, OwnReports>
{
    private const int MostOnPage = 200;

    public override Permission Permission { get; } = new("reports.fill", Changes: false);

    protected override Problem? Validate(ListOwnReports request) => Paging.Check(request.Page, request.PageSize, MostOnPage);

    protected override async Task<Answer<OwnReports>> Handle(ListOwnReports request, CancellationToken cancel)
    {
        var today = time.Today();
        var monthEnd = new DateOnly(today.Year, today.Month, 1).AddMonths(1).AddDays(-1);
        // What is locked cannot be sent any more, and is no work.
        var toDo = await find.ToDo().GroupBy(_ => 1).Select(all => new
        {
            Open = all.Count(report => report.Lock >= today),
            ThisMonth = all.Count(report => report.Lock >= today && report.Due <= monthEnd),
            Locked = all.Count(report => report.Lock < today),
        }).SingleOrDefaultAsync(cancel);
        return new OwnReports(
            await find.Page((request.Page - 1) * request.PageSize, request.PageSize, cancel), request.Page, request.PageSize, await find.All().CountAsync(cancel),
            toDo?.Open ?? 0, toDo?.ThisMonth ?? 0, await find.All().CountAsync(report => report.State == ReportState.Submitted, cancel), toDo?.Locked ?? 0);
    }
}

/// <summary>Finds the reports of one's own unit in the order of the list.</summary>
internal sealed class FindOwnReports(LianzhangDb db, ReportBook book, PublishedProgrammes programmes, TimeProvider time)
{
    public IQueryable<Report> All() => book.Own();

    // A report that is exempt may still be sent, and asks nothing.
    public IQueryable<Report> ToDo() => All().Where(report => report.ExemptReason == null && (report.State == ReportState.Open || report.State == ReportState.Returned || report.State == ReportState.Correcting));

    public async Task<IReadOnlyList<OwnReport>> Page(int skip, int take, CancellationToken cancel)
    {
        var rows = await Ordered().Skip(skip).Take(take).ToListAsync(cancel);
        var returned = rows.Where(row => row.Report.State == ReportState.Returned).Select(row => row.Report.Id).ToList();
        var reasons = await db.Set<ReportVersion>().AsNoTracking().Where(version => returned.Contains(version.ReportId))
            .Select(version => new { version.ReportId, version.Number, version.ReturnReasons }).ToListAsync(cancel);
        var today = time.Today();
        var found = new List<OwnReport>();
        foreach (var (report, round) in rows)
        {
            var form = (await programmes.Find(round.ProgrammeVersion, cancel))!.Programme.FindForm(round.Form)!;
            var why = reasons.FirstOrDefault(version => version.ReportId == report.Id && version.Number == report.Version)?.ReturnReasons;
            found.Add(new OwnReport(
                report.Id, form.Code, form.Name, form.Number, form.Minutes, PeriodNumber.Read(round.Period), report.Unit, report.Name, report.Due, report.Due.DayNumber - today.DayNumber, report.Lock,
                TaskOf(report), report.State, ReportJson.ReadReasons(why).Count, report.ExemptReason, report.Standing.IsWithUnit ? report.DraftAt : null, report.SubmittedAt, report.AcceptedAt));
        }

        return found;
    }

    private static ReportTask TaskOf(Report report) => report.State switch
    {
        ReportState.Submitted => ReportTask.InReview,
        ReportState.Accepted => ReportTask.Done,
        _ => report.ExemptReason is null ? ReportTask.ToDo : ReportTask.Done,
    };

    private IQueryable<OwnRow> Ordered() =>
        from report in All().AsNoTracking()
        join round in db.Set<ReportRound>().AsNoTracking() on report.RoundId equals round.Id
        let rank = report.State == ReportState.Submitted ? 1 : report.State == ReportState.Accepted || report.ExemptReason != null ? 2 : 0
        orderby rank, rank == 0 ? report.Due : DateOnly.MinValue, round.Period descending, round.Form
        select new OwnRow(report, round);
}

/// <summary>A report with its round.</summary>
internal sealed record OwnRow(Report Report, ReportRound Round);
