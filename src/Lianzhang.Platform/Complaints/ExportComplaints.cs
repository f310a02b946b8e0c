using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Complaints;

/// <summary>Complaints as an Excel file.</summary>
public sealed record ComplaintWorkbook(string FileName, byte[] Content) : Workbook(FileName, Content);

/// <summary>Writes complaints to Excel: what <see cref="ListComplaints"/> pages through.</summary>
public sealed record ExportComplaints(Language Language) : IRequest<ComplaintWorkbook>;

internal sealed class ExportComplaintsSlice(LianzhangDb db, TimeProvider time) : Slice<ExportComplaints, ComplaintWorkbook>
{
    private const int Most = 10_000;

    public override Permission Permission { get; } = new("complaints.handle", Changes: false, Recorded: true);

    protected override async Task<Answer<ComplaintWorkbook>> Handle(ExportComplaints request, CancellationToken cancel)
    {
        var today = time.Today();
        var all = await ListComplaintsSlice.InOrder(db.Set<Complaint>().AsNoTracking()).Take(Most).ToListAsync(cancel);
        var columns = new WorkbookColumns<HandledComplaint>()
            .Date(("提出日期", "made"), row => DayOf(row.At))
            .Text(("类别", "about"), 12, row => ComplaintKindWords.Of(row.Kind))
            .Text(("内容", "content"), 60, row => row.Content)
            .Text(("联系方式", "contact"), 20, row => row.Contact)
            .Date(("答复期限", "due"), row => row.Due)
            .Text(("答复", "answer"), 60, row => row.Answer)
            .Text(("答复人", "answered by"), 14, row => row.AnsweredBy)
            .Date(("答复日期", "answered"), row => row.AnsweredAt is { } at ? DayOf(at) : null);
        var table = new WorkbookTable<HandledComplaint>(("投诉建议", "Complaints"), ($"共 {all.Count} 件", $"{all.Count} in all"), today, columns, [.. all.Select(complaint => ListComplaintsSlice.Handled(complaint, today))]);
        return new ComplaintWorkbook($"complaints-{today:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(table, request.Language));
    }

    private DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, time.LocalTimeZone).Date);
}
