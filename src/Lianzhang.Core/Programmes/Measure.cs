using System.ComponentModel;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes;

/// <summary>What kind of node of the programme's tree of work a measure is.</summary>
public enum MeasureKind
{
    /// <summary>重大工程</summary>
    Undertaking,

    /// <summary>保障机制</summary>
    Mechanism,

    /// <summary>A task within an undertaking or mechanism.</summary>
    Task,
}

/// <summary>A task of the programme: who answers for it and which targets it serves.</summary>
public sealed record Measure(
    string Code,
    Text Name,
    MeasureKind Kind,
    [property: Description("Code of the body that answers for it.")] string Owner,
    Cite Cite,
    [property: Description("Code of the undertaking or mechanism that it belongs to.")] string? Parent = null,
    [property: Description("Codes of the bodies that work with the owner.")] IReadOnlyList<string>? CoOwners = null,
    [property: Description("Codes of the indicators whose targets it serves.")] IReadOnlyList<string>? Serves = null,
    [property: Description("Codes of the parks or regions that it names.")] IReadOnlyList<string>? Places = null,
    [property: Description("The day by which it is to be done, where the programme states one.")] DateOnly? Deadline = null,
    [property: Description("The first day of the work.")] DateOnly? Start = null,
    [property: Description("What is to be reached on the way, each by its day.")] IReadOnlyList<Milestone>? Milestones = null);

/// <summary>Something that is to be reached on the way to what a measure is for.</summary>
public sealed record Milestone(
    string Code,
    Text Name,
    [property: Description("The day by which it is to be reached.")] DateOnly Due);

/// <summary>The file measures.yaml.</summary>
public sealed record MeasuresFile([property: Description("Undertakings, mechanisms and their tasks.")] IReadOnlyList<Measure> Measures);
