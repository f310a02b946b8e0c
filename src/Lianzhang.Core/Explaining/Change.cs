using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Explaining;

/// <summary>A formula with all that it is evaluated over, as it was on record at one instant.</summary>
/// <param name="Formula">The formula; null where the indicator was not defined.</param>
/// <param name="Context">Facts, units and definitions.</param>
public sealed record World(Formula? Formula, FormulaContext Context);

/// <summary>What became of a result from one instant to another.</summary>
/// <param name="Before">The earlier result, in base units.</param>
/// <param name="Redefined">The earlier facts by the later definition: what lies between it and the earlier result comes from the definition alone.</param>
/// <param name="After">The later result.</param>
/// <param name="Aggregates">What became of each aggregate of the later formula.</param>
/// <param name="Figures">The published figures that differ.</param>
public sealed record Change(Reading Before, Reading Redefined, Reading After, IReadOnlyList<AggregateChange> Aggregates, IReadOnlyList<FigureChange> Figures);

/// <summary>What became of an aggregate. The lines add up to After − Before exactly; there are none where amounts do not add up.</summary>
/// <param name="Formula">The aggregate as a formula of its own.</param>
/// <param name="Kind">What it makes of the answers.</param>
/// <param name="Item">Code of the item; null where units or groups are counted.</param>
/// <param name="Unit">The unit of its amounts.</param>
/// <param name="Period">The period that it is asked of.</param>
/// <param name="Before">What was answered, put together; 0 when nothing was.</param>
/// <param name="After">What is answered.</param>
/// <param name="Lines">By kind, only those that there are.</param>
/// <param name="Units">Every unit that gives something else, the largest difference first.</param>
public sealed record AggregateChange(
    Formula Formula,
    AggregateKind Kind,
    string? Item,
    Unit Unit,
    Period Period,
    decimal Before,
    decimal After,
    IReadOnlyList<ChangeLine> Lines,
    IReadOnlyList<UnitChange> Units);

/// <summary>What one kind of change comes to.</summary>
public sealed record ChangeLine(DifferenceKind Kind, int Units, decimal Amount);

/// <summary>A unit that gives something else than before; null where it gave or gives nothing.</summary>
public sealed record UnitChange(string Unit, DifferenceKind Kind, decimal? Before, decimal? After)
{
    public decimal Amount => (After ?? 0) - (Before ?? 0);
}

/// <summary>A published figure that was used and is another; null on the side where none was used.</summary>
public sealed record FigureChange(PublishedFigure? Before, PublishedFigure? After)
{
    public PublishedFigure Any => After ?? Before!;
}
