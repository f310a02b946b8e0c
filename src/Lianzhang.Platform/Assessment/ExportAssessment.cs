using System.Globalization;
using Lianzhang.Core.Assessment;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Scoring;
using Lianzhang.Core.Scoring.Robust;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Assessment;

/// <summary>An assessment as an Excel file.</summary>
public sealed record AssessmentWorkbook(string FileName, byte[] Content) : Workbook(FileName, Content);

/// <summary>Writes an assessment to Excel: ranks, figures, and every step of scoring as a sheet of its own.</summary>
public sealed record ExportAssessment(Guid Id, Language Language) : IRequest<AssessmentWorkbook>;

/// <summary>A sealed result as it is handed out.</summary>
public sealed record SealedText(string FileName, string Seal, string Content);

/// <summary>Hands out a sealed result, which anybody can verify.</summary>
public sealed record GetSealedAssessment(Guid Id) : IRequest<SealedText>;

/// <summary>A figure with one of the things that it is made of, if any.</summary>
internal sealed record Sourced(string Member, AssessedColumn Column, AssessedValue Value, AssessedPart? Part);

internal sealed class ExportAssessmentSlice(Slice<GetAssessment, AssessmentView> assessment, AssessmentBook book, TimeProvider time) : Slice<ExportAssessment, AssessmentWorkbook>
{
    public override Permission Permission { get; } = new(AssessmentBook.Read, Changes: false);

    protected override async Task<Answer<AssessmentWorkbook>> Handle(ExportAssessment request, CancellationToken cancel)
    {
        if (await book.Find(request.Id, cancel) is not { } run || await book.Figures(run, number: null, cancel) is not { Sheet: var sheet } figures)
            return AssessmentBook.NoRun;
        if (figures.Result is not { } result)
            return Problem.Conflict(("数据不全，尚不能计算得分。", "It cannot be scored as it stands."));
        var (view, today) = ((await assessment.HandleAny(new GetAssessment(request.Id), cancel)).Value!, time.Today());
        var note = Note(run, result);
        var names = sheet.Rows.ToDictionary(row => row.Code, row => row.Name);
        return new AssessmentWorkbook($"assessment-{run.Plan}-{run.Of}.xlsx", WriteWorkbook.Of(
        [
            WriteWorkbook.Sheet(new WorkbookTable<(Text Group, AssessedMember Member)>(("排名", "Ranks"), note, today, Ranks(), [.. view.Groups.SelectMany(group => group.Members.Select(member => (group.Name, member)))]), request.Language),
            WriteWorkbook.Sheet(new WorkbookTable<AssessedRow>(("数据", "Figures"), note, today, Figures(result.Plan), sheet.Rows), request.Language),
            WriteWorkbook.Sheet(new WorkbookTable<Sourced>(("数据来源", "Sources"), note, today, Sources(), await Sourced(sheet, result.Plan, cancel)), request.Language),
            .. view.Robustness is { } robust ? Robust(robust, result, names, note, today, request.Language) : [],
            .. result.Scores.Trace.Skip(1).Select((step, at) => WriteWorkbook.Sheet(
                new WorkbookTable<TraceRow>(new Text($"{at + 1} {step.Step}"), (step.Method, step.Method), today, Trace(step, names), step.Rows), request.Language)),
        ]));
    }

    private static Text Note(AssessmentRun run, AssessmentResult result) => (
        $"{run.PlanName}，{run.Of.In(Language.Chinese)}，{AssessmentWords.Of(run.State).Zh}{(result.LeftOut is { } left ? $"。{left.Zh}" : null)}",
        $"{run.PlanNameEn}, {run.Of.In(Language.English)}, {AssessmentWords.Of(run.State).En}{(result.LeftOut is { } also ? $". {also.In(Language.English)}" : null)}");

    private static WorkbookColumns<(Text Group, AssessedMember Member)> Ranks() => new WorkbookColumns<(Text Group, AssessedMember Member)>()
        .Text(("组别", "group"), 16, row => row.Group)
        .Text(("对象", "assessed"), 24, row => row.Member.Name)
        .Number(("名次", "rank"), row => (decimal?)row.Member.Rank)
        .Number(("得分", "score"), row => (decimal?)row.Member.Score)
        .Text(("等次", "grade"), 10, row => row.Member.Class)
        .Text(("名次区间", "interval of the rank"), 24, row => row.Member.Robust?.Words)
        .Number(("缺数据项数", "figures missing"), row => row.Member.Missing);

    private static WorkbookColumns<AssessedRow> Figures(AssessmentPlan plan)
    {
        var columns = new WorkbookColumns<AssessedRow>().Text(("对象", "assessed"), 24, row => row.Name);
        foreach (var column in plan.Columns)
        {
            columns.Number((Named(column, Language.Chinese), Named(column, Language.English)), row => row.Find(column.Code)?.Value);
            columns.Text(("来源", "source"), 24, row => row.Find(column.Code)?.Source);
        }

        return columns;
    }

