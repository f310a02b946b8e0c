using Lianzhang.Core.Boards;
using Lianzhang.Core.Figures;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators;

/// <summary>Writes the figures on which sources disagree to Excel: a row for each that was said, with the one that is used.</summary>
public sealed record ExportConflicts(Language Language, DateOnly? AsOf = null) : IRequest<FigureWorkbook>;

internal sealed class ExportConflictsSlice(CurrentBoard current) : Slice<ExportConflicts, FigureWorkbook>
{
    public override Permission Permission { get; } = new("board.read", Changes: false);

    protected override async Task<Answer<FigureWorkbook>> Handle(ExportConflicts request, CancellationToken cancel)
    {
        if (await current.Inputs(cancel) is not { } inputs)
            return Problem.NotFound(CurrentBoard.NothingPublished);
        var board = inputs.Build(request.AsOf ?? current.Today, null);
        var columns = FigureSheet.Columns<Said>(said => said.Figure)
            .Text(("采用", "used"), 9, said => said.IsUsed ? ("采用", "used") : ("未采用", "not used"))
            .Text(("规则", "rule"), 26, said => ConflictRuleWords.Of(said.Rule));
        var rows = board.Conflicts.SelectMany(conflict => conflict.Others.Select(other => new Said(other, false, conflict.Rule)).Prepend(new Said(conflict.Chosen, true, conflict.Rule)));
        var table = new WorkbookTable<Said>(("来源不一致的数值", "Sources disagree"), board.Programme.Name, board.AsOf, columns, [.. rows]);
        return new FigureWorkbook($"conflicts-{board.AsOf:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(table, request.Language));
    }

    private sealed record Said(BoardFigure Figure, bool IsUsed, ConflictRule Rule);
}
