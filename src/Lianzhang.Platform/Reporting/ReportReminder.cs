namespace Lianzhang.Platform.Reporting;

/// <summary>That somebody was reminded of a report; each kind but once, by hand once a day.</summary>
internal sealed class ReportReminder
{
    public required Guid ReportId { get; init; }

    public required ReminderKind Kind { get; init; }

    /// <summary>When; the last time, for one that is asked by hand.</summary>
    public required DateTimeOffset At { get; set; }
}

internal enum ReminderKind
{
    Opened,
    BeforeDue,
    AfterDue,
    AskedByHand,
}
