using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Reporting;


/// <summary>Writes the reports of one's own unit to Excel: those that <see cref="ListOwnReports"/> pages through.</summary>
public sealed record ExportOwnReports(Language Language) : IRequest<ReportingWorkbook>;

internal sealed class ExportOwnReportsSlice(FindOwnReports find, TimeProvider time) : Slice<ExportOwnReports, ReportingWorkbook>
{
    public override Permission Permission { get; } = new("reports.fill", Changes: false);

    protected override async Task<Answer<ReportingWorkbook>> Handle(ExportOwnReports request, CancellationToken cancel)
    {
        var rows = await find.Page(0, int.MaxValue, cancel);
        var columns = new WorkbookColumns<OwnReport>()
            .Text(("报表", "form"), 26, row => row.Name)
            .Text(("表号", "number"), 16, row => row.Number)
            .Period(("报告期", "period"), row => row.Period)
            .Text(("填报单位", "unit"), 30, row => row.UnitName)
            .Text(("状态", "state"), 10, row => row.ExemptReason is null ? ReportStateWords.Of(row.State) : ("免报", "exempt"))
            .Date(("报送期限", "due"), row => row.Due)
            .Text(("报送时间", "sent"), 17, row => Minute(row.SubmittedAt))
            .Text(("通过时间", "accepted"), 17, row => Minute(row.AcceptedAt))
            .Whole(("退回原因数", "reasons"), row => row.Reasons == 0 ? null : row.Reasons)
            .Whole(("填报约需分钟", "minutes"), row => row.Minutes);
        var subject = rows.Count > 0 ? new Text(rows[0].UnitName) : new Text("本单位", "one's own unit");
        var table = new WorkbookTable<OwnReport>(("我的报表", "My reports"), subject, time.Today(), columns, rows);
        return new ReportingWorkbook($"reports-{table.AsOf:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(table, request.Language));
    }

    private static string? Minute(DateTimeOffset? at) => at?.ToLocalTime().ToString("yyyy-MM-dd HH:mm");
}
