using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Assessment;

/// <summary>Where an assessment stands.</summary>
public enum AssessmentState
{
    /// <summary>It is computed, and figures may still be put in.</summary>
    Draft,

    /// <summary>Somebody other than who made it has checked it.</summary>
    Checked,

    /// <summary>Those who are assessed see it and may object.</summary>
    Publicity,

    /// <summary>Nothing of it can change any more.</summary>
    Sealed,

    Published,

    Withdrawn,
}

/// <summary>What is done to an assessment.</summary>
public enum AssessmentStep
{
    Check,

    /// <summary>Takes it back to a draft, before those who are assessed see it.</summary>
    Return,
    Publicise,
    Seal,
    Publish,
    Withdraw,
}

/// <summary>Where an assessment stands, with all that its steps depend on.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="MadeBy">Who made it, or put figures in last.</param>
/// <param name="ObjectBy">The last day on which objections may be filed.</param>
/// <param name="Open">How many objections are not decided.</param>
public sealed record AssessmentStanding(AssessmentState State, Guid? MadeBy, DateOnly? ObjectBy = null, int Open = 0)
{
    /// <summary>Whether those who are assessed may object on a day.</summary>
    public bool TakesObjections(DateOnly on) => State == AssessmentState.Publicity && on <= ObjectBy;

    /// <summary>Whether figures may still be put in.</summary>
    public bool TakesFigures => State == AssessmentState.Draft;
}

/// <summary>The steps of an assessment: each gives where it stands then, or says why it cannot be done.</summary>
public static class AssessmentFlow
{
    /// <summary>Where it stands after a step, or null with the reason why it cannot be done.</summary>
    /// <param name="at">Where it stands.</param>
    /// <param name="step">What is done.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="on">The day.</param>
    /// <param name="words">The reason, where one is needed.</param>
    /// <param name="publicityDays">For how many working days objections may be filed.</param>
    /// <param name="calendar">The days that count.</param>
    /// <param name="refusal">Why not.</param>
    public static AssessmentStanding? Do(AssessmentStanding at, AssessmentStep step, Guid? by, DateOnly on, string? words, int publicityDays, WorkingCalendar calendar, out Text refusal)
    {
        if ((NotNow(at, step, by, on) ?? Lacking(step, words)) is { } why)
        {
            refusal = why;
            return null;
        }

        refusal = default;
        return step switch
        {
            AssessmentStep.Check => at with { State = AssessmentState.Checked },
            AssessmentStep.Return => at with { State = AssessmentState.Draft },
            AssessmentStep.Publicise => at with { State = AssessmentState.Publicity, ObjectBy = calendar.AddWorkingDays(on, publicityDays) },
            AssessmentStep.Seal => at with { State = AssessmentState.Sealed },
            AssessmentStep.Publish => at with { State = AssessmentState.Published },
            AssessmentStep.Withdraw => at with { State = AssessmentState.Withdrawn },
        };
    }

    /// <summary>Whether somebody may take a step now, once all that it needs is said.</summary>
    public static bool May(AssessmentStanding at, AssessmentStep step, Guid? by, DateOnly on) => NotNow(at, step, by, on) is null;

    private static Text? NotNow(AssessmentStanding at, AssessmentStep step, Guid? by, DateOnly on)
    {
        if (!IsOpenTo(at.State, step))
            return ($"考核当前状态为“{AssessmentWords.Of(at.State).Zh}”，不能{AssessmentWords.Of(step).Zh}。", $"The assessment is {AssessmentWords.Of(at.State).En}; that cannot be done now.");
        return step switch
        {
            AssessmentStep.Check when by is null || by == at.MadeBy => ("制表人不能审核自己的结果。", "Who made a result does not check it."),
            AssessmentStep.Seal when on <= at.ObjectBy => ($"公示期至 {at.ObjectBy:yyyy-MM-dd}，期满后方可封存。", $"Objections may be filed until {at.ObjectBy:yyyy-MM-dd}; it is sealed after that."),
            AssessmentStep.Seal when at.Open > 0 => ($"还有 {at.Open} 件异议未处理。", $"{at.Open} objections are not decided."),
            _ => null,
        };
    }

    private static Text? Lacking(AssessmentStep step, string? words) => step is AssessmentStep.Return or AssessmentStep.Withdraw && string.IsNullOrWhiteSpace(words)
        ? ("请填写理由。", "Say why.")
        : null;

    private static bool IsOpenTo(AssessmentState state, AssessmentStep step) => step switch
    {
        AssessmentStep.Check => state == AssessmentState.Draft,
        AssessmentStep.Return or AssessmentStep.Publicise => state == AssessmentState.Checked,
        AssessmentStep.Seal => state == AssessmentState.Publicity,
        AssessmentStep.Publish => state == AssessmentState.Sealed,
        AssessmentStep.Withdraw => state != AssessmentState.Withdrawn,
    };
}
