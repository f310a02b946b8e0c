using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Explaining;

/// <summary>What a result rests on.</summary>
/// <param name="Reading">The result in base units.</param>
/// <param name="Aggregates">What was asked of units, in the order in which the formula first asks it.</param>
/// <param name="Left">How many further aggregates are not opened.</param>
/// <param name="Figures">The published figures used.</param>
public sealed record Explanation(Reading Reading, IReadOnlyList<ExplainedAggregate> Aggregates, int Left, IReadOnlyList<PublishedFigure> Figures);

/// <summary>An aggregate over the units of a region for a period, with what each part of the region gives to it.</summary>
/// <param name="Formula">The aggregate as a formula of its own.</param>
/// <param name="Kind">What it makes of the answers.</param>
/// <param name="Item">Code of the item; null where units or groups are counted.</param>
/// <param name="Unit">The unit of its amounts: the item's own, or 家 and 个 for what is counted.</param>
/// <param name="Period">The period that it is asked of.</param>
/// <param name="Reading">What it came to, in base units.</param>
/// <param name="Amount">What was answered, put together as the kind says; null when nothing was. It is there also where the reading is missing because some owe their answer.</param>
/// <param name="Completeness">Who was asked and who answered.</param>
/// <param name="Parts">By the regions directly below, those without any unit as well; last what lies in none of them, where anything does.</param>
public sealed record ExplainedAggregate(
    Formula Formula,
    AggregateKind Kind,
    string? Item,
    Unit Unit,
    Period Period,
    Reading Reading,
    decimal? Amount,
    Completeness Completeness,
    IReadOnlyList<ExplainedPart> Parts)
{
    /// <summary>The groups, where it is groups that are counted.</summary>
    public ExplainedGroups? Groups { get; init; }

    /// <summary>Whether the amounts of the parts add up to the whole.</summary>
    public bool AddsUp => Kind is AggregateKind.Sum or AggregateKind.Units or AggregateKind.Answers;
}

/// <summary>One aggregate with what each unit answered.</summary>
public sealed record OpenedAggregate(Formula Formula, string? Item, Unit Unit, Period Period, IReadOnlyList<UnitAnswer> Units);

/// <summary>What a region gives to an aggregate.</summary>
/// <param name="Region">Code of the region; null for what lies in none of the regions below.</param>
/// <param name="Amount">As <see cref="ExplainedAggregate.Amount"/>.</param>
/// <param name="Completeness">Who was asked and who answered.</param>
public sealed record ExplainedPart(string? Region, decimal? Amount, Completeness Completeness);
