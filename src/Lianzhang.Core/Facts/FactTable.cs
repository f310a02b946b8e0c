using Lianzhang.Core.Values;

namespace Lianzhang.Core.Facts;

/// <summary>A reading with the published figures that it rests on.</summary>
public sealed record FigureReading(Reading Reading, IReadOnlyList<PublishedFigure> Used);

/// <summary>Everything that formulas can look up: one figure per item, place and period, and the facts of units.</summary>
public sealed class FactTable
{
    private readonly Dictionary<(string Item, string Place), Dictionary<Period, PublishedFigure>> figures;
    private readonly Dictionary<(string Item, string Unit), Dictionary<Period, Reading>> facts;
    private readonly Dictionary<string, HashSet<Period>> periodsAsked;

    /// <param name="figures">At most one per item, place and period: conflicts are settled before.</param>
    /// <param name="units">The register of units.</param>
    /// <param name="facts">At most one per item, unit and period.</param>
    public FactTable(IEnumerable<PublishedFigure> figures, IReadOnlyList<ReportingUnit> units, IReadOnlyList<UnitFact> facts)
    {
        this.figures = figures
            .GroupBy(figure => (figure.Item, figure.Place))
            .ToDictionary(group => group.Key, group => group.ToDictionary(figure => figure.Period));
        this.facts = facts
            .GroupBy(fact => (fact.Item, fact.Unit))
            .ToDictionary(group => group.Key, group => group.ToDictionary(fact => fact.Period, fact => fact.Reading));
        periodsAsked = facts.GroupBy(fact => fact.Item).ToDictionary(group => group.Key, group => group.Select(fact => fact.Period).ToHashSet());
        Units = units;
    }

    public IReadOnlyList<ReportingUnit> Units { get; }

    /// <summary>The published figure of an item for a place, told by the item's kind from neighbouring periods where it must be.</summary>
    public FigureReading Figure(string item, ItemKind kind, string place, Period period)
    {
        if (figures.TryGetValue((item, place), out var series)
            && PeriodLookup.Find(series, kind, period) is { } found)
        {
            return new FigureReading(Reading.Of(found.Sum(part => part.Sign * part.Value.Quantity.InBase)), [.. found.Select(part => part.Value)]);
        }

        return new FigureReading(Reading.OfMissing(new MissingFigure(item, place, period, ("未见公布", "not published"))), []);
    }

    /// <summary>What a unit answered, or null when it was not asked.</summary>
    public Reading? Fact(string item, ItemKind kind, string unit, Period period)
    {
        if (!facts.TryGetValue((item, unit), out var series) || PeriodLookup.Find(series, kind, period) is not { } found)
            return null;
        if (found is [var only])
            return only.Value;
        return found.FirstOrDefault(part => !part.Value.HasValue).Value ?? Reading.Of(found.Sum(part => part.Sign * part.Value.Amount));
    }

    /// <summary>Whether any unit was asked for the item in months that touch the period.</summary>
    public bool Asked(string item, Period period) => PeriodsAsked(item).Any(asked => Touch(asked, period));

    /// <summary>Whether any unit was asked for the item in the months that count: the last one for a stock, any for the rest.</summary>
    public bool Asked(string item, ItemKind kind, Period period) => Asked(item, Counting(kind, period));

    /// <summary>Whether this unit was asked for the item in the months that count: the last one for a stock, any for the rest.</summary>
    public bool Asked(string item, ItemKind kind, string unit, Period period) =>
        facts.TryGetValue((item, unit), out var series) && series.Keys.Any(asked => Touch(asked, Counting(kind, period)));

    /// <summary>The periods for which figures of the item and place exist.</summary>
    public IEnumerable<Period> PeriodsOf(string item, string place) =>
        figures.TryGetValue((item, place), out var series) ? series.Keys : [];

    /// <summary>The periods for which some unit was asked for the item.</summary>
    public IEnumerable<Period> PeriodsAsked(string item) => periodsAsked.TryGetValue(item, out var periods) ? periods : [];

    private static Period Counting(ItemKind kind, Period period) => kind == ItemKind.Stock ? Period.OfMonth(period.Year, period.LastMonth) : period;

    private static bool Touch(Period asked, Period period) => asked.Start <= period.End && asked.End >= period.Start;
}
