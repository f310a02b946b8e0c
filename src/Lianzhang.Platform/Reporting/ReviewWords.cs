using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Reporting;

/// <summary>The words of a review.</summary>
public static class ReviewWords
{
    public static Text Of(ReviewNeed need) => need switch
    {
        ReviewNeed.Plain => ("无异常", "nothing found"),
        ReviewNeed.Explained => ("有说明", "explained"),
        ReviewNeed.Outlier => ("偏离往期", "off its past"),
        ReviewNeed.FarOut => ("严重偏离往期", "far off its past"),
    };

    public static Text Of(ReviewLevel level) => level switch
    {
        ReviewLevel.County => ("县区审核", "county"),
        ReviewLevel.City => ("市级审核", "city"),
    };

    public static Text Of(FactFlags flag) => flag switch
    {
        FactFlags.Provisional => ("初步数", "provisional"),
        FactFlags.Estimated => ("估算", "estimated"),
        FactFlags.Revised => ("修订", "revised"),
        FactFlags.BreakInSeries => ("口径有变", "break in series"),
        FactFlags.Confidential => ("不公开", "confidential"),
        _ => (string.Empty, string.Empty),
    };

    public static Text Of(ReportWay way) => way switch
    {
        ReportWay.Page => ("网页填报", "by the page"),
        ReportWay.Workbook => ("Excel 报送", "by a workbook"),
        ReportWay.Api => ("接口报送", "by a program"),
    };

    public static Text Of(VersionOutcome outcome) => outcome switch
    {
        VersionOutcome.InReview => ("审核中", "in review"),
        VersionOutcome.Accepted => ("已通过", "accepted"),
        VersionOutcome.Returned => ("已退回", "sent back"),
        VersionOutcome.Withdrawn => ("已撤回", "taken back"),
    };
}
