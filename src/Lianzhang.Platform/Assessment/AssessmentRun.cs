using Lianzhang.Core.Assessment;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;

namespace Lianzhang.Platform.Assessment;

/// <summary>An assessment of a period by a plan.</summary>
internal sealed class AssessmentRun
{
    public required Guid Id { get; init; }

    /// <summary>Code of the programme, with the number of its version.</summary>
    public required string Programme { get; init; }

    public required int ProgrammeVersion { get; init; }

    /// <summary>Code of the plan, with its name when the assessment was made.</summary>
    public required string Plan { get; init; }

    public required string PlanName { get; init; }

    public required string PlanNameEn { get; init; }

    /// <summary>The period as one number, as reports keep it.</summary>
    public required int Period { get; init; }

    /// <summary>Plan and period while it is not withdrawn: the store keeps it unique, so that a period has one result.</summary>
    public string? OnlyOne { get; set; }

    public AssessmentState State { get; set; }

    /// <summary>Who made it or put figures in last: somebody else checks it.</summary>
    public Guid? MadeBy { get; set; }

    public required string MadeByName { get; set; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The last day on which objections may be filed.</summary>
    public DateOnly? ObjectBy { get; set; }

    /// <summary>Number of the figures that count now.</summary>
    public int Figures { get; set; }

    /// <summary>Counts up with every event.</summary>
    public int Events { get; set; }

    /// <summary>The sealed result as it is handed out, and its hash.</summary>
    public string? Sealed { get; set; }

    public string? Seal { get; set; }

    public Text Name => (PlanName, PlanNameEn);

    public Period Of => PeriodNumber.Read(Period);
}

/// <summary>The figures of an assessment with its rules, as they stood once. They are never changed.</summary>
internal sealed class AssessmentFigures
{
    public required Guid Id { get; init; }

    public required Guid RunId { get; init; }

    /// <summary>From 1 within the assessment.</summary>
    public required int Number { get; init; }

    /// <summary>The file assessment.yaml.</summary>
    public required string Rules { get; init; }

    /// <summary>The rows as JSON.</summary>
    public required string Rows { get; init; }

    /// <summary>Why there are other figures than before.</summary>
    public required string Why { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>What was done with an assessment. Events are never changed.</summary>
internal sealed class AssessmentEvent
{
    public required Guid Id { get; init; }

    public required Guid RunId { get; init; }

    /// <summary>From 1 within the assessment.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public required string Words { get; init; }

    public required string WordsEn { get; init; }
}

/// <summary>How an objection was decided.</summary>
public enum ObjectionState
{
    Open,
    Upheld,
    Rejected,
}

/// <summary>What somebody who is assessed objects to.</summary>
internal sealed class AssessmentObjection
{
    public required Guid Id { get; init; }

    public required Guid RunId { get; init; }

    /// <summary>Code of the region or organisation, with its name.</summary>
    public required string Member { get; init; }

    public required string MemberName { get; init; }

    /// <summary>Code of the column that it is about; null where it is about anything else.</summary>
    public string? Column { get; init; }

    public required string Words { get; init; }

    public required string By { get; init; }

    public Guid? Account { get; init; }

    public required DateTimeOffset At { get; init; }

    public ObjectionState State { get; set; }

    public string? Reason { get; set; }

    public string? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }
}

/// <summary>Where a use of the result stands.</summary>
public enum UseState
{
    Drafted,
    Approved,
    Dropped,

    /// <summary>Published with the result.</summary>
    Published,
}

/// <summary>What is to follow for somebody from an assessment.</summary>
internal sealed class AssessmentUsed
{
    public required Guid Id { get; init; }

    public required Guid RunId { get; init; }

    public required string Member { get; init; }

    public required string MemberName { get; init; }

    /// <summary>Code in the plan, with its name.</summary>
    public required string Use { get; init; }

    public required string UseName { get; init; }

    public required string UseNameEn { get; init; }

    public required bool Honours { get; init; }

    public UseState State { get; set; }

    public string? Reason { get; set; }

    public string? DecidedBy { get; set; }

    public Text Name => (UseName, UseNameEn);
}
