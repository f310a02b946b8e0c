using Lianzhang.Core.Programmes;
using Lianzhang.Core.Scoring;
using Lianzhang.Core.Scoring.Robust;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Assessment;

/// <summary>A plan with what it came to over the figures of a sheet.</summary>
public sealed record AssessmentResult(AssessmentPlan Plan, ScoreResult Scores)
{
    public UnitScore Of(string member) => Scores.Units.First(unit => unit.Unit == member);

    /// <summary>The indicators that were left out, in words; null where there are none.</summary>
    public Text? LeftOut => Text.Join([.. Scores.LeftOut.Select(NameOf)]) is { } names ? AssessmentWords.LeftOut(names) : null;

    /// <summary>The name of a place of the hierarchy, of an indicator that was left out, or of a column that was counted.</summary>
    public Text NameOf(string code) =>
        Scores.Nodes.FirstOrDefault(node => node.Code == code) is { } node && node.Name.Zh != code ? node.Name
        : Plan.Scoring.Indicators.FirstOrDefault(indicator => indicator.Code == code)?.Name ?? Plan.FindColumn(code)?.Name ?? new Text(code);
}

/// <summary>Scores a sheet by its own rules and nothing else, so that anybody can do it again.</summary>
public static class AssessSheet
{
    private const string RulesFile = "assessment.yaml";

    /// <summary>The plan of a sheet, whether its figures can be scored or not; null where its rules cannot be read or do not hold it.</summary>
    public static AssessmentPlan? PlanOf(AssessmentSheet sheet) => Rules(sheet).Value?.File.Find(sheet.Plan);

    /// <summary>The result, or why there is none: rules that cannot be read, a plan that is not among them, figures that it does not fit.</summary>
    public static Outcome<AssessmentResult> Run(AssessmentSheet sheet)
    {
        var read = Rules(sheet);
        if (!read.Succeeded(out var rules))
            return Outcome<AssessmentResult>.Failed(read.Faults);
        if (rules.File.Find(sheet.Plan) is not { } plan)
            return Outcome<AssessmentResult>.Failed(new Fault(new Location(RulesFile), ($"没有考核方案 {sheet.Plan}", $"there is no plan {sheet.Plan}")));
        var spec = SpecOf(plan);
        // Where the plan as it was written stands, of which this is made.
        var scored = Pipeline.Run(spec, TableOf(plan, sheet), (record, key) => rules.PlaceOf(ReferenceEquals(record, spec) ? plan.Scoring : record, key));
        return scored.Succeeded(out var scores) ? Outcome<AssessmentResult>.Of(new AssessmentResult(plan, scores)) : Outcome<AssessmentResult>.Failed(scored.Faults);
    }

    /// <summary>How sure the ranks are; null where there are none, or where the plan does not say how to find out.</summary>
    public static Robustness? Robust(AssessmentSheet sheet) => PlanOf(sheet) is { Scoring.Robustness: not null } plan ? TestRobustness.Run(SpecOf(plan), TableOf(plan, sheet)).Value : null;

    /// <summary>How the plan scores: always by its groups.</summary>
    private static ScoreSpec SpecOf(AssessmentPlan plan) => plan.Scoring with { Group = plan.Scoring.Group ?? "group" };

    /// <summary>The figures as a table of the plan's columns; what a row does not have is missing.</summary>
    private static ScoreTable TableOf(AssessmentPlan plan, AssessmentSheet sheet) => new(
        [.. sheet.Rows.Select(row => row.Code)],
        [.. plan.Columns.Select(column => new ScoreColumn(column.Code, [.. sheet.Rows.Select(row => row.Find(column.Code)?.Value is { } value ? (double?)value : null)]))],
        [.. sheet.Rows.Select(row => row.Group)]);

    private static Outcome<AssessmentRules> Rules(AssessmentSheet sheet) => ReadAssessment.Read(new SourceFile(RulesFile, sheet.Rules));
}
