using System.ComponentModel;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes;

/// <summary>A kind of appeal, with the body that it goes to and its clocks in working days.</summary>
public sealed record AppealKind(
    [property: Description("Code of the kind.")] string Code,
    Text Name,
    [property: Description("Code of the body that it goes to as a rule; whoever routes it may choose another.")] string RouteTo,
    [property: Description("Working days within which it is routed.")] int DaysToRoute,
    [property: Description("Working days after the routing within which it is answered.")] int DaysToAnswer);

/// <summary>A level of urgency with its own clock, in place of the kind's; whoever routes an appeal sets it.</summary>
public sealed record AppealUrgency(
    [property: Description("Code of the level.")] string Code,
    Text Name,
    [property: Description("Working days after the routing within which it is answered; 0 for the same day.")] int Days);

/// <summary>The file appeals.yaml, which a programme may leave out.</summary>
public sealed record AppealsFile(
    [property: Description("What appeals may be about.")] IReadOnlyList<AppealKind> Kinds,
    [property: Description("Levels of urgency.")] IReadOnlyList<AppealUrgency>? Urgencies = null)
{
    /// <summary>Of a programme that has none.</summary>
    public static AppealsFile None { get; } = new([]);

    /// <summary>The kind, or null: another version of the programme may have had it.</summary>
    public AppealKind? FindKind(string code) => Kinds.FirstOrDefault(kind => kind.Code == code);

    public AppealUrgency? FindUrgency(string code) => (Urgencies ?? []).FirstOrDefault(urgency => urgency.Code == code);
}
