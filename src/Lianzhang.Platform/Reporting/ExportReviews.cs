using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Reporting;


/// <summary>Writes the reports in review to Excel: those that <see cref="ListReviews"/> pages through.</summary>
public sealed record ExportReviews(Language Language, ReviewQuery Query) : IRequest<ReportingWorkbook>;

internal sealed class ExportReviewsSlice(ReviewQueue queue, ReviewRows rows, TimeProvider time) : Slice<ExportReviews, ReportingWorkbook>
{
    public override Permission Permission { get; } = new("reports.review", Changes: false, Recorded: true);

    protected override async Task<Answer<ReportingWorkbook>> Handle(ExportReviews request, CancellationToken cancel)
    {
        var today = time.Today();
        var waiting = await rows.Of(await queue.By(request.Query, cancel), cancel);
        var table = new WorkbookTable<ReviewRow>(("待审核报表", "Reports in review"), ($"共 {waiting.Count} 份", $"{waiting.Count} reports"), today, Columns(), waiting);
        return new ReportingWorkbook($"reviews-{today:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(table, request.Language));
    }

    private static WorkbookColumns<ReviewRow> Columns() => new WorkbookColumns<ReviewRow>()
        .Text(("单位", "unit"), 30, row => row.Name)
        .Text(("单位代码", "code"), 21, row => row.Unit)
        .Text(("地区", "region"), 12, row => row.Region)
        .Text(("报表", "form"), 30, row => row.Form)
        .Period(("时期", "period"), row => row.Period)
        .Whole(("版本", "version"), row => row.Version)
        .Text(("待审环节", "waits for"), 11, row => ReviewWords.Of(row.Level))
        .Instant(("报送时间", "sent"), row => row.SubmittedAt)
        .Text(("审核提示", "to look at"), 14, row => row.NeedWord)
        .Number(("偏离程度", "deviation"), row => row.Score)
        .Whole(("核查提示", "findings"), row => row.Findings)
        .Whole(("说明", "explanations"), row => row.Explanations);
}
