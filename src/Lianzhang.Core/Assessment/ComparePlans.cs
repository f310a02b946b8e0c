using Lianzhang.Core.Programmes;

namespace Lianzhang.Core.Assessment;

/// <summary>Says in what two states of a plan differ.</summary>
internal static class ComparePlans
{
    // Told entry by entry.
    private static readonly string[] Lists = ["groups", "columns", "scoring", "aggregates", "indicators", "steps", "uses"];

    public static IReadOnlyList<ProgrammeChange> Of(AssessmentPlan before, AssessmentPlan after) =>
    [
        .. Whole("plan", before, after),
        .. CompareProgrammes.Entries("groups", before.Groups, after.Groups, group => group.Code),
        .. CompareProgrammes.Entries("columns", before.Columns, after.Columns, column => column.Code),
        .. Whole("scoring", before.Scoring, after.Scoring),
        .. CompareProgrammes.Entries("aggregates", before.Scoring.Aggregates ?? [], after.Scoring.Aggregates ?? [], aggregate => aggregate.Code),
        .. CompareProgrammes.Entries("indicators", before.Scoring.Indicators, after.Scoring.Indicators, indicator => indicator.Code),
        // A step of another method is another step.
        .. CompareProgrammes.Entries("steps", before.Scoring.Steps, after.Scoring.Steps, step => $"{step.Step} {step.Method}"),
        .. Order(before, after),
        .. CompareProgrammes.Entries("uses", before.Uses ?? [], after.Uses ?? [], use => use.Code),
    ];

    private static IEnumerable<ProgrammeChange> Whole<T>(string list, T before, T after)
        where T : class =>
        from change in CompareProgrammes.Entries(list, [before], [after], _ => string.Empty)
        let fields = change.Fields.Where(field => !Lists.Contains(field.Field)).ToList()
        where fields.Count > 0
        select change with { Fields = fields };

    private static IEnumerable<ProgrammeChange> Order(AssessmentPlan before, AssessmentPlan after)
    {
        var (then, now) = (before.Scoring.Steps.Select(step => step.Step).ToList(), after.Scoring.Steps.Select(step => step.Step).ToList());
        return then.Where(now.Contains).SequenceEqual(now.Where(then.Contains)) ? [] :
            [new ProgrammeChange("steps", string.Empty, ChangeKind.Changed, [new FieldChange("order", string.Join(", ", then), string.Join(", ", now))])];
    }
}
