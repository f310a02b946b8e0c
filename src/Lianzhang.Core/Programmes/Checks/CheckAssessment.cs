using Lianzhang.Core.Formulas;
using Lianzhang.Core.Scoring;
using Lianzhang.Core.Scoring.Robust;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes.Checks;

/// <summary>Plans of assessments compare what exists, each once, by figures that there are and steps that can be taken.</summary>
internal sealed class CheckAssessment(Draft draft)
{
    private const int MostPublicityDays = 30;

    private readonly CodeSet regions = draft.Codes(FileNames.Regions, "regions", ("地区", "region"));
    private readonly CodeSet organisations = draft.Codes(FileNames.Programme, "organisations", ("单位", "organisation"));
    private readonly CodeSet levels = draft.Codes(FileNames.Supervision, "levels", ("督办级别", "level"));

    public void Check()
    {
        foreach (var plan in draft.Assessment?.Plans ?? [])
        {
            Members(plan);
            foreach (var again in plan.Columns.GroupBy(column => column.Code).SelectMany(same => same.Skip(1)))
                draft.Fault(again, "code", ($"列编码 {again.Code} 重复", $"duplicate column code {again.Code}"));
            foreach (var column in plan.Columns)
                Column(plan, column);
            Scoring(plan);
            Uses(plan);
            if (plan.PublicityDays is < 1 or > MostPublicityDays)
                draft.Fault(plan, "publicity_days", ($"公示期应为 1 至 {MostPublicityDays} 个工作日", $"results are made known for 1 to {MostPublicityDays} working days"));
        }
    }

    private void Members(AssessmentPlan plan)
    {
        var known = plan.Compares == AssessedKind.Regions ? regions : organisations;
        foreach (var group in plan.Groups)
        {
            if (group.Members.Count < 2)
                draft.Fault(group, "members", ("一组至少有两个对象才能比较", "a group has at least two members to be compared"));
            foreach (var unknown in group.Members.Where(member => !known.Knows(member)))
                draft.Fault(group, "members", Unknown(unknown, known));
        }

        foreach (var again in plan.Groups.SelectMany(group => group.Members.Select(member => (group, member))).GroupBy(one => one.member).SelectMany(same => same.Skip(1)))
            draft.Fault(again.group, "members", ($"{again.member} 已在另一组或重复列出", $"{again.member} is in another group or there twice"));
    }

    private void Column(AssessmentPlan plan, AssessedColumn column)
    {
        if (column is { Formula: not null, Count: not null })
            draft.Fault(column, "count", ("一列只能写 formula 或 count 之一", "a column has a formula or counts, not both"));
        if (column is { Part: not null, Count: not (CountedWork.MeasuresDone or CountedWork.MeasuresLate) })
            draft.Fault(column, "part", ("part 只用于 measures_done 和 measures_late", "part belongs to measures_done and measures_late"));
        if (column.Level is { } level && !levels.Knows(level))
            draft.Fault(column, "level", Unknown(level, levels));
        if (column.Formula is not { } source)
            return;
        if (plan.Compares != AssessedKind.Regions)
            draft.Fault(column, "formula", ("只有地区有公式所用的数据；部门请用 count 或人工录入", "only regions have the figures of formulas; count work or type it in"));
        else if (column.Unit is not { } unit)
            draft.Fault(column, "formula", ("有公式的列须写单位 unit", "a column with a formula states its unit"));
        else
            draft.Faults.AddRange(TellFormula.Faults(draft.Sources.Of(column, "formula"), Faults(source, unit)));
    }

    private IReadOnlyList<FormulaFault> Faults(string source, Unit unit)
    {
        if (ParseFormula.Parse(source, out var faults) is not { } formula)
            return faults;
        return draft is { Regions: { } known, Industries.Industries: { } industries, Items: { } items, Indicators.Indicators: { } indicators }
            ? CheckFormula.Check(formula, BuildCatalogue.Of(known, industries, items, [.. indicators.DistinctBy(indicator => indicator.Code)]), unit)
            : [];
    }

    private void Scoring(AssessmentPlan plan)
    {
        draft.Faults.AddRange(CheckScoreSpec.Check(plan.Scoring, draft.Sources.At).Faults);
        if (plan.Scoring.Robustness is { } tried)
            draft.Faults.AddRange(TestRobustness.Check(plan.Scoring, tried, draft.Sources.At));
        var columns = plan.Columns.Select(column => column.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var (column, record, key) in NeededColumns.Named(plan.Scoring).DistinctBy(named => named.Column).Where(named => !columns.Contains(named.Column)))
        {
            var hint = Nearest.Hint(column, columns);
            draft.Fault(record, key, ($"columns 中没有 {column}{hint.Zh}", $"there is no {column} among the columns{hint.En}"));
        }
    }

    private void Uses(AssessmentPlan plan)
    {
        foreach (var use in (plan.Uses ?? []).Where(use => new[] { use.First is not null, use.Last is not null, use.Grade is not null }.Count(said => said) != 1))
            draft.Fault(use, "code", ("须写明 first、last 或 grade 之一", "it states one of first, last and grade"));
        foreach (var use in (plan.Uses ?? []).Where(use => use.First is < 1 || use.Last is < 1))
            draft.Fault(use, use.First is null ? "last" : "first", ("至少为 1", "at least 1"));
    }

    private static Text Unknown(string code, CodeSet set)
    {
        var hint = Nearest.Hint(code, set.Codes);
        return ($"未知的{set.Noun.Zh} {code}{hint.Zh}", $"unknown {set.Noun.En} {code}{hint.En}");
    }
}
