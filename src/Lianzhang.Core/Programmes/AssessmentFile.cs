using System.ComponentModel;
using Lianzhang.Core.Scoring;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes;

/// <summary>What is compared. Persons never are: an assessment is of what regions and organisations came to.</summary>
public enum AssessedKind
{
    /// <summary>Governments of regions, with the figures of their regions.</summary>
    Regions,

    /// <summary>Departments and other bodies, with their work.</summary>
    Organisations,
}

/// <summary>Work of a region or an organisation that is counted over the assessed period.</summary>
public enum CountedWork
{
    /// <summary>Orders that were opened.</summary>
    Orders,

    /// <summary>Orders that were not put right in time.</summary>
    OrdersOverdue,

    /// <summary>Points that followed from orders; negative ones were deducted.</summary>
    OrderPoints,

    /// <summary>Tasks that were done by their day.</summary>
    MeasuresDone,

    /// <summary>Tasks whose day has passed undone.</summary>
    MeasuresLate,

    /// <summary>Appeals that are overdue.</summary>
    AppealsOverdue,

    /// <summary>Findings of inspections that are open.</summary>
    FindingsOpen,
}

/// <summary>The part that an organisation has in a task.</summary>
public enum TaskPart
{
    /// <summary>It owns the task.</summary>
    Lead,

    /// <summary>It works with the owner.</summary>
    Joint,
}

/// <summary>Who is compared with each other, and with nobody else.</summary>
public sealed record AssessedGroup(
    [property: Description("Code of the group.")] string Code,
    Text Name,
    [property: Description("Codes of its regions or organisations.")] IReadOnlyList<string> Members);

/// <summary>A column of figures: of a formula, of work that is counted, or typed in with its source.</summary>
public sealed record AssessedColumn(
    [property: Description("Code by which scoring names the column.")] string Code,
    Text Name,
    [property: Description("A formula over the figures of each region in the assessed period.")] string? Formula = null,
    [property: Description("The unit of the formula's result.")] Unit? Unit = null,
    [property: Description("Work that is counted.")] CountedWork? Count = null,
    [property: Description("Code of the level of the orders that count; all if left out.")] string? Level = null,
    [property: Description("The part in tasks that counts; lead if left out.")] TaskPart? Part = null)
{
    /// <summary>Whether the figures are typed in.</summary>
    public bool IsEntered => Formula is null && Count is null;
}

/// <summary>What follows from a rank or a grade.</summary>
public sealed record AssessmentUse(
    [property: Description("Code of what follows.")] string Code,
    Text Name,
    [property: Description("Whether it honours or criticises.")] bool Honours,
    [property: Description("For how many of the best of each group.")] int? First = null,
    [property: Description("For how many of the last of each group.")] int? Last = null,
    [property: Description("For whom has this grade.")] string? Grade = null);

/// <summary>How regions or organisations are assessed.</summary>
public sealed record AssessmentPlan(
    [property: Description("Code of the plan.")] string Code,
    Text Name,
    [property: Description("What is compared.")] AssessedKind Compares,
    [property: Description("The length of an assessed period.")] PeriodKind Every,
    [property: Description("Who is compared with whom.")] IReadOnlyList<AssessedGroup> Groups,
    [property: Description("The figures.")] IReadOnlyList<AssessedColumn> Columns,
    [property: Description("How they are scored.")] ScoreSpec Scoring,
    [property: Description("Working days on which objections may be filed once results are made known to those assessed.")] int PublicityDays = 3,
    [property: Description("What follows from ranks and grades.")] IReadOnlyList<AssessmentUse>? Uses = null)
{
    /// <summary>The group of a member; null where it is not assessed.</summary>
    public AssessedGroup? GroupOf(string member) => Groups.FirstOrDefault(group => group.Members.Contains(member));

    public AssessedColumn? FindColumn(string code) => Columns.FirstOrDefault(column => column.Code == code);
}

/// <summary>The file assessment.yaml, which a programme may leave out.</summary>
public sealed record AssessmentFile([property: Description("The plans.")] IReadOnlyList<AssessmentPlan> Plans)
{
    public static AssessmentFile None { get; } = new([]);

    public AssessmentPlan? Find(string code) => Plans.FirstOrDefault(plan => plan.Code == code);
}
