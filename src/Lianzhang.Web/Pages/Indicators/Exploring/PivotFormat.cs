using Lianzhang.Core.Exploring;
using Lianzhang.Web.Design;

namespace Lianzhang.Web.Pages.Indicators.Exploring;

/// <summary>Amounts of one column as they are read below each other: with the same decimals.</summary>
public static class PivotFormat
{
    private const int Most = 2;

    /// <summary>One decimal for growth and shares, as statistics are published; else as many as the amounts have, two at most.</summary>
    public static int Decimals(PivotShow show, IReadOnlyList<decimal> amounts) => show switch
    {
        PivotShow.YearGrowth or PivotShow.PriorGrowth or PivotShow.Share => 1,
        PivotShow.Rank => 0,
        _ => amounts.Select(amount => Math.Round(amount, Most, MidpointRounding.AwayFromZero)).Select(amount => amount == Math.Round(amount, 0) ? 0 : amount == Math.Round(amount, 1) ? 1 : Most).DefaultIfEmpty().Max(),
    };

    public static string Of(decimal amount, int decimals) =>
        AmountText.Of(amount, decimals);
}
