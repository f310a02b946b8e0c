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

    /// <summary>Whether any unit but places is known on the day by which the period counts.</summary>
    public bool HasUnits(Period period) => units.Register.At(units.DayOf(period)).Any(unit => !unit.IsPlace);

    /// <summary>The units within a region, on the day by which the period counts.</summary>
    public IReadOnlyList<ReportingUnit> Units(string region, CodeTree? tree, Period period) => units.Register.Within(region, tree, units.DayOf(period));

    /// <summary>A unit as it stood on the day by which the period counts; null when it was not there.</summary>
    public ReportingUnit? Unit(string code, Period period) => units.Register.Find(code, units.DayOf(period));

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

    /// <summary>What a unit answered, or null when it was not asked. As it is now, what has gone over into the unit belongs to it.</summary>
    public Reading? Fact(string item, ItemKind kind, string unit, Period period)
    {
        var own = units.Facts.Find(item, kind, unit, period);
        // A rate of two is not the sum of their rates.
        if (units.AsOn is not { } day || kind == ItemKind.Rate || units.Register.MergedInto(unit, day).ToList() is not { Count: > 0 } merged)
            return own;
        // Month by month: whoever went over within the period reported for a part of it.
        return kind == ItemKind.Flow && period.Months > 1
            ? Sum(period.EachMonth().Select(month => Fact(item, kind, unit, month)))
            : merged.Select(code => units.Facts.Find(item, kind, code, period)).Aggregate(own, Together);
    }

    /// <summary>What the units of a region, or of a group within it, answered together; null where no cells are kept of it.</summary>
    public Cell? Cell(string aggregate, string region, UnitGroup? group, Period period) => units.AsOn is null ? units.Cells?.Find(aggregate, region, group, period) : null;

    /// <summary>The codes of an attribute under which units of a region stood at the end of a period, or ever for no period; null where that is not kept.</summary>
    public IReadOnlyList<string>? Groups(string attribute, string region, Period? period) => units.AsOn is null ? units.Cells?.Groups(attribute, region, period) : null;

    /// <summary>The cells of an aggregate for a region, or for a group within it, and all periods of a kind; false where none are kept.</summary>
    public bool TryCells(string aggregate, string region, UnitGroup? group, PeriodKind kind, out CellRow row)
    {
        row = default;
        return units is { AsOn: null, Cells: { } cells } && cells.Row(aggregate, region, group, kind, out row);
    }

    /// <summary>The place of a period among those of its kind that are kept; null where it lies outside of them.</summary>
    public int? SlotOf(Period period) => units.Facts.Window.SlotOf(period);

    /// <summary>The period of a kind that is kept in a place; null where none ends there.</summary>
    public Period? PeriodOf(PeriodKind kind, int slot) => units.Facts.Window.PeriodOf(kind, slot);

    /// <summary>The sum of a cell in the base unit of the item's dimension.</summary>
    public decimal InBase(Cell cell, string item) => Item(item)?.InBase(cell.Sum) ?? 0;

    /// <summary>The facts of an item; null where nobody was asked for it.</summary>
    internal ItemFacts? Item(string item) => units.Facts.Item(item);

    /// <summary>Whether any unit was asked for the item in the months that count: the last one for a stock, any for the rest.</summary>
    public bool Asked(string item, ItemKind kind, Period period) => units.Facts.Asked(item, ItemFacts.Counting(kind, period));

    /// <summary>Whether this unit was asked for the item in the months that count: the last one for a stock, any for the rest.</summary>
    public bool Asked(string item, ItemKind kind, string unit, Period period) => units.Facts.Asked(item, unit, ItemFacts.Counting(kind, period));

    /// <summary>The periods for which figures of the item and place exist.</summary>
    public IEnumerable<Period> PeriodsOf(string item, string place) =>
        figures.TryGetValue((item, place), out var series) ? series.Keys : [];

    /// <summary>The periods for which some unit was asked for the item.</summary>
    public IEnumerable<Period> PeriodsAsked(string item) => units.Facts.PeriodsAsked(item);

    private static Reading? Sum(IEnumerable<Reading?> parts)
    {
        var all = parts.ToList();
        return all.Contains(null) ? null : all.Aggregate(Together);
    }

    private static Reading? Together(Reading? one, Reading? other) => (one, other) switch
    {
        (null, _) => other,
        (_, null) => one,
        ({ HasValue: true }, { HasValue: true }) => Reading.Of(one.Amount + other.Amount),
        _ => one.HasValue ? other : one,
    };
}
