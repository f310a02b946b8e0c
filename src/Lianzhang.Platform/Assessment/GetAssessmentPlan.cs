using Lianzhang.Core.Assessment;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Scoring;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Indicators.Explaining;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Assessment;

/// <summary>A part of a plan's score, below the part that it belongs to.</summary>
/// <param name="Depth">0 for the whole.</param>
/// <param name="Name">Its name.</param>
/// <param name="Weight">Its weight, of which the proportions below a part count.</param>
/// <param name="MayBeLeftOut">Whether the rest is scored without it where nobody has a figure.</param>
public sealed record PlanPart(int Depth, Text Name, double? Weight, bool MayBeLeftOut);

/// <summary>A figure of a plan.</summary>
/// <param name="Column">The column.</param>
/// <param name="Source">Where it comes from, in words.</param>
public sealed record PlanFigure(AssessedColumnView Column, Text Source);

/// <summary>Who is compared with whom.</summary>
public sealed record PlanGroup(Text Name, IReadOnlyList<Text> Members);

/// <summary>What follows from a result, and for whom.</summary>
public sealed record PlanUse(Text Name, Text For);

/// <summary>A plan of assessments as people read it.</summary>
public sealed record AssessmentPlanView(
    string Code, Text Name, int PublicityDays, IReadOnlyList<PlanGroup> Groups, IReadOnlyList<PlanPart> Parts, IReadOnlyList<PlanFigure> Figures, IReadOnlyList<AssessmentStepView> Steps, IReadOnlyList<PlanUse> Uses);

/// <summary>Opens a plan of the programme in force.</summary>
public sealed record GetAssessmentPlan(string Code) : IRequest<AssessmentPlanView>;

internal sealed class GetAssessmentPlanSlice(AssessmentBook book) : Slice<GetAssessmentPlan, AssessmentPlanView>
{
    public override Permission Permission { get; } = new(AssessmentBook.Read, Changes: false);

    protected override async Task<Answer<AssessmentPlanView>> Handle(GetAssessmentPlan request, CancellationToken cancel)
    {
        if ((await book.Rules(cancel))?.Programme is not { } programme || programme.Assessment.Find(request.Code) is not { } plan)
            return Problem.NotFound(("现行方案中没有这一考核方案。", "The programme in force has no such plan."));
        return new AssessmentPlanView(
            plan.Code,
            plan.Name,
            plan.PublicityDays,
            [.. plan.Groups.Select(group => new PlanGroup(group.Name, [.. group.Members.Select(member => plan.Compares == AssessedKind.Regions ? programme.PlaceName(member) : programme.OrganisationName(member))]))],
            [.. Below(plan, parent: null, depth: 0)],
            [.. plan.Columns.Select(column => new PlanFigure(AssessedColumnView.Of(column), Source(programme, column)))],
            [.. plan.Scoring.Steps.Select(step => new AssessmentStepView(step.Step, step.Method))],
            [.. (plan.Uses ?? []).Select(use => new PlanUse(use.Name, For(use)))]);
    }

    private static IEnumerable<PlanPart> Below(AssessmentPlan plan, string? parent, int depth)
    {
        foreach (var part in (plan.Scoring.Aggregates ?? []).Where(part => part.Parent == parent))
        {
            yield return new PlanPart(depth, part.Name ?? new Text(part.Code), part.Weight, MayBeLeftOut: false);
            foreach (var below in Below(plan, part.Code, depth + 1))
                yield return below;
        }

        foreach (var indicator in plan.Scoring.Indicators.Where(indicator => indicator.Parent == parent))
            yield return new PlanPart(depth, indicator.Name ?? plan.FindColumn(indicator.Source)?.Name ?? new Text(indicator.Code), indicator.Weight, indicator.Empty == EmptyIndicator.LeaveOut);
    }

    private static Text Source(Programme programme, AssessedColumn column) => column switch
    {
        { Formula: { } formula } => FoundNumber.WordsOf(programme, ParseFormula.Parse(formula, out _)!),
        { Count: not null } => AssessmentWords.Of(column),
        _ => ("人工录入，写明来源", "put in by hand, with its source"),
    };

    private static Text For(AssessmentUse use) => use switch
    {
        { First: { } first } => ($"各组前 {first} 名", $"the first {first} of each group"),
        { Last: { } last } => ($"各组后 {last} 名", $"the last {last} of each group"),
        _ => ($"等次为“{use.Grade}”的", $"those graded {use.Grade}"),
    };
}
