using System.ComponentModel;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes;

/// <summary>How the days of a deadline are counted.</summary>
public enum DayCount
{
    Working,

    /// <summary>Every day; a last day that is not worked moves to the next one that is.</summary>
    Calendar,
}

/// <summary>A colour of orders. They stand in the order of escalation.</summary>
public sealed record OrderLevel(
    [property: Description("Code of the level.")] string Code,
    Text Name,
    [property: Description("The colour, always shown with the name.")] Colour Colour,
    [property: Description("Working days to put the matter right.")] int Days);

/// <summary>Where an order that is opened by hand comes from, with the deadline that holds when none is stated.</summary>
public sealed record OrderSource(
    [property: Description("Code of the source.")] string Code,
    Text Name,
    [property: Description("Days to put the matter right.")] int Days,
    [property: Description("How they are counted.")] DayCount Count = DayCount.Working,
    [property: Description("The level that it starts at; the first if left out.")] string? Level = null);

/// <summary>What a rule watches.</summary>
public enum TriggerKind
{
    /// <summary>The status of a target.</summary>
    TargetStatus,

    /// <summary>A report that was not sent.</summary>
    ReportOverdue,

    /// <summary>A task of the programme that is not done by its day.</summary>
    MeasureOverdue,

    /// <summary>A milestone of a task that is not reached by its day.</summary>
    MilestoneMissed,

    /// <summary>An appeal that was not routed or answered in time.</summary>
    AppealOverdue,

    /// <summary>Something that an inspection found.</summary>
    InspectionFinding,
}

/// <summary>When an order is opened by itself, and when it may be closed.</summary>
public sealed record TriggerRule(
    [property: Description("Code of the rule.")] string Code,
    Text Name,
    [property: Description("What it watches.")] TriggerKind When,
    [property: Description("The level that an order starts at.")] string Level,
    [property: Description("The statuses that open one.")] IReadOnlyList<Status>? Statuses = null,
    [property: Description("Codes of the indicators that it watches; all if left out.")] IReadOnlyList<string>? Indicators = null,
    [property: Description("Through how many periods in a row the status holds.")] int Periods = 1,
    [property: Description("Codes of the forms that it watches; all if left out.")] IReadOnlyList<string>? Forms = null,
    [property: Description("Working days after the day when a report or an answer was due.")] int DaysOverdue = 1,
    [property: Description("Working days to put it right; those of the level if left out.")] int? Days = null,
    [property: Description("For how many periods the figure must be back on its path before an order is closed.")] int Recovery = 1,
    [property: Description("Within how many periods after closing a relapse opens the same order again.")] int Relapse = 0);

/// <summary>What follows when a matter comes to a level.</summary>
public sealed record OrderConsequence(
    [property: Description("Code of the level.")] string Level,
    Text Name,
    [property: Description("At which time on the same matter it follows; with in_a_row, of orders of the same body one after another.")] int Times = 1,
    [property: Description("Whether orders of the same body count, one after another at this level.")] bool InARow = false,
    [property: Description("Points for the assessment; negative ones are deducted.")] decimal Points = 0);

/// <summary>The file supervision.yaml, which a programme may leave out.</summary>
public sealed record SupervisionFile(
    [property: Description("The levels, the mildest first.")] IReadOnlyList<OrderLevel> Levels,
    [property: Description("Rules by which orders are opened.")] IReadOnlyList<TriggerRule> Rules,
    [property: Description("Where orders that are opened by hand come from.")] IReadOnlyList<OrderSource> Sources,
    [property: Description("What follows when a matter comes to a level.")] IReadOnlyList<OrderConsequence>? Consequences = null,
    [property: Description("Working days to sign for an order.")] int SignDays = 2,
    [property: Description("Working days to verify what was reported.")] int VerifyDays = 5,
    [property: Description("Working days before the deadline from which on an order is near due.")] int NearDays = 3)
{
    /// <summary>What a programme without the file has: orders neither open by themselves nor by hand.</summary>
    public static SupervisionFile None { get; } = new([], [], []);

    public OrderLevel? FindLevel(string code) => Levels.FirstOrDefault(level => level.Code == code);

    public TriggerRule? FindRule(string code) => Rules.FirstOrDefault(rule => rule.Code == code);

    public OrderSource? FindSource(string code) => Sources.FirstOrDefault(source => source.Code == code);

    /// <summary>The level after one, or the same where it is the last.</summary>
    public OrderLevel After(string code) => Levels.SkipWhile(level => level.Code != code).Skip(1).FirstOrDefault() ?? Levels[^1];
}
