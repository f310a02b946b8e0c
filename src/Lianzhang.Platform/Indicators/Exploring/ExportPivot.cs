using Lianzhang.Core.Exploring;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators.Exploring;

/// <summary>A table of the explorer as an Excel file.</summary>
public sealed record PivotWorkbook(string FileName, byte[] Content) : Workbook(FileName, Content);

/// <summary>Writes a table of the explorer to Excel, with its unit, periods, filters and sources.</summary>
public sealed record ExportPivot(Language Language, string? Query = null) : IRequest<PivotWorkbook>;

internal sealed class ExportPivotSlice(Slice<Explore, ExploreView> explore) : Slice<ExportPivot, PivotWorkbook>
{
    public override Permission Permission { get; } = new("board.read", Changes: false);

    protected override Subject About(ExportPivot request) => SavedViews.SubjectOf(request.Query);

    protected override async Task<Answer<PivotWorkbook>> Handle(ExportPivot request, CancellationToken cancel)
    {
        var answer = await explore.HandleAny(new Explore(request.Query), cancel);
        if (!answer.Succeeded(out var view))
            return answer.Problem!;
        if (view.Pivot is not { } pivot)
            return Problem.Invalid(("不能生成此表。", "This table cannot be made."), view.Faults);
        var columns = new WorkbookColumns<Line>().Text(pivot.Rows.Name, 24, line => PivotWords.Heading(line.Row));
        foreach (var (column, at) in pivot.Columns.Lines.Select((column, at) => (column, at)))
            columns.NumberOrWord(PivotWords.Heading(column), line => (line.Cells[at].Amount, PivotWords.Of(line.Cells[at])));
        var lines = pivot.Rows.Lines.Select((row, at) => new Line(row, pivot.Cells[at])).ToList();
        var table = new WorkbookTable<Line>(("数据透视", "Explorer"), PivotWords.Title(pivot), view.AsOf, columns, lines) { Remark = Remark(pivot) };
        return new PivotWorkbook($"explore-{view.AsOf:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(table, request.Language));
    }

    private static Text? Remark(Pivot pivot)
    {
        var parts = pivot.Notes.Append(PivotWords.Source(pivot));
        var all = GeneratedWords.LineOf(pivot.IsGenerated) is { } line ? parts.Append(line) : parts;
        return (string.Join('。', all.Select(part => part.Zh.TrimEnd('。'))), string.Join(". ", all.Select(part => part.In(Language.English).TrimEnd('.'))));
    }

    private sealed record Line(PivotLine Row, IReadOnlyList<PivotCell> Cells);
}
