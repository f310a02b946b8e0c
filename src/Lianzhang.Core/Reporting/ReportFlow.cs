using Lianzhang.Core.Values;

namespace Lianzhang.Core.Reporting;

/// <summary>Where the report of a unit stands.</summary>
public enum ReportState
{
    /// <summary>The unit has it.</summary>
    Open,

    /// <summary>It was sent and is being reviewed.</summary>
    Submitted,

    /// <summary>It was sent back to the unit, with reasons.</summary>
    Returned,

    /// <summary>It counts.</summary>
    Accepted,

    /// <summary>It counts, and the unit is correcting it.</summary>
    Correcting,
}

/// <summary>Where a report stands with its versions.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Version">The number of the version sent last; 0 before the first.</param>
/// <param name="Level">How many levels have passed the version sent last.</param>
/// <param name="Accepted">The number of the version that counts; 0 when none does.</param>
public sealed record ReportStanding(ReportState State, int Version, int Level, int Accepted)
{
    public static ReportStanding New { get; } = new(ReportState.Open, 0, 0, 0);

    /// <summary>Whether the unit may write into it.</summary>
    public bool IsWithUnit => State is ReportState.Open or ReportState.Returned or ReportState.Correcting;
}

/// <summary>The steps of a report: each gives where it stands then, or null with the reason why it cannot be done.</summary>
public static class ReportFlow
{
    /// <summary>The unit sends what it wrote, as a new version.</summary>
    public static ReportStanding? Submit(ReportStanding at, out Text refusal) =>
        at.IsWithUnit ? Done(at with { State = ReportState.Submitted, Version = at.Version + 1, Level = 0 }, out refusal) : Refused(at, "报送", "sent", out refusal);

    /// <summary>The unit takes back what it sent, as long as no level has passed it.</summary>
    public static ReportStanding? Withdraw(ReportStanding at, out Text refusal) =>
        at is { State: ReportState.Submitted, Level: 0 } ? Done(at with { State = at.Accepted == 0 ? ReportState.Open : ReportState.Correcting }, out refusal) : Refused(at, "撤回", "taken back", out refusal);

    /// <summary>A level sends it back to the unit.</summary>
    public static ReportStanding? Return(ReportStanding at, out Text refusal) =>
        at.State == ReportState.Submitted ? Done(at with { State = ReportState.Returned }, out refusal) : Refused(at, "退回", "sent back", out refusal);

    /// <summary>A level passes it; past the last level it counts.</summary>
    public static ReportStanding? Accept(ReportStanding at, int levels, out Text refusal)
    {
        if (at.State != ReportState.Submitted)
            return Refused(at, "审核通过", "accepted", out refusal);
        return Done(at.Level + 1 < levels ? at with { Level = at.Level + 1 } : at with { State = ReportState.Accepted, Level = at.Level + 1, Accepted = at.Version }, out refusal);
    }

    /// <summary>The unit opens what counts, to correct it; it counts until the correction is accepted.</summary>
    public static ReportStanding? Correct(ReportStanding at, out Text refusal) =>
        at.State == ReportState.Accepted ? Done(at with { State = ReportState.Correcting }, out refusal) : Refused(at, "更正", "corrected", out refusal);

    private static ReportStanding Done(ReportStanding then, out Text refusal)
    {
        refusal = default;
        return then;
    }

    private static ReportStanding? Refused(ReportStanding at, string zh, string en, out Text refusal)
    {
        refusal = ($"报表当前状态为“{ReportStateWords.Of(at.State).Zh}”，不能{zh}。", $"The report is {ReportStateWords.Of(at.State).En}; it cannot be {en} now.");
        return null;
    }
}

/// <summary>The words for where a report stands.</summary>
public static class ReportStateWords
{
    public static Text Of(ReportState state) => state switch
    {
        ReportState.Open => ("待报", "to be sent"),
        ReportState.Submitted => ("待审核", "in review"),
        ReportState.Returned => ("已退回", "sent back"),
        ReportState.Accepted => ("已通过", "accepted"),
        ReportState.Correcting => ("更正中", "being corrected"),
    };
}
