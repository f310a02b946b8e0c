using Lianzhang.Core.Boards;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators;

/// <summary>Writes to Excel what would move if a changed programme were in force.</summary>
public sealed record ExportDefinitionPreview(Language Language, Guid Draft, DateOnly? AsOf = null) : IRequest<BoardWorkbook>;

internal sealed class ExportDefinitionPreviewSlice(Slice<PreviewDefinitions, DefinitionPreview> preview) : Slice<ExportDefinitionPreview, BoardWorkbook>
{
    public override Permission Permission { get; } = new("programmes.publish", Changes: false);

    protected override async Task<Answer<BoardWorkbook>> Handle(ExportDefinitionPreview request, CancellationToken cancel)
    {
        var answer = await preview.HandleAny(new PreviewDefinitions(request.Draft, request.AsOf), cancel);
        if (!answer.Succeeded(out var found))
            return answer.Problem!;
        var columns = new WorkbookColumns<BoardMove>()
            .Text(("地区", "region"), 14, move => move.Region.Name)
            .Text(("指标", "indicator"), 30, move => move.Row.Name)
            .Text(("年份", "year"), 7, move => TargetYear.Of(move.Row.Year, move.Row.EveryYear))
            .Text(("变化", "change"), 8, move => BoardMoveWords.Kind(move))
            .Number(("原目标", "target before"), move => move.Before?.Target.Value)
            .Number(("拟调整后目标", "target after"), move => move.After?.Target.Value)
            .Number(("现值", "value now"), move => move.Before?.Actual?.Value)
            .Unit(("现单位", "unit now"), move => move.Before?.Actual?.Unit)
            .Number(("拟调整后", "value after"), move => move.After?.Actual?.Value)
            .Unit(("单位", "unit"), move => move.Unit)
            .Number(("差额", "difference"), move => move.Actual)
            .Number(("应达差额", "difference of the expected"), move => move.Expected)
            .Text(("现亮灯", "light now"), 12, move => move.Before?.Word)
            .Text(("拟调整后亮灯", "light after"), 14, move => move.After?.Word)
            .Text(("原因", "why"), 24, move => BoardMoveWords.Reasons(move));
        Text subject = ($"第 {found.InForce} 版与拟发布的第 {found.Draft.Number} 版", $"version {found.InForce} and version {found.Draft.Number} to come");
        var table = new WorkbookTable<BoardMove>(("口径调整预览", "What would move"), subject, found.AsOf, columns, found.Moves);
        return new BoardWorkbook($"definitions-{found.AsOf:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(table, request.Language));
    }
}