    private static IReadOnlyList<MadeSheet> Robust(Robustness robust, AssessmentResult result, Dictionary<string, string> names, Text note, DateOnly today, Language language) =>
    [
        WriteWorkbook.Sheet(new WorkbookTable<RobustUnit>(("名次稳定性", "How sure ranks are"), note, today, Units(names), robust.Units), language),
        WriteWorkbook.Sheet(new WorkbookTable<Removal>(("去掉一项指标", "Without an indicator"), note, today, Removals(result, names), robust.Removals), language),
        .. robust.Sobol is { } sobol ? (IEnumerable<MadeSheet>)[WriteWorkbook.Sheet(new WorkbookTable<SobolIndex>(("名次变动来源", "What moves ranks"), note, today, Moves(result), sobol.RankShift), language)] : [],
    ];

    private static WorkbookColumns<RobustUnit> Units(Dictionary<string, string> names) => new WorkbookColumns<RobustUnit>()
        .Text(("对象", "assessed"), 24, unit => names.GetValueOrDefault(unit.Unit, unit.Unit))
        .Number(("名次", "rank"), unit => (decimal?)unit.Rank)
        .Number(("最好", "best"), unit => (decimal?)unit.Best)
        .Number(("5% 分位", "5 per cent"), unit => (decimal?)unit.Low)
        .Number(("中位", "median"), unit => (decimal?)unit.Median)
        .Number(("95% 分位", "95 per cent"), unit => (decimal?)unit.High)
        .Number(("最差", "worst"), unit => (decimal?)unit.Worst)
        .Text(("各名次的频率（%）", "share of each rank in per cent"), 40, unit => string.Join(", ", unit.Frequencies.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Rank}: {one.Share * 100:0.#}"))));

    private static WorkbookColumns<Removal> Removals(AssessmentResult result, Dictionary<string, string> names) => new WorkbookColumns<Removal>()
        .Text(("去掉的指标", "left out"), 24, removal => result.NameOf(removal.Code))
        .Number(("名次平均移动（位）", "mean shift of ranks"), removal => (decimal?)Ranking.Round(removal.MeanShift))
        .Text(("名次变化", "ranks that change"), 60, removal => string.Join(", ", removal.Changes.Select(change => string.Create(CultureInfo.InvariantCulture, $"{names.GetValueOrDefault(change.Unit, change.Unit)} {change.From} → {change.To}"))));

    private static WorkbookColumns<SobolIndex> Moves(AssessmentResult result) => new WorkbookColumns<SobolIndex>()
        .Text(("不确定的来源", "what is uncertain"), 32, index => InputWords.Of(index.Input, result.NameOf))
        .Number(("单独影响（一阶 Sobol 指数）", "by itself (first-order Sobol index)"), index => (decimal?)Ranking.Round(index.First))
        .Number(("含相互作用（总 Sobol 指数）", "with others (total Sobol index)"), index => (decimal?)Ranking.Round(index.Total));

    // A row for each thing that a figure is made of, as far as the reader may see it.
    private async Task<IReadOnlyList<Sourced>> Sourced(AssessmentSheet sheet, AssessmentPlan plan, CancellationToken cancel)
    {
        var rows = new List<Sourced>();
        var sees = await book.SeesParts(cancel);
        foreach (var row in sheet.Rows)
        {
            var shown = sees(row.Code) ? row : row.WithoutParts();
            foreach (var (column, value) in from column in plan.Columns let value = shown.Find(column.Code) where value is not null select (column, value))
                rows.AddRange(value.Parts is { Count: > 0 } parts ? parts.Select(part => new Sourced(row.Name, column, value, part)) : [new Sourced(row.Name, column, value, null)]);
        }

        return rows;
    }

    private static WorkbookColumns<Sourced> Sources() => new WorkbookColumns<Sourced>()
        .Text(("对象", "assessed"), 24, row => row.Member)
        .Text(("数据", "figure"), 24, row => row.Column.Name)
        .Number(("数值", "value"), row => row.Value.Value)
        .Text(("单位", "unit"), 10, row => row.Column.Unit?.Symbol)
        .Text(("来源", "source"), 32, row => row.Value.Source)
        .Text(("构成", "made of"), 60, row => row.Part?.What)
        .Number(("其中", "of it"), row => row.Part?.Amount);

    private static string Named(AssessedColumn column, Language language) => column.Unit is { } unit ? $"{column.Name.In(language)}（{unit.Symbol}）" : column.Name.In(language);

    private static WorkbookColumns<TraceRow> Trace(TraceTable step, Dictionary<string, string> names)
    {
        var columns = new WorkbookColumns<TraceRow>().Text(("对象", "assessed"), 24, row => names.GetValueOrDefault(row.Name, row.Name));
        foreach (var (at, column) in step.Columns.Index())
            columns.Number(new Text(column), row => row.Values[at] is { } value ? (decimal?)Ranking.Round(value) : null);
        return columns;
    }
}

internal sealed class GetSealedAssessmentSlice(AssessmentBook book) : Slice<GetSealedAssessment, SealedText>
{
    public override Permission Permission { get; } = new(AssessmentBook.Read, Changes: false);

    protected override async Task<Answer<SealedText>> Handle(GetSealedAssessment request, CancellationToken cancel)
    {
        if (await book.Find(request.Id, cancel) is not { } run)
            return AssessmentBook.NoRun;
        return run is { Sealed: { } text, Seal: { } seal } ? new SealedText($"assessment-{run.Plan}-{run.Of}.json", seal, text) : Problem.NotFound(("考核尚未封存。", "It is not sealed yet."));
    }
}
