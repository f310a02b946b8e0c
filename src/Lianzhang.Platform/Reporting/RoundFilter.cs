using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Reporting;

/// <summary>Which reports of a round are asked for.</summary>
public enum RoundFilter
{
    All,

    /// <summary>Not received, due or not.</summary>
    NotReceived,

    /// <summary>Not received though they were due.</summary>
    Missing,
    Received,
    OnTime,
    Late,
    InReview,
    Returned,
    Accepted,
    Exempt,
}

/// <summary>The words for filters of reports.</summary>
public static class RoundWords
{
    public static Text Of(RoundFilter filter) => filter switch
    {
        RoundFilter.All => ("全部", "all"),
        RoundFilter.NotReceived => ("未报", "not received"),
        RoundFilter.Missing => ("逾期未报", "missing"),
        RoundFilter.Received => ("已报", "received"),
        RoundFilter.OnTime => ("按时", "on time"),
        RoundFilter.Late => ("迟报", "late"),
        RoundFilter.InReview => ("待审核", "in review"),
        RoundFilter.Returned => ("已退回", "sent back"),
        RoundFilter.Accepted => ("已通过", "accepted"),
        RoundFilter.Exempt => ("免报", "exempt"),
    };
}

/// <summary>What the filters mean in the store.</summary>
internal static class RoundFilters
{
    public static IQueryable<Report> With(this IQueryable<Report> reports, RoundFilter filter, DateOnly today)
    {
        var expected = reports.Where(report => report.ExemptReason == null);
        return filter switch
        {
            RoundFilter.All => reports,
            RoundFilter.NotReceived => expected.Where(report => report.State == ReportState.Open),
            RoundFilter.Missing => expected.Where(report => report.State == ReportState.Open && report.Due < today),
            RoundFilter.Received => expected.Where(report => report.State != ReportState.Open),
            RoundFilter.OnTime => expected.Where(report => report.State != ReportState.Open && report.FirstSubmittedOn <= report.Due),
            RoundFilter.Late => expected.Where(report => report.State != ReportState.Open && report.FirstSubmittedOn > report.Due),
            RoundFilter.InReview => expected.Where(report => report.State == ReportState.Submitted),
            RoundFilter.Returned => expected.Where(report => report.State == ReportState.Returned),
            RoundFilter.Accepted => expected.Where(report => report.AcceptedVersion > 0),
            RoundFilter.Exempt => reports.Where(report => report.ExemptReason != null),
        };
    }
}
