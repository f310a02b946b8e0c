using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Measures;

/// <summary>Measures as an Excel file.</summary>
public sealed record MeasureWorkbook(string FileName, byte[] Content) : Workbook(FileName, Content);

/// <summary>Writes the tasks to Excel: those that <see cref="ListMeasures"/> shows.</summary>
public sealed record ExportMeasures(Language Language, MeasureFilter Filter) : IRequest<MeasureWorkbook>;

internal sealed class ExportMeasuresSlice(Slice<ListMeasures, MeasureTree> list) : Slice<ExportMeasures, MeasureWorkbook>
{
    public override Permission Permission { get; } = new("measures.read", Changes: false);

    protected override async Task<Answer<MeasureWorkbook>> Handle(ExportMeasures request, CancellationToken cancel)
    {
        var listed = await list.HandleAny(new ListMeasures(request.Filter), cancel);
        if (!listed.Succeeded(out var tree))
            return listed.Problem!;
        var rows = tree.Branches.SelectMany(branch => branch.Tasks.Select(task => new Line(branch, task))).ToList();
        var table = new WorkbookTable<Line>(("重点任务", "Measures"), tree.Programme, tree.AsOf, Columns(), rows);
        return new MeasureWorkbook($"measures-{tree.AsOf:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(table, request.Language));
    }

    private static WorkbookColumns<Line> Columns() => new WorkbookColumns<Line>()
        .Text(("工程或机制", "undertaking or mechanism"), 24, line => line.Branch.Name)
        .Text(("任务", "task"), 40, line => line.Task.Name)
        .Text(("责任单位", "owner"), 18, line => line.Task.Owner)
        .Text(("配合单位", "with"), 24, line => Text.Join(line.Task.With))
        .Date(("开始", "start"), line => line.Task.Start)
        .Date(("期限", "due"), line => line.Task.Deadline)
        .Period(("报送月份", "month reported"), line => line.Task.Month)
        .Number(("完成进度（%）", "progress, %"), line => line.Task.Percent)
        .Number(("时序进度（%）", "expected, %"), line => line.Task.Expected)
        .Text(("状态", "status"), 12, line => line.Task.Light.Word)
        .Whole(("逾期节点", "milestones missed"), line => line.Task.Missed)
        .Text(("下一节点", "next milestone"), 28, line => line.Task.Next?.Name)
        .Date(("节点期限", "milestone due"), line => line.Task.Next?.Due);

    private sealed record Line(MeasureBranch Branch, MeasureRow Task);
}
