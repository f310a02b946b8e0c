using Lianzhang.Core.Boards;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators;

/// <summary>A board as an Excel file.</summary>
[CarriesTargets]
public sealed record BoardWorkbook(string FileName, byte[] Content);

/// <summary>Writes the board of a region at a date to Excel, of some rows where only those are wanted.</summary>
public sealed record ExportBoard(Language Language, DateOnly? AsOf = null, string? Region = null, BoardFilter? Filter = null) : IRequest<BoardWorkbook>;

internal sealed class ExportBoardSlice(CurrentBoard current) : Slice<ExportBoard, BoardWorkbook>
{
    public override Permission Permission { get; } = new("board.read", Changes: false);

    protected override Subject About(ExportBoard request) => new(Region: request.Region);

    protected override async Task<Answer<BoardWorkbook>> Handle(ExportBoard request, CancellationToken cancel)
    {
        if (await current.Inputs(cancel) is not { } inputs)
            return Problem.NotFound(CurrentBoard.NothingPublished);
        if (request.Region is { } region && !inputs.Programme.IsRegion(region))
            return Problem.NotFound(($"方案中没有地区 {region}。", $"The programme has no region {region}."));
        var board = inputs.Build(request.AsOf ?? current.Today, request.Region);
        var rows = (request.Filter ?? BoardFilter.None).Apply(board.Targets, inputs.Programme.Measures);
        return new BoardWorkbook($"board-{board.Region.Code}-{board.AsOf:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(Say(("目标看板", "board")), Columns(), rows));

        string Say(Text text) => text.In(request.Language);

        WorkbookColumn<BoardRow>[] Columns() =>
        [
            new(Say(("指标", "indicator")), 40, row => Say(row.Name)),
            new(Say(("年份", "year")), 8, row => row.Year),
            new(Say(("限定", "qualifier")), 10, row => Say(QualifierWords.Of(row.Target.Qualifier))),
            new(Say(("目标", "target")), 10, row => row.Target.Value),
            new(Say(("单位", "unit")), 10, row => row.Target.Unit?.Symbol ?? row.Actual?.Unit.Symbol),
            new(Say(("最新值", "latest")), 12, row => row.Actual?.Value),
            new(Say(("时期", "period")), 14, row => row.Actual?.Period.In(request.Language)),
            new(Say(("应达", "expected")), 12, row => row.Expected),
            new(Say(("差距", "gap")), 12, row => row.Gap),
            new(Say(("还需年均增长", "still required a year")), 14, row => row.RequiredGrowth),
            new(Say(("状态", "status")), 12, row => Say(row.Word)),
            new(Say(("缺什么", "missing")), 36, row => string.Join(Say(("、", ", ")), row.Missing.Select(missing => Say(missing.Name)).Distinct())),
            new(Say(("责任单位", "owed by")), 24, row => string.Join(Say(("、", ", ")), row.Missing.Select(missing => Say(missing.OwnerName)).Distinct())),
            new(Say(("来源", "source")), 50, row => row.Actual?.Source),
        ];
    }
}
