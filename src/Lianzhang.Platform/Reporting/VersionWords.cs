using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Reporting;

/// <summary>The words for how a version came and what became of it.</summary>
public static class VersionWords
{
    public static Text Of(ReportWay way) => way switch
    {
        ReportWay.Page => ("网页填报", "on the page"),
        ReportWay.Workbook => ("Excel 填报", "by Excel"),
        ReportWay.Api => ("接口报送", "by the API"),
    };

    public static Text Of(VersionOutcome outcome) => outcome switch
    {
        VersionOutcome.InReview => ("待审核", "in review"),
        VersionOutcome.Accepted => ("已通过", "accepted"),
        VersionOutcome.Returned => ("已退回", "sent back"),
        VersionOutcome.Withdrawn => ("已撤回", "taken back"),
    };
}
