using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Reporting;

/// <summary>What was said in a cell before: of the period before and of the same period last year, as it is typed; null where nothing was.</summary>
public sealed record CellBefore(string? LastPeriod, string? LastYear);

/// <summary>A version as it was sent, with what became of it.</summary>
public sealed record VersionView(int Number, DateTimeOffset SubmittedAt, string SubmittedBy, ReportWay Way, string? Reason, VersionOutcome Outcome, DateTimeOffset? DecidedAt, string? DecidedBy, IReadOnlyDictionary<string, string> ReturnReasons);

/// <summary>A report as its unit and its reviewers see it.</summary>
/// <param name="Id">The report.</param>
/// <param name="Form">The form as it was when the round was opened.</param>
/// <param name="Period">The period.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Region">Code of its region.</param>
/// <param name="Due">The last day on which it is on time.</param>
/// <param name="Lock">The last day on which it can be sent.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="Content">What the unit is writing, or for others what it sent last.</param>
/// <param name="Findings">What the checks found in it.</param>
/// <param name="Before">What was said before, by cell.</param>
/// <param name="Versions">What was sent, the latest first.</param>
public sealed record ReportView(
    Guid Id, FormDefinition Form, Period Period, string Unit, string UnitName, string Region, DateOnly Due, DateOnly Lock,
    ReportStanding Standing, ReportContent Content, IReadOnlyList<Finding> Findings, IReadOnlyDictionary<string, CellBefore> Before, IReadOnlyList<VersionView> Versions)
{
    /// <summary>The form laid out.</summary>
    public required FormSheet Sheet { get; init; }

    /// <summary>The name of the body that asks.</summary>
    public required Text OwnerName { get; init; }

    /// <summary>When the draft was kept last; null when nothing was typed since the last version.</summary>
    public DateTimeOffset? DraftAt { get; init; }

    public required Text RegionName { get; init; }

    /// <summary>What the version before the one that was sent last said; null when there is none.</summary>
    public ReportContent? Previous { get; init; }

    /// <summary>Who delivered what the unit found in its draft, on its behalf; null where it wrote all of it itself.</summary>
    public string? DeliveredBy { get; init; }

    /// <summary>Why the version sent last was sent back, by cell; empty unless it is with the unit for that.</summary>
    public IReadOnlyDictionary<string, string> ReturnReasons => Standing.State == ReportState.Returned && Versions.Count > 0 ? Versions[0].ReturnReasons : new Dictionary<string, string>();
}
