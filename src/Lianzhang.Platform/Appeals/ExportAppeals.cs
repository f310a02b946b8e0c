using Lianzhang.Core.Appeals;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Appeals;

/// <summary>A list of appeals as an Excel file.</summary>
public sealed record AppealWorkbook(string FileName, byte[] Content) : Workbook(FileName, Content);

/// <summary>Writes the desk to Excel: what <see cref="ListAppeals"/> pages through.</summary>
public sealed record ExportAppeals(Language Language, AppealFilter Filter = AppealFilter.Open, string? Kind = null) : IRequest<AppealWorkbook>;

/// <summary>Writes what one's own organisations asked to Excel: what <see cref="ListOwnAppeals"/> pages through.</summary>
public sealed record ExportOwnAppeals(Language Language) : IRequest<AppealWorkbook>;

internal sealed class ExportAppealsSlice(AppealBook book, WriteAppeals write, TimeProvider time) : Slice<ExportAppeals, AppealWorkbook>
{
    public override Permission Permission { get; } = new(AppealBook.Answering, Changes: false, Recorded: true);

    protected override async Task<Answer<AppealWorkbook>> Handle(ExportAppeals request, CancellationToken cancel)
    {
        var all = (await book.Desk(cancel)).AsNoTracking().Where(appeal => request.Kind == null || appeal.Kind == request.Kind);
        return await write.Of(ListAppealsSlice.InOrder(ListAppealsSlice.Filtered(all, request.Filter, time.Today())), request.Language, cancel);
    }
}

internal sealed class ExportOwnAppealsSlice(AppealBook book, WriteAppeals write) : Slice<ExportOwnAppeals, AppealWorkbook>
{
    public override Permission Permission { get; } = new(AppealBook.Filing, Changes: false);

    protected override async Task<Answer<AppealWorkbook>> Handle(ExportOwnAppeals request, CancellationToken cancel) =>
        await write.Of((await book.Own(cancel)).AsNoTracking().OrderByDescending(appeal => appeal.FiledAt), request.Language, cancel);
}

/// <summary>Lays appeals out as a sheet.</summary>
internal sealed class WriteAppeals(TimeProvider time)
{
    private const int Most = 10_000;

    public async Task<AppealWorkbook> Of(IQueryable<Appeal> appeals, Language language, CancellationToken cancel)
    {
        var today = time.Today();
        var rows = await appeals.Take(Most).ToListAsync(cancel);
        var columns = new WorkbookColumns<Appeal>()
            .Text(("编号", "number"), 20, row => row.Reference)
            .Text(("类别", "about"), 14, row => new Text(row.KindName, row.KindNameEn))
            .Text(("标题", "title"), 40, row => row.Title)
            .Text(("提出单位", "asked by"), 26, row => row.AskerName)
            .Date(("提出日期", "filed"), row => DayOf(row.FiledAt))
            .Text(("承办单位", "dealt with by"), 26, row => row.HandlerName)
            .Text(("状态", "state"), 14, row => AppealWords.Of(row.State))
            .Date(("办理期限", "due"), row => row.Due ?? row.RouteDue)
            .Text(("是否超期", "overdue"), 10, row => row.Standing.IsOverdue(today) ? ("已超期", "overdue") : ("否", "no"))
            .Text(("评价", "rating"), 12, row => row.Rating is { } rating ? AppealWords.Of(rating) : null)
            .Text(("是否重新办理", "reopened"), 14, row => row.Round > 1 ? ("是", "yes") : ("否", "no"));
        var table = new WorkbookTable<Appeal>(("诉求", "Appeals"), ($"共 {rows.Count} 件", $"{rows.Count} in all"), today, columns, rows);
        return new AppealWorkbook($"appeals-{today:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(table, language));
    }

    private DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, time.LocalTimeZone).Date);
}
