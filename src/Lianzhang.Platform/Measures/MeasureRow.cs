using Lianzhang.Core.Judgement;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Attachments;

namespace Lianzhang.Platform.Measures;

/// <summary>Where a task stands.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Owner">The body that answers for it.</param>
/// <param name="With">The bodies that work with the owner.</param>
/// <param name="Start">The first day, where the programme states one.</param>
/// <param name="Deadline">The day by which it is to be done, where the programme states one.</param>
/// <param name="Percent">How much was reported as done; null where nothing was reported.</param>
/// <param name="Month">The month that was reported last.</param>
/// <param name="Expected">How much the time elapsed asks for.</param>
/// <param name="DaysLeft">Days to the deadline; negative when it has passed.</param>
/// <param name="Next">The next milestone that is not reached.</param>
/// <param name="Missed">How many milestones are past their day and not reached.</param>
/// <param name="IsOwn">Whether the reader's organisation reports it.</param>
/// <param name="Light">Status, colour and word.</param>
public sealed record MeasureRow(
    string Code, Text Name, Text Owner, IReadOnlyList<Text> With, DateOnly? Start, DateOnly? Deadline, decimal? Percent, Period? Month,
    decimal? Expected, int? DaysLeft, MeasureMilestone? Next, int Missed, bool IsOwn, Light Light);

/// <summary>A milestone of a task, and whether it is reached.</summary>
public sealed record MeasureMilestone(string Code, Text Name, DateOnly Due, bool IsDone, bool IsMissed);

/// <summary>An undertaking or mechanism with its tasks.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Which of the two.</param>
/// <param name="Owner">The body that answers for it.</param>
/// <param name="Worst">The light of the task that most needs looking at; null where it has none.</param>
/// <param name="Tasks">Its tasks in the order of the programme.</param>
public sealed record MeasureBranch(string Code, Text Name, MeasureKind Kind, Text Owner, Light? Worst, IReadOnlyList<MeasureRow> Tasks);

/// <summary>All measures of the programme in force.</summary>
public sealed record MeasureTree(Text Programme, DateOnly AsOf, IReadOnlyList<MeasureBranch> Branches)
{
    public IEnumerable<MeasureRow> Tasks => Branches.SelectMany(branch => branch.Tasks);
}

/// <summary>What was reported of a measure for a month.</summary>
/// <param name="Id">The report.</param>
/// <param name="Month">The month.</param>
/// <param name="Version">From 1; a later one corrects it.</param>
/// <param name="IsLatest">Whether no later version corrects it.</param>
/// <param name="Percent">How much of the work is done.</param>
/// <param name="Words">What was done and what stands in the way.</param>
/// <param name="Milestones">The milestones reached by then.</param>
/// <param name="Organisation">Who reported.</param>
/// <param name="By">The person.</param>
/// <param name="At">When.</param>
/// <param name="Evidence">The files that show it.</param>
public sealed record MeasureReportView(
    Guid Id, Period Month, int Version, bool IsLatest, decimal Percent, string Words, IReadOnlyList<Text> Milestones, string Organisation, string By, DateTimeOffset At, IReadOnlyList<AttachmentView> Evidence);

/// <summary>A target that a measure serves, and where it stands.</summary>
[CarriesTargets]
public sealed record ServedTarget(string Indicator, Text Name, int? Year, bool EveryYear, Light Light);

/// <summary>A measure with all that was reported of it.</summary>
/// <param name="Row">Where it stands.</param>
/// <param name="Parent">The undertaking or mechanism that it belongs to.</param>
/// <param name="Section">Where the programme says it.</param>
/// <param name="Places">The parks and regions that it names.</param>
/// <param name="Milestones">Its milestones in the order of their days.</param>
/// <param name="Done">Codes of those that are reached.</param>
/// <param name="Reports">What was reported, the latest first.</param>
/// <param name="Served">The targets that it serves, as far as the reader may see targets.</param>
/// <param name="Months">The months that the reader may report now, the latest first; none where it is not the reader's.</param>
public sealed record MeasureDetail(
    MeasureRow Row, Text? Parent, string Section, IReadOnlyList<Text> Places, IReadOnlyList<MeasureMilestone> Milestones, IReadOnlyList<string> Done,
    IReadOnlyList<MeasureReportView> Reports, IReadOnlyList<ServedTarget> Served, IReadOnlyList<Period> Months);
