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
}
