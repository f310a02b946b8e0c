using Lianzhang.Core.Inspections;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Inspections;

/// <summary>Visits as an Excel file.</summary>
public sealed record InspectionWorkbook(string FileName, byte[] Content) : Workbook(FileName, Content);

/// <summary>Writes visits to Excel: what <see cref="ListInspections"/> pages through.</summary>
public sealed record ExportInspections(Language Language, InspectionState State = InspectionState.Planned) : IRequest<InspectionWorkbook>;

internal sealed class ExportInspectionsSlice(FindInspections find, TimeProvider time) : Slice<ExportInspections, InspectionWorkbook>
{
    private const int Most = 10_000;

    public override Permission Permission { get; } = new(InspectionBook.Visiting, Changes: false);

    protected override async Task<Answer<InspectionWorkbook>> Handle(ExportInspections request, CancellationToken cancel)
    {
        var today = time.Today();
        var rows = await find.Lines(request.State, 0, Most, cancel);
        var columns = new WorkbookColumns<InspectionLine>()
            .Text(("主题", "theme"), 20, row => row.Theme)
            .Text(("检查对象", "visited"), 34, row => row.UnitName)
            .Text(("代码", "code"), 22, row => row.Unit)
            .Text(("状态", "state"), 10, row => InspectionWords.Of(row.State))
            .Date(("完成期限", "due"), row => row.Due)
            .Date(("完成日期", "finished"), row => row.FinishedOn)
            .Text(("检查人", "by"), 14, row => row.FinishedBy)
            .Text(("问题数", "findings"), 8, row => new Text($"{row.Findings}"));
        var table = new WorkbookTable<InspectionLine>(("专项检查", "Inspections"), ($"共 {rows.Count} 次", $"{rows.Count} in all"), today, columns, [.. rows]);
        return new InspectionWorkbook($"inspections-{today:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(table, request.Language));
    }
}
