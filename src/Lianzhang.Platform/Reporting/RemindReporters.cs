using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Reporting;

/// <summary>How many reports people were reminded of.</summary>
public sealed record RemindedReports(int Reports, int Notices);

/// <summary>
/// Tells those who fill in when a report is opened, two working days before it is due, and on the working day after that: each
/// person once for all that is to be said at a time, and of each report once at each of these. Of what was sent, and of what is not
/// expected, nobody is told.
/// </summary>
public sealed record RemindReporters : IRequest<RemindedReports>;

internal sealed class RemindReportersSlice(LianzhangDb db, FindReminders find, TellReporters tell, TimeProvider time) : Slice<RemindReporters, RemindedReports>
{
    private static readonly BulkTable Reminders = new("reporting_reminder", "ReportId", "Kind", "At");

    public override Permission Permission { get; } = new("reports.remind", Changes: true, For: Audience.Product);

    protected override async Task<Answer<RemindedReports>> Handle(RemindReporters request, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var people = await find.People(cancel);
        var (reports, notices) = (0, 0);
        foreach (var due in await find.Due(people, cancel))
        {
            notices += await tell.Of(due.Key, [.. due], people, cancel);
            reports += (int)await db.Bulk(Reminders, due.Select(report => new object?[] { report.Id, due.Key, now }), cancel);
        }

        return new RemindedReports(reports, notices);
    }
}
