using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Facts;

/// <summary>Writes every recorded version of the figures of some items to Excel: what <see cref="ListFigureVersions"/> lists.</summary>
public sealed record ExportFigureVersions(Language Language, IReadOnlyList<string> Items, string? Place = null) : IRequest<FigureWorkbook>;

internal sealed class ExportFigureVersionsSlice(Slice<ListFigureVersions, FigureHistories> list, TimeProvider time) : Slice<ExportFigureVersions, FigureWorkbook>
{
    public override Permission Permission { get; } = new("figures.read", Changes: false);

    protected override Problem? Validate(ExportFigureVersions request) => list.ValidateAny(new ListFigureVersions(request.Items, request.Place));

    protected override async Task<Answer<FigureWorkbook>> Handle(ExportFigureVersions request, CancellationToken cancel)
    {
        var listed = await list.HandleAny(new ListFigureVersions(request.Items, request.Place), cancel);
        if (!listed.Succeeded(out var histories))
            return listed.Problem!;
        var rows = histories.Figures.SelectMany(history => history.Versions.Select((version, index) => (Version: version, Counts: index == 0))).ToList();
        var columns = FigureSheet.Columns<(RecordedFigure Version, bool Counts)>(row => row.Version.Figure)
            .Text(("版本", "version"), 10, row => row.Counts ? ("现行", "counts") : ("已被修订", "revised"))
            .Instant(("入库时间", "recorded"), row => row.Version.RecordedAt)
            .Text(("文件", "file"), 20, row => row.Version.FileName);
        var subject = rows.Select(row => row.Version.Figure.Name).FirstOrDefault();
        var table = new WorkbookTable<(RecordedFigure, bool)>(("数据历次版本", "Versions of figures"), subject, time.Today(), columns, rows);
        return new FigureWorkbook($"figure-versions-{table.AsOf:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(table, request.Language));
    }
}
