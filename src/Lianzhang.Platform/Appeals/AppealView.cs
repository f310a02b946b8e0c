using Lianzhang.Core.Appeals;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Attachments;

namespace Lianzhang.Platform.Appeals;

/// <summary>A step in the timeline of an appeal.</summary>
/// <param name="At">When.</param>
/// <param name="Step">What.</param>
/// <param name="By">Who.</param>
/// <param name="Organisation">For which organisation; empty for the product.</param>
/// <param name="Words">What was said.</param>
/// <param name="To">The organisation that got it.</param>
/// <param name="Rating">How it was rated.</param>
/// <param name="Due">By when the next step was to be taken.</param>
/// <param name="Files">The files that came with it.</param>
public sealed record AppealEntry(DateTimeOffset At, AppealStep Step, string By, string Organisation, string Words, string? To, AppealRating? Rating, DateOnly? Due, IReadOnlyList<AttachmentView> Files);

/// <summary>An organisation that can deal with appeals.</summary>
public sealed record AppealOffice(Guid Id, string Name);

/// <summary>A kind or a level of urgency to choose.</summary>
public sealed record AppealChoice(string Code, Text Name, int Days);

/// <summary>What those may choose from who route or pass on.</summary>
/// <param name="Offices">Organisations that can deal with it.</param>
/// <param name="Suggested">The one that the programme names for the kind.</param>
/// <param name="SuggestedName">Its name in the programme, whether or not it is here.</param>
/// <param name="Urgencies">Levels of urgency.</param>
public sealed record AppealRouting(IReadOnlyList<AppealOffice> Offices, Guid? Suggested, Text? SuggestedName, IReadOnlyList<AppealChoice> Urgencies);

/// <summary>An appeal in a list.</summary>
/// <param name="Id">The appeal.</param>
/// <param name="Reference">Its number within the year.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Title">Its title.</param>
/// <param name="Asker">The organisation that asks.</param>
/// <param name="Handler">The organisation that has it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Round">2 once it was reopened.</param>
/// <param name="FiledAt">When it was filed.</param>
/// <param name="ActBy">The day by which somebody other than the asker has to act.</param>
/// <param name="IsOverdue">Whether that day has passed.</param>
/// <param name="Rating">How it was rated.</param>
public sealed record AppealLine(
    Guid Id, string Reference, Text Kind, string Title, string Asker, string? Handler, AppealState State, int Round, DateTimeOffset FiledAt, DateOnly? ActBy, bool IsOverdue, AppealRating? Rating)
{
    internal static AppealLine Of(Appeal appeal, DateOnly today) => new(
        appeal.Id, appeal.Reference, new Text(appeal.KindName, appeal.KindNameEn), appeal.Title, appeal.AskerName, appeal.HandlerName,
        appeal.State, appeal.Round, appeal.FiledAt, appeal.ActBy, appeal.Standing.IsOverdue(today), appeal.Rating);
}

/// <summary>An appeal with its timeline and what the reader may do now.</summary>
/// <param name="Line">What lists show of it.</param>
/// <param name="Content">What happened, and what is wanted.</param>
/// <param name="Contact">How the asker is reached.</param>
/// <param name="Urgency">The level of urgency that the routing set.</param>
/// <param name="Due">The last day to answer it.</param>
/// <param name="DaysLeft">Working days that were left when the clock was stopped; null while it runs.</param>
/// <param name="RateBy">The last day to rate it or, once rated, to have it reopened.</param>
/// <param name="Timeline">All that was done, the first step first.</param>
/// <param name="May">The steps that the reader may take.</param>
/// <param name="Routing">What to choose from when routing or passing on; null where the reader may do neither.</param>
public sealed record AppealView(
    AppealLine Line, string Content, string? Contact, Text? Urgency, DateOnly? Due, int? DaysLeft, DateOnly? RateBy, IReadOnlyList<AppealEntry> Timeline, IReadOnlyList<AppealStep> May, AppealRouting? Routing);
