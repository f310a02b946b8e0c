using Lianzhang.Core.Boards;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators;

/// <summary>A board, or what explains it, as an Excel file.</summary>
[CarriesTargets]
public sealed record BoardWorkbook(string FileName, byte[] Content) : Workbook(FileName, Content);

/// <summary>Writes the board of a region at a date to Excel, of some rows where only those are wanted.</summary>
public sealed record ExportBoard(Language Language, DateOnly? AsOf = null, string? Region = null, BoardFilter? Filter = null, MembershipView View = MembershipView.AsItWas, DateTimeOffset? KnownAt = null) : IRequest<BoardWorkbook>;

internal sealed class ExportBoardSlice(CurrentBoard current) : Slice<ExportBoard, BoardWorkbook>
{
    public override Permission Permission { get; } = new("board.read", Changes: false);

    protected override Subject About(ExportBoard request) => new(Region: request.Region);

    protected override async Task<Answer<BoardWorkbook>> Handle(ExportBoard request, CancellationToken cancel)
    {
        if (await current.Known(request.KnownAt, cancel) is not { } inputs)
            return Problem.NotFound(CurrentBoard.NothingPublished);
        if (request.Region is { } region && !inputs.Programme.IsRegion(region))
            return Problem.NotFound(($"方案中没有地区 {region}。", $"The programme has no region {region}."));
        var board = inputs.Build(request.AsOf ?? current.DayOf(request.KnownAt), request.Region, request.View);
        var rows = (request.Filter ?? BoardFilter.None).Apply(board.Targets, inputs.Programme.Measures);
        var table = new WorkbookTable<BoardRow>(("目标看板", "Target board"), board.Region.Name, board.AsOf, Columns(), rows) { Remark = GeneratedWords.LineOf(inputs.Units.Register.IsGenerated) };
        return new BoardWorkbook($"board-{board.Region.Code}-{board.AsOf:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(table, request.Language));
    }

    private static WorkbookColumns<BoardRow> Columns() => new WorkbookColumns<BoardRow>()
        .Text(("指标", "indicator"), 26, row => row.Name)
        .Text(("年份", "year"), 7, row => TargetYear.Of(row.Year, row.EveryYear))
        .Text(("限定", "qualifier"), 8, row => QualifierWords.Of(row.Target.Qualifier))
        .Number(("目标", "target"), row => row.Target.Value)
        .Number(("目标上限", "upper end"), row => row.Target.Upper)
        .Unit(("单位", "unit"), row => row.Target.Unit ?? row.Actual?.Unit)
        .Text(("目标内容", "statement"), 20, row => row.Target.Statement)
        .Number(("最新值", "latest"), row => row.Actual?.Value)
        .Period(("时期", "period"), row => row.Actual?.Period)
        .Text(("标记", "flag"), 7, row => row.Actual is { } actual ? FigureFlagWords.Of(actual.Flag) : null)
        .Number(("应达", "expected"), row => row.Expected)
        .Number(("差距", "gap"), row => row.Gap)
        .Number(("还需年均增长", "still required a year"), row => row.RequiredGrowth)
        .Unit(("增长单位", "unit of growth"), row => row.RequiredGrowthUnit)
        .Text(("状态", "status"), 10, row => row.Word)
        .Text(("缺什么", "missing"), 22, row => Together(row.Missing.Select(missing => missing.Name)))
        .Text(("责任单位", "owed by"), 15, row => Together(row.Missing.Select(missing => missing.OwnerName)))
        .Text(("来源", "source"), 26, row => Sources(row.Actual));

    private static Text? Sources(BoardActual? actual) =>
        actual is null ? null : Text.Join([.. new[] { actual.Source.Length > 0 ? new Text(actual.Source) : null, RegisterUseWords.Of(actual.Register) }.OfType<Text>()]);

    private static Text? Together(IEnumerable<Text> texts) => Text.Join([.. texts.Distinct()]);
}
