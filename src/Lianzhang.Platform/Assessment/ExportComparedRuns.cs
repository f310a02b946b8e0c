using Lianzhang.Core.Assessment;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Scoring;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Assessment;

/// <summary>Writes two assessments by one plan to Excel: places, parts of scores, and what changed in the rules.</summary>
public sealed record ExportComparedRuns(Guid Id, Guid Other, Language Language) : IRequest<AssessmentWorkbook>;

internal sealed class ExportComparedRunsSlice(Slice<CompareRuns, ComparedRuns> compare, TimeProvider time) : Slice<ExportComparedRuns, AssessmentWorkbook>
{
    public override Permission Permission { get; } = new(AssessmentBook.Read, Changes: false);

    protected override async Task<Answer<AssessmentWorkbook>> Handle(ExportComparedRuns request, CancellationToken cancel)
    {
        var answer = await compare.HandleAny(new CompareRuns(request.Id, request.Other), cancel);
        if (answer.Value is not { } runs)
            return answer.Problem!;
        var (comparison, today) = (runs.Comparison, time.Today());
        return new AssessmentWorkbook($"assessment-{runs.Before.Period}-{runs.After.Period}.xlsx", WriteWorkbook.Of(
            Sheet(("名次对比", "Ranks"), Members(runs), comparison.Members),
            Sheet(("得分变动构成", "What moved scores"), Parts(runs), [.. comparison.Members.SelectMany(member => member.Parts.Select(part => (member, part)))]),
            Sheet(("指标变动", "Indicators"), Indicators(runs), comparison.Indicators),
            Sheet(("规则变化", "Rules"), Rules(), [.. comparison.Rules.SelectMany(change => change.Fields.Select(field => (change, field)))])));

        MadeSheet Sheet<T>(Text title, WorkbookColumns<T> columns, IReadOnlyList<T> rows) => WriteWorkbook.Sheet(new WorkbookTable<T>(title, Note(runs), today, columns, rows), request.Language);
    }

    private static Text Note(ComparedRuns runs) => (
        string.Join('。', [$"{runs.After.Name.Zh}，{runs.Before.Period.In(Language.Chinese)}与{runs.After.Period.In(Language.Chinese)}对比", .. runs.LeftOut.Select(left => left.Zh.TrimEnd('。'))]),
        string.Join(". ", [$"{runs.After.Name.In(Language.English)}, {runs.Before.Period.In(Language.English)} and {runs.After.Period.In(Language.English)}", .. runs.LeftOut.Select(left => left.In(Language.English).TrimEnd('.'))]));

    private static WorkbookColumns<ComparedMember> Members(ComparedRuns runs) => new WorkbookColumns<ComparedMember>()
        .Text(("组别", "group"), 16, member => runs.Names.GetValueOrDefault(member.Group, new Text(member.Group)))
        .Text(("对象", "assessed"), 24, member => member.Name)
        .Number(Of(runs.Before, ("名次", "rank")), member => (decimal?)member.RankBefore)
        .Number(Of(runs.After, ("名次", "rank")), member => (decimal?)member.RankAfter)
        .Number(("上升位数（负数为下降）", "places up"), member => (decimal?)member.Places)
        .Number(Of(runs.Before, ("得分", "score")), member => (decimal?)Ranking.Round(member.ScoreBefore))
        .Number(Of(runs.After, ("得分", "score")), member => (decimal?)Ranking.Round(member.ScoreAfter))
        .Number(("得分变动", "score moved by"), member => (decimal?)Ranking.Round(member.Moved))
        .Number(("其中分数界限等", "of it by limits and the like"), member => (decimal?)member.Rest);

    private static WorkbookColumns<(ComparedMember Member, MovedPart Part)> Parts(ComparedRuns runs) => new WorkbookColumns<(ComparedMember Member, MovedPart Part)>()
        .Text(("对象", "assessed"), 24, row => row.Member.Name)
        .Text(("构成", "part"), 28, row => runs.Names[row.Part.Code])
        .Number(Of(runs.Before, ("得分或次数", "score or times")), row => (decimal?)Ranking.Round(row.Part.Before))
        .Number(Of(runs.After, ("得分或次数", "score or times")), row => (decimal?)Ranking.Round(row.Part.After))
        .Number(("影响总分", "points of the whole"), row => (decimal?)row.Part.Points);

    private static WorkbookColumns<MovedIndicator> Indicators(ComparedRuns runs) => new WorkbookColumns<MovedIndicator>()
        .Text(("构成", "part"), 28, part => runs.Names[part.Code])
        .Number(("得分或次数平均变动", "mean change of its score or times"), part => (decimal?)Ranking.Round(part.Score))
        .Number(("平均影响总分", "mean points of the whole"), part => (decimal?)Ranking.Round(part.Points));

    private static WorkbookColumns<(ProgrammeChange Change, FieldChange Field)> Rules() => new WorkbookColumns<(ProgrammeChange Change, FieldChange Field)>()
        .Text(("清单", "list"), 14, row => row.Change.List)
        .Text(("条目", "entry"), 34, row => row.Change.Key)
        .Text(("变化", "change"), 9, row => ChangeKindWords.Of(row.Change.Kind))
        .Text(("字段", "field"), 18, row => row.Field.Field)
        .Text(("原来", "before"), 44, row => row.Field.Before)
        .Text(("现在", "after"), 44, row => row.Field.After);

    private static Text Of(AssessmentLine run, Text what) => ($"{run.Period.In(Language.Chinese)}{what.Zh}", $"{what.En}, {run.Period.In(Language.English)}");
}
