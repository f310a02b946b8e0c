using Lianzhang.Core.Assessment;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Scoring.Robust;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Assessment;

/// <summary>An assessment in a list.</summary>
public sealed record AssessmentLine(Guid Id, Text Name, Period Period, AssessmentState State, string MadeBy, DateTimeOffset MadeAt, DateOnly? ObjectBy, string? Seal)
{
    internal static AssessmentLine Of(AssessmentRun run) => new(run.Id, run.Name, run.Of, run.State, run.MadeByName, run.MadeAt, run.ObjectBy, run.Seal);
}

/// <summary>How somebody came out.</summary>
/// <param name="Code">Who.</param>
/// <param name="Name">The name.</param>
/// <param name="Score">The score, rounded to 6 digits; null where it has none.</param>
/// <param name="Rank">The rank within the group.</param>
/// <param name="Class">The grade.</param>
/// <param name="Missing">How many of the figures are missing.</param>
/// <param name="Robust">How sure the rank is; null where the plan does not say how to find out.</param>
public sealed record AssessedMember(string Code, string Name, double? Score, double? Rank, string? Class, int Missing, RobustUnit? Robust);

/// <summary>Those who are compared with each other, the best first.</summary>
public sealed record AssessedGroupView(string Code, Text Name, IReadOnlyList<AssessedMember> Members);

/// <summary>A column of the plan.</summary>
public sealed record AssessedColumnView(string Code, Text Name, Unit? Unit, bool IsEntered)
{
    internal static AssessedColumnView Of(AssessedColumn column) => new(column.Code, column.Name, column.Unit, column.IsEntered);
}

/// <summary>An entry in the timeline.</summary>
public sealed record AssessmentEventView(int Number, DateTimeOffset At, string By, Text Words);

/// <summary>Figures that counted once.</summary>
public sealed record AssessmentVersion(int Number, string Why, string By, DateTimeOffset At);

/// <summary>An objection.</summary>
public sealed record ObjectionView(Guid Id, string Member, string MemberName, string? Column, Text? ColumnName, string Words, string By, DateTimeOffset At, ObjectionState State, string? Reason, string? DecidedBy);

/// <summary>What is to follow for somebody.</summary>
public sealed record UseView(Guid Id, string Member, string MemberName, Text Name, bool Honours, UseState State, string? Reason, string? DecidedBy);

/// <summary>An assessment with its result.</summary>
/// <param name="Line">What lists show of it.</param>
/// <param name="Plan">Code of the plan.</param>
/// <param name="Groups">The result by groups.</param>
/// <param name="Columns">The columns of figures.</param>
/// <param name="Steps">The steps of scoring in their order, each with its method.</param>
/// <param name="Faults">Why there is no result.</param>
/// <param name="LeftOut">Which indicators do not count, since nobody has a figure; null where all do.</param>
/// <param name="Versions">The figures that counted, the last first.</param>
/// <param name="Others">Other assessments by the plan that the reader may see, the latest period first.</param>
/// <param name="Events">What happened, the last first.</param>
/// <param name="Objections">The objections that the caller may see.</param>
/// <param name="Uses">What follows from it.</param>
/// <param name="Robustness">How sure ranks are as a whole; null where the plan does not say how to find out.</param>
/// <param name="Names">Names of the places of the hierarchy by their codes.</param>
/// <param name="May">What the caller may do.</param>
public sealed record AssessmentView(
    AssessmentLine Line, string Plan, IReadOnlyList<AssessedGroupView> Groups, IReadOnlyList<AssessedColumnView> Columns, IReadOnlyList<AssessmentStepView> Steps, IReadOnlyList<Text> Faults, Text? LeftOut,
    IReadOnlyList<AssessmentVersion> Versions, IReadOnlyList<AssessmentLine> Others, IReadOnlyList<AssessmentEventView> Events, IReadOnlyList<ObjectionView> Objections, IReadOnlyList<UseView> Uses, Robustness? Robustness, IReadOnlyDictionary<string, Text> Names, AssessmentMay May);

/// <summary>A step of scoring.</summary>
public sealed record AssessmentStepView(string Step, string Method);

/// <summary>What the caller may do with an assessment now.</summary>
/// <param name="Steps">The steps of the whole.</param>
/// <param name="PutFigures">Whether figures may be put in.</param>
/// <param name="ObjectFor">Codes of those for whom it may object.</param>
/// <param name="DecideObjections">Whether it decides objections.</param>
/// <param name="DecideUses">Whether it decides what follows.</param>
public sealed record AssessmentMay(IReadOnlyList<AssessmentStep> Steps, bool PutFigures, IReadOnlyList<string> ObjectFor, bool DecideObjections, bool DecideUses);
