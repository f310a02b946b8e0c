using Lianzhang.Core.Values;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Auditing;

/// <summary>Writes the newest entries of the record that fit to Excel, at most <see cref="Most"/>. It goes on record.</summary>
public sealed record ExportAudit(Language Language, string? By = null, string? Permission = null, DateOnly? From = null, DateOnly? To = null) : IRequest<AuditWorkbook>
{
    public const int Most = 10_000;
}

/// <summary>Entries of the record as an Excel file.</summary>
public sealed record AuditWorkbook(string FileName, byte[] Content) : Workbook(FileName, Content);

internal sealed class ExportAuditSlice(FindEntries entries, TimeProvider time) : Slice<ExportAudit, AuditWorkbook>
{
    // What one cell of Excel holds.
    private const int LongestCell = 32_000;

    public override Permission Permission { get; } = new("audit.read", Changes: false, Recorded: true);

    protected override async Task<Answer<AuditWorkbook>> Handle(ExportAudit request, CancellationToken cancel)
    {
        var found = entries.By(new SearchAudit(request.By, request.Permission, request.From, request.To));
        var (total, rows) = (await found.CountAsync(cancel), await entries.Views(found.Take(ExportAudit.Most), cancel));
        var columns = new WorkbookColumns<AuditView>()
            .Whole(("序号", "no."), row => (int)row.Id)
            .Instant(("时间", "when"), row => row.At)
            .Text(("操作人", "who"), 16, row => row.By)
            .Text(("角色", "role"), 28, row => row.Role)
            .Text(("代谁办理", "on behalf of"), 14, row => row.OnBehalfOf)
            .Text(("接口密钥", "API key"), 18, row => row.Key)
            .Text(("事项", "what"), 20, row => PermissionWords.Of(row.Permission))
            .Text(("对象", "subject"), 14, row => row.Subject)
            .Text(("请求", "request"), 36, row => row.Request)
            .Text(("变更", "changes"), 50, row => row.Changes.Length > LongestCell ? $"{row.Changes[..LongestCell]}…" : row.Changes)
            .Text(("来源地址", "from"), 16, row => row.Address)
            .Text(("存证", "sealed"), 8, row => row.IsLinked ? ("已入链", "sealed") : ("待入链", "waiting"));
        Text of = total > ExportAudit.Most ? ($"共 {total} 条，此处为最新 {ExportAudit.Most} 条", $"the newest {ExportAudit.Most} of {total} entries") : ("操作记录", "record of actions");
        var table = new WorkbookTable<AuditView>(("操作记录", "Record of actions"), of, time.Today(), columns, rows);
        return new AuditWorkbook($"record-{table.AsOf:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(table, request.Language));
    }
}
