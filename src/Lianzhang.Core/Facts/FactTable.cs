using Lianzhang.Core.Values;

namespace Lianzhang.Core.Facts;

/// <summary>A reading with the published figures that it rests on.</summary>
public sealed record FigureReading(Reading Reading, IReadOnlyList<PublishedFigure> Used);

/// <summary>Everything that formulas can look up: one figure per item, place and period, and the facts of units.</summary>
public sealed class FactTable
{
    private readonly Dictionary<(string Item, string Place), Dictionary<Period, PublishedFigure>> figures;
    private readonly UnitData units;

    /// <param name="figures">At most one per item, place and period: conflicts are settled before.</param>
    /// <param name="units">The units with what they reported.</param>
    public FactTable(IEnumerable<PublishedFigure> figures, UnitData units)
    {
        this.figures = figures
            .GroupBy(figure => (figure.Item, figure.Place))
            .ToDictionary(group => group.Key, group => group.ToDictionary(figure => figure.Period));
        this.units = units;
    }

    /// <summary>The first day of which any unit is known; null when the register is empty.</summary>
    public DateOnly? FirstDay => units.Register.First;

    /// <summary>Whether the units were made up for trial.</summary>
    public bool IsGenerated => units.Register.IsGenerated;

    /// <summary>Whether any unit is known on the day by which the period counts.</summary>
    public bool HasUnits(Period period) => units.Register.At(units.DayOf(period)).Count > 0;

    /// <summary>The units within a region, on the day by which the period counts.</summary>
    public IReadOnlyList<ReportingUnit> Units(string region, CodeTree? tree, Period period) => units.Register.Within(region, tree, units.DayOf(period));

    /// <summary>The published figure of an item for a place, told by the item's kind from neighbouring periods where it must be.</summary>
    public FigureReading Figure(string item, ItemKind kind, string place, Period period)
    {
        if (figures.TryGetValue((item, place), out var series)
            && PeriodLookup.Find<PublishedFigure>(series.TryGetValue, kind, period) is { } found)
        {
            return new FigureReading(Reading.Of(found.Sum(part => part.Sign * part.Value.Quantity.InBase)), [.. found.Select(part => part.Value)]);
        }

        return new FigureReading(Reading.OfMissing(new MissingFigure(item, place, period, ("未见公布", "not published"))), []);
    }

    /// <summary>What a unit answered, or null when it was not asked.</summary>
    public Reading? Fact(string item, ItemKind kind, string unit, Period period) => units.Facts.Find(item, kind, unit, period);

    /// <summary>Whether any unit was asked for the item in the months that count: the last one for a stock, any for the rest.</summary>
    public bool Asked(string item, ItemKind kind, Period period) => units.Facts.Asked(item, Counting(kind, period));

    /// <summary>Whether this unit was asked for the item in the months that count: the last one for a stock, any for the rest.</summary>
    public bool Asked(string item, ItemKind kind, string unit, Period period) => units.Facts.Asked(item, unit, Counting(kind, period));

    /// <summary>The periods for which figures of the item and place exist.</summary>
    public IEnumerable<Period> PeriodsOf(string item, string place) =>
        figures.TryGetValue((item, place), out var series) ? series.Keys : [];

    /// <summary>The periods for which some unit was asked for the item.</summary>
    public IEnumerable<Period> PeriodsAsked(string item) => units.Facts.PeriodsAsked(item);

    private static Period Counting(ItemKind kind, Period period) => kind == ItemKind.Stock ? Period.OfMonth(period.Year, period.LastMonth) : period;
}
