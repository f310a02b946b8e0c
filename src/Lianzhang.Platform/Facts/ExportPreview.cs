using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Facts;

/// <summary>Writes to Excel what an import of an uploaded file would do, every row of it.</summary>
public sealed record ExportPreview(Language Language, Guid Draft) : IRequest<FigureWorkbook>;

internal sealed class ExportPreviewSlice(OwnDrafts drafts, PreviewFile preview, TimeProvider time) : Slice<ExportPreview, FigureWorkbook>
{
    public override Permission Permission { get; } = new("figures.import", Changes: false);

    protected override async Task<Answer<FigureWorkbook>> Handle(ExportPreview request, CancellationToken cancel)
    {
        var uploaded = await drafts.Find(request.Draft, cancel);
        if (!uploaded.Succeeded(out var draft))
            return uploaded.Problem!;
        var previewed = await preview.Preview(draft, cancel);
        if (!previewed.Succeeded(out var found))
            return previewed.Problem!;
        var columns = new WorkbookColumns<ImportRow>()
            .Whole(("行", "row"), row => row.Line)
            .Text(("结果", "outcome"), 10, row => ImportOutcomeWords.Of(row.Outcome))
            .Text(("说明", "remark"), 50, row => row.Remark)
            .Text(("数据项", "item"), 30, row => row.Figure is { } figure ? found.Names[figure.Item] : null)
            .Text(("地区", "place"), 16, row => row.Figure is { } figure ? found.Names[figure.Place] : null)
            .Period(("时期", "period"), row => row.Figure?.Period)
            .Number(("数值", "value"), row => row.Figure?.Quantity.Amount)
            .Unit(("单位", "unit"), row => row.Figure?.Quantity.Unit)
            .Text(("来源", "source"), 42, row => row.Figure?.Source.Title);
        var table = new WorkbookTable<ImportRow>(("导入预览", "Preview of an import"), new Text(draft.FileName), time.Today(), columns, found.Rows);
        return new FigureWorkbook($"preview-{table.AsOf:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(table, request.Language));
    }
}
