using Lianzhang.Core.Boards;
using Lianzhang.Core.Evaluating;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Supervision;

namespace Lianzhang.Platform.Evaluation;

/// <summary>An evaluation as an Excel file.</summary>
[CarriesTargets]
public sealed record EvaluationWorkbook(string FileName, byte[] Content) : Workbook(FileName, Content);

/// <summary>Writes an evaluation to Excel: a sheet each for targets, measures, orders and what became of their figures.</summary>
public sealed record ExportEvaluation(Language Language, GetEvaluation Asked) : IRequest<EvaluationWorkbook>;

internal sealed class ExportEvaluationSlice(Slice<GetEvaluation, EvaluationView> evaluate) : Slice<ExportEvaluation, EvaluationWorkbook>
{
    public override Permission Permission { get; } = new(GetEvaluationSlice.Right, Changes: false);

    protected override Subject About(ExportEvaluation request) => evaluate.AboutAny(request.Asked);

    protected override Problem? Validate(ExportEvaluation request) => evaluate.ValidateAny(request.Asked);

    protected override async Task<Answer<EvaluationWorkbook>> Handle(ExportEvaluation request, CancellationToken cancel)
    {
        var answer = await evaluate.HandleAny(request.Asked, cancel);
        if (!answer.Succeeded(out var view))
            return answer.Problem!;
        var word = EvaluationWords.Of(view.Kind);
        return new EvaluationWorkbook($"evaluation-{view.Region.Code}-{view.AsOf:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(
            WriteWorkbook.Sheet(Table(view, ($"{word.Zh}·目标", "Targets"), Targets(view), view.Targets), request.Language),
            WriteWorkbook.Sheet(Table(view, ("重点任务", "Measures"), Measures(), view.Measures), request.Language),
            WriteWorkbook.Sheet(Table(view, ("督办单", "Orders"), Orders(), view.Orders), request.Language),
            WriteWorkbook.Sheet(Table(view, ("督办前后", "Before and after"), Effects(), view.Effects) with { Remark = EffectWords.Limits[0] }, request.Language)));
    }

    private static WorkbookTable<T> Table<T>(EvaluationView view, Text title, WorkbookColumns<T> columns, IReadOnlyList<T> rows) =>
        new(title, view.Region.Name, view.AsOf, columns, rows) { Remark = GeneratedWords.LineOf(view.IsGenerated) };

    private static WorkbookColumns<EvaluatedTarget> Targets(EvaluationView view) => new WorkbookColumns<EvaluatedTarget>()
        .Text(("指标", "indicator"), 26, one => one.Row.Name)
        .Text(("年份", "year"), 7, one => TargetYear.Of(one.Row.Year, one.Row.EveryYear))
        .Unit(("单位", "unit"), one => one.Row.Target.Unit)
        .Number(("基期", "baseline"), one => one.Row.Baseline?.Value)
        .Text(("限定", "qualifier"), 8, one => QualifierWords.Of(one.Row.Target.Qualifier))
        .Number(("目标", "target"), one => one.Row.Target.Value)
        .Number(("应达", "expected"), one => one.Row.Expected)
        .Number(("实际", "actual"), one => one.Row.Actual?.Value)
        .Period(("时期", "period"), one => one.Row.Actual?.Period)
        .Number(("按近期速度预计", "forecast"), one => one.Forecast)
        .Text(view.Kind == EvaluationKind.Final ? ("结果", "result") : ("状态", "status"), 12, one => one.Row.Word);

    private static WorkbookColumns<EvaluatedBranch> Measures() => new WorkbookColumns<EvaluatedBranch>()
        .Text(("工程或机制", "undertaking or mechanism"), 30, branch => branch.Name)
        .Whole(("任务", "tasks"), branch => branch.Tasks)
        .Whole(("完成", "done"), branch => branch.Done)
        .Text(("状态", "status"), 44, branch => Text.Join([.. branch.Lights.Select(count => (Text)($"{count.Light.Word.Zh} {count.Count}", $"{count.Light.Word.In(Language.English)} {count.Count}"))]))
        .Number(("平均进度（%）", "progress, %"), branch => branch.Percent)
        .Number(("应达进度（%）", "expected, %"), branch => branch.Expected)
        .Whole(("逾期节点", "milestones missed"), branch => branch.Missed);

    private static WorkbookColumns<EvaluatedOrder> Orders() => new WorkbookColumns<EvaluatedOrder>()
        .Text(("编号", "number"), 16, order => order.Number)
        .Text(("事项", "matter"), 44, order => order.Title)
        .Text(("来源", "opened by"), 22, order => order.Source)
        .Text(("级别", "level"), 12, order => order.Level.Name)
        .Text(("地区", "region"), 12, order => order.RegionName)
        .Text(("责任单位", "answers for it"), 24, order => order.Owner)
        .Date(("立单日期", "opened"), order => order.OpenedOn)
        .Date(("办理期限", "due"), order => order.Due)
        .Date(("办结日期", "ended"), order => order.EndedOn)
        .Text(("结果", "how it ended"), 12, order => order.Ended is { } ended ? OrderWords.Of(ended) : ("未销号", "open"))
        .Whole(("规定天数", "days given"), order => order.DaysGiven)
        .Whole(("所用天数", "days taken"), order => order.DaysTaken);

    private static WorkbookColumns<OrderEffect> Effects() => new WorkbookColumns<OrderEffect>()
        .Text(("编号", "number"), 16, one => one.Order.Number)
        .Text(("地区", "region"), 12, one => one.Order.RegionName)
        .Text(("指标", "indicator"), 24, one => one.Indicator)
        .Period(("立单时期", "opened at"), one => one.Opened)
        .Number(("立单前每期变化（百分点）", "before, points per period"), one => Rounded(one.Effect.Own?.Before))
        .Number(("立单后每期变化", "after"), one => Rounded(one.Effect.Own?.After))
        .Number(("对照立单前", "compared, before"), one => Rounded(one.Effect.Group?.Before))
        .Number(("对照立单后", "compared, after"), one => Rounded(one.Effect.Group?.After))
        .Number(("前后变化比对照多", "more than those compared"), one => Rounded(one.Effect.Difference))
        .Whole(("前", "before"), one => one.Effect.KnownBefore)
        .Whole(("后", "after"), one => one.Effect.KnownAfter)
        .Text(("对照", "compared with"), 14, one => ($"{one.Effect.Compared} {EvaluationWords.Of(one.With).Zh}", $"{one.Effect.Compared} {EvaluationWords.Of(one.With).In(Language.English)}"))
        .Text(("判断", "result"), 14, one => EffectWords.Of(one.Effect.Verdict));

    private static decimal? Rounded(decimal? points) => points is { } known ? decimal.Round(known, 2) : null;
}
