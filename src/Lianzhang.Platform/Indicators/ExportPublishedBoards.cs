using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators;

/// <summary>Writes the boards that were published to Excel, with both hashes.</summary>
public sealed record ExportPublishedBoards(Language Language) : IRequest<BoardWorkbook>;

internal sealed class ExportPublishedBoardsSlice(Slice<ListPublishedBoards, PublishedBoards> list, CurrentBoard current) : Slice<ExportPublishedBoards, BoardWorkbook>
{
    public override Permission Permission { get; } = new("board.read", Changes: false);

    protected override async Task<Answer<BoardWorkbook>> Handle(ExportPublishedBoards request, CancellationToken cancel)
    {
        if (await current.Inputs(cancel) is not { } inputs)
            return Problem.NotFound(CurrentBoard.NothingPublished);
        var listed = await list.HandleAny(new ListPublishedBoards(), cancel);
        if (!listed.Succeeded(out var published))
            return listed.Problem!;
        var columns = new WorkbookColumns<PublishedBoardLine>()
            .Text(("编号", "number"), 8, line => line.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Text(("地区", "region"), 16, line => inputs.Programme.IsRegion(line.Region) ? inputs.Programme.PlaceName(line.Region) : new Text(line.Region))
            .Date(("截至日期", "as of"), line => line.AsOf)
            .Instant(("数据时刻", "known at"), line => line.At)
            .Whole(("方案版本", "programme version"), line => line.Version)
            .Text(("发布人", "by"), 18, line => line.By)
            .Instant(("发布时间", "published"), line => line.PublishedAt)
            .Text(("数据摘要值", "hash of the inputs"), 66, line => line.InputHash)
            .Text(("结果摘要值", "hash of the result"), 66, line => line.ResultHash);
        var table = new WorkbookTable<PublishedBoardLine>(("已发布看板", "Published boards"), inputs.Programme.Head.Name, current.Today, columns, published.Boards);
        return new BoardWorkbook($"published-{current.Today:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(table, request.Language));
    }
}
