using System.Text.Json.Serialization;
using Lianzhang.Core.Boards;
using Lianzhang.Core.Evaluating;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Supervision;

namespace Lianzhang.Platform.Evaluation;

/// <summary>Which evaluation of a programme it is.</summary>
public enum EvaluationKind
{
    /// <summary>Whether targets are on their way.</summary>
    MidTerm,

    /// <summary>Whether they were reached.</summary>
    Final,
}

/// <summary>A target with where it stands and what it comes to if it goes on as lately.</summary>
[CarriesTargets]
public sealed record EvaluatedTarget(BoardRow Row, decimal? Forecast);

/// <summary>How many tasks show a light.</summary>
public sealed record LightCount(Light Light, int Count);

/// <summary>An undertaking or mechanism with how its tasks stand.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Which of the two.</param>
/// <param name="Tasks">How many tasks it has.</param>
/// <param name="Lights">Where they stand, the most urgent first.</param>
/// <param name="Done">How many are done.</param>
/// <param name="Missed">How many milestones are past their day and not reached.</param>
/// <param name="Percent">How much of them is done on average, of those that reported; null where none did.</param>
/// <param name="Expected">How much the time elapsed asks of those on average.</param>
public sealed record EvaluatedBranch(string Code, Text Name, MeasureKind Kind, int Tasks, IReadOnlyList<LightCount> Lights, int Done, int Missed, decimal? Percent, decimal? Expected);

/// <summary>Orders of one source, or of one level.</summary>
/// <param name="Name">The source or level.</param>
/// <param name="Colour">The colour of a level.</param>
/// <param name="Total">How many there were.</param>
/// <param name="Closed">How many were put right and closed.</param>
/// <param name="Unresolved">How many ended without having been put right.</param>
/// <param name="Cancelled">How many were opened in error.</param>
/// <param name="Open">How many were open on the day.</param>
/// <param name="Late">How many took longer than they were given.</param>
/// <param name="DaysTaken">Days to the end on average, of those closed; null where none is.</param>
/// <param name="DaysGiven">The days that those were given, on average.</param>
public sealed record OrderGroup(Text Name, Colour? Colour, int Total, int Closed, int Unresolved, int Cancelled, int Open, int Late, decimal? DaysTaken, decimal? DaysGiven)
{
    internal static OrderGroup Of(Text name, Colour? colour, IReadOnlyList<EvaluatedOrder> orders)
    {
        var closed = orders.Where(order => order.Ended == OrderState.Closed).ToList();
        return new OrderGroup(
            name, colour, orders.Count, closed.Count, orders.Count(order => order.Ended == OrderState.Unresolved), orders.Count(order => order.Ended == OrderState.Cancelled),
            orders.Count(order => order.Ended is null), orders.Count(order => order.IsLate), Mean(closed, order => order.DaysTaken), Mean(closed, order => order.DaysGiven));
    }

    private static decimal? Mean(List<EvaluatedOrder> orders, Func<EvaluatedOrder, int> days) => orders.Count == 0 ? null : decimal.Round((decimal)orders.Average(days), 1);
}

/// <summary>With what the figure of an order is compared.</summary>
public enum ComparedWith
{
    /// <summary>The same target of regions of the same level without an order at the time.</summary>
    Regions,

    /// <summary>Other targets of the same region without an order at the time.</summary>
    Targets,
}

/// <summary>What became of the figure that opened an order.</summary>
[CarriesTargets]
public sealed record OrderEffect(EvaluatedOrder Order, Text Indicator, int? Year, Period Opened, ComparedWith With, Effect Effect);

/// <summary>How many orders had an effect of a kind.</summary>
public sealed record EffectCount(EffectVerdict Verdict, int Count);

/// <summary>A programme looked back on from a day.</summary>
/// <param name="Programme">Its name.</param>
/// <param name="Kind">Which evaluation.</param>
/// <param name="AsOf">The day.</param>
/// <param name="LastDay">The last day of the programme.</param>
/// <param name="Region">The region whose targets are shown.</param>
/// <param name="Regions">The regions that can be asked for.</param>
/// <param name="Targets">Its targets.</param>
/// <param name="Measures">The undertakings and mechanisms.</param>
/// <param name="Orders">The orders that were opened by the day: of the whole programme where no region was asked for.</param>
/// <param name="Sources">The same by what opened them.</param>
/// <param name="Levels">The same by the level that they came to.</param>
/// <param name="Effects">What became of the figures that opened orders.</param>
/// <param name="IsGenerated">Whether units that were made up for trial are counted.</param>
[CarriesTargets]
public sealed record EvaluationView(
    Text Programme, EvaluationKind Kind, DateOnly AsOf, DateOnly LastDay, BoardPlace Region, IReadOnlyList<BoardPlace> Regions, IReadOnlyList<EvaluatedTarget> Targets, IReadOnlyList<EvaluatedBranch> Measures,
    IReadOnlyList<EvaluatedOrder> Orders, IReadOnlyList<OrderGroup> Sources, IReadOnlyList<OrderGroup> Levels, IReadOnlyList<OrderEffect> Effects, bool IsGenerated)
{
    /// <summary>Whether the programme had not ended, so that a final evaluation is before its time.</summary>
    public bool IsEarly => Kind == EvaluationKind.Final && AsOf < LastDay;

    /// <summary>How many effects there are of each kind, each kind once.</summary>
    public IReadOnlyList<EffectCount> Verdicts => [.. Enum.GetValues<EffectVerdict>().Select(verdict => new EffectCount(verdict, Effects.Count(one => one.Effect.Verdict == verdict)))];

    /// <summary>What it comes to in a sentence or two.</summary>
    [JsonIgnore]
    public Text Summary => EvaluationWords.Summary(this);
}
