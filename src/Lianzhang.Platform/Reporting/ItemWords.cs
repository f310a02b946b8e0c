using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Reporting;

/// <summary>The words for what items are, who reports them and how often.</summary>
public static class ItemWords
{
    /// <summary>How values of a longer period follow from those of its months.</summary>
    public static Text OverTime(ItemKind kind) => kind switch
    {
        ItemKind.Flow => ("时期数，各月相加", "adds up over months"),
        ItemKind.Stock => ("时点数，取期末值", "stands at the end of the period"),
        ItemKind.Rate => ("相对数，各期不相加", "belongs to its own period only"),
    };

    /// <summary>The same in a word, for lists.</summary>
    public static Text Kind(ItemKind kind) => kind switch
    {
        ItemKind.Flow => ("时期数", "flow"),
        ItemKind.Stock => ("时点数", "stock"),
        ItemKind.Rate => ("相对数", "rate"),
    };

    /// <summary>How the value of a region follows from those of its parts.</summary>
    public static Text OverRegions(RegionRule rule) => rule switch
    {
        RegionRule.Sum => ("各单位、各地区相加", "adds up over units and regions"),
        RegionRule.Mean => ("取各地区平均，不相加", "is averaged over regions"),
        RegionRule.None => ("不能由各地区汇总", "cannot be gathered from regions"),
    };

    public static Text Of(FormUnits of) => of switch
    {
        FormUnits.Enterprise => ("企业", "enterprises"),
        FormUnits.Park => ("园区", "parks"),
        FormUnits.County => ("县区", "counties"),
    };

    public static Text Of(ItemReporter by) => by switch
    {
        ItemReporter.Enterprise => Of(FormUnits.Enterprise),
        ItemReporter.Park => Of(FormUnits.Park),
        ItemReporter.County => Of(FormUnits.County),
        ItemReporter.Nobody => ("无须填报", "nobody"),
    };

    public static Text Of(FormFrequency frequency) => frequency switch
    {
        FormFrequency.Month => ("每月", "every month"),
        FormFrequency.Quarter => ("每季", "every quarter"),
        FormFrequency.Year => ("每年", "every year"),
    };

    /// <summary>For which months a form asks.</summary>
    public static Text Of(AskedPeriod asks) => asks switch
    {
        AskedPeriod.Period => ("本期", "the period"),
        AskedPeriod.YearToDate => ("年初至本期末", "the year to date"),
    };
}
