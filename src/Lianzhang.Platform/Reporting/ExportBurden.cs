using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Reporting;

/// <summary>Writes to Excel what <see cref="GetBurden"/> counts: the groups of units, the forms and the months.</summary>
public sealed record ExportBurden(Language Language) : IRequest<ReportingWorkbook>;

internal sealed class ExportBurdenSlice(CountBurden count) : Slice<ExportBurden, ReportingWorkbook>
{
    private static readonly Text Subject = ("填报负担", "the burden of reporting");

    public override Permission Permission { get; } = new("rounds.read", Changes: false);

    protected override async Task<Answer<ReportingWorkbook>> Handle(ExportBurden request, CancellationToken cancel)
    {
        var counted = await count.Now(cancel);
        if (!counted.Succeeded(out var burden))
            return counted.Problem!;
        var content = WriteWorkbook.Of(
            Sheet(("每月填报", "Each month"), burden, kind => kind.Groups, request.Language, new WorkbookColumns<Of<BurdenGroup>>()
                .Text(("填报单位", "units"), 12, row => row.Kind)
                .Text(("须填报表", "forms"), 50, row => Text.Join([.. row.Row.Forms]))
                .Whole(("单位数", "how many"), row => row.Row.Units)
                .Number(("每月填报（项）", "items a month"), row => Rounded(row.Row.ItemsAMonth))
                .Number(("每月用时（分钟）", "minutes a month"), row => Rounded(row.Row.MinutesAMonth))),
            Sheet(("报表", "Forms"), burden, kind => kind.Forms, request.Language, new WorkbookColumns<Of<BurdenForm>>()
                .Text(("填报单位", "units"), 12, row => row.Kind)
                .Text(("报表", "form"), 30, row => row.Row.Name)
                .Text(("表号", "number"), 18, row => row.Row.Number)
                .Text(("频率", "how often"), 10, row => ItemWords.Of(row.Row.Frequency))
                .Whole(("每期填报（项）", "items"), row => row.Row.Items)
                .Whole(("每期用时（分钟）", "minutes"), row => row.Row.Minutes)
                .Whole(("单位数", "units asked"), row => row.Row.Units)),
            Sheet(("近 12 个月", "Last 12 months"), burden, kind => kind.Months, request.Language, new WorkbookColumns<Of<BurdenMonth>>()
                .Text(("填报单位", "units"), 12, row => row.Kind)
                .Period(("月份", "month"), row => row.Row.Month)
                .Whole(("应报（份）", "reports asked"), row => row.Row.Reports)
                .Whole(("单位数", "units asked"), row => row.Row.Units)
                .Whole(("合计用时（分钟）", "minutes in all"), row => row.Row.Minutes)
                .Number(("平均每单位（分钟）", "minutes of a unit"), row => Rounded(row.Row.MinutesAUnit))));
        return new ReportingWorkbook($"burden-{burden.AsOf:yyyy-MM-dd}.xlsx", content);
    }

    private static MadeSheet Sheet<T>(Text title, BurdenView burden, Func<KindBurden, IReadOnlyList<T>> rows, Language language, WorkbookColumns<Of<T>> columns) =>
        WriteWorkbook.Sheet(new WorkbookTable<Of<T>>(title, Subject, burden.AsOf, columns, [.. burden.Kinds.SelectMany(kind => rows(kind).Select(row => new Of<T>(ItemWords.Of(kind.Of), row)))]), language);

    private static decimal? Rounded(decimal? amount) => amount is { } known ? Math.Round(known, 1) : null;

    private sealed record Of<T>(Text Kind, T Row);
}
