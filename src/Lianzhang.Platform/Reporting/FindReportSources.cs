using Lianzhang.Core.Reporting;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>Reports of units of a region that are overdue in one round.</summary>
public sealed record OverdueReports(string Form, Core.Values.Period Period, string Region, DateOnly Due, int Units);

/// <summary>What supervision asks of reporting.</summary>
internal sealed class FindReportSources(LianzhangDb db)
{
    /// <summary>The sources of facts that somebody of an organisation accepted.</summary>
    public async Task<IReadOnlySet<string>> AcceptedWithin(Guid organisation, CancellationToken cancel)
    {
        var people = db.Set<Membership>().IgnoreQueryFilters().Where(membership => membership.OrganisationId == organisation).Select(membership => (Guid?)membership.AccountId);
        var versions = await db.Set<ReportVersion>().IgnoreQueryFilters().AsNoTracking()
            .Where(version => version.Outcome == VersionOutcome.Accepted && people.Contains(version.Decider))
            .Select(version => new { version.ReportId, version.Number }).ToListAsync(cancel);
        return versions.Select(version => SourceOf(version.ReportId, version.Number)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>How many reports were not sent by a day on which they were due or before, by form, period and region.</summary>
    public async Task<IReadOnlyList<OverdueReports>> Overdue(DateOnly due, CancellationToken cancel)
    {
        var found = await (
            from report in db.Set<Report>().IgnoreQueryFilters()
            join round in db.Set<ReportRound>() on report.RoundId equals round.Id
            where report.State == ReportState.Open && report.Version == 0 && report.ExemptReason == null && report.Due <= due
            group report by new { round.Form, round.Period, report.Region } into reports
            select new { reports.Key.Form, reports.Key.Period, reports.Key.Region, Due = reports.Min(report => report.Due), Units = reports.Count() }).ToListAsync(cancel);
        return [.. found.Select(one => new OverdueReports(one.Form, PeriodNumber.Read(one.Period), one.Region, one.Due, one.Units))];
    }

    /// <summary>The source under which a version of a report counts.</summary>
    public static string SourceOf(Guid report, int version) => $"report/{report}/{version}";
}
