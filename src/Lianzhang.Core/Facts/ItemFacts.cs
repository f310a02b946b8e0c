using Lianzhang.Core.Values;

namespace Lianzhang.Core.Facts;

/// <summary>The facts of one item: amounts in ten-thousandths of its unit, month beside month for each unit.</summary>
internal sealed class ItemFacts(string item, Unit unit, IReadOnlyList<string> units, int firstYear)
{
    // Five years and four months; a whole number of cache lines for each unit.
    private const int Span = 64;
    private const decimal Scale = 10_000m;

    // States lie below every amount that can be kept.
    private const long NotAsked = long.MinValue;
    private const long Missing = NotAsked + 1;
    private const long NotApplicable = NotAsked + 2;

    private readonly HashSet<Period> periods = [];
    private readonly Dictionary<(int Unit, Period Period), string> reasons = [];

    // Periods that are not months, and months outside of the arrays.
    private readonly Dictionary<(int Unit, Period Period), long> others = [];
    private long[] months = [];
    private Period last;

    public IEnumerable<Period> Periods => periods;

    public void Put(int index, Period period, in PackedValue value)
    {
        if (period != last)
            periods.Add(last = period);
        var cell = value.State switch
        {
            FactState.Value => value.Scaled,
            FactState.Zero => 0,
            FactState.NotApplicable => NotApplicable,
            _ => Missing,
        };
        if (value.Reason is { } reason)
            reasons[(index, period)] = reason;
        if (SlotOf(period) is not { } slot)
        {
            others[(index, period)] = cell;
            return;
        }

        if (months.Length == 0)
        {
            months = new long[units.Count * Span];
            Array.Fill(months, NotAsked);
        }

        months[(index * Span) + slot] = cell;
    }

    public Reading? Find(int index, ItemKind kind, Period period)
    {
        if (others.Count == 0 && kind == ItemKind.Flow)
            return SumOfMonths(index, period);
        var found = PeriodLookup.Find<(Period Period, long Cell)>((Period part, out (Period, long) value) => TryGet(index, part, out value), kind, period);
        if (found is null)
            return null;
        foreach (var (_, part) in found)
        {
            if (part.Cell <= NotApplicable)
                return StateOf(index, part.Period, part.Cell);
        }

        return Of(found.Sum(part => part.Sign * part.Value.Cell));
    }

    public bool Asked(Period period) => periods.Any(asked => Touch(asked, period));

    public bool Asked(int index, Period period) =>
        period.EachMonth().Any(month => TryGet(index, month, out _)) || others.Keys.Any(asked => asked.Unit == index && Touch(asked.Period, period));

    private static bool Touch(Period asked, Period period) => asked.Start <= period.End && asked.End >= period.Start;

    // The usual case, without making anything on the way: the period's months one by one.
    private Reading? SumOfMonths(int index, Period period)
    {
        if (months.Length == 0 || SlotOf(Period.OfMonth(period.Year, period.FirstMonth)) is not { } first || first + period.Months > Span)
            return null;
        long sum = 0;
        var (state, at) = (0L, 0);
        for (var month = 0; month < period.Months; month++)
        {
            var cell = months[(index * Span) + first + month];
            if (cell == NotAsked)
                return null;
            if (cell <= NotApplicable && state == 0)
                (state, at) = (cell, month);
            else if (cell > NotApplicable)
                sum = checked(sum + cell);
        }

        return state == 0 ? Of(sum) : StateOf(index, Period.OfMonth(period.Year, period.FirstMonth + at), state);
    }

    private bool TryGet(int index, Period period, out (Period Period, long Cell) value)
    {
        var cell = NotAsked;
        if (SlotOf(period) is { } slot)
            cell = months.Length == 0 ? NotAsked : months[(index * Span) + slot];
        else if (others.TryGetValue((index, period), out var other))
            cell = other;
        value = (period, cell);
        return cell != NotAsked;
    }

    private int? SlotOf(Period period)
    {
        if (period.Months != 1)
            return null;
        var slot = ((period.Year - firstYear) * 12) + period.FirstMonth - 1;
        return slot is >= 0 and < Span ? slot : null;
    }

    private Reading Of(long scaled) => Reading.Of(unit.ToBase(scaled / Scale));

    private Reading StateOf(int index, Period period, long state) => state == NotApplicable
        ? Reading.NotApplicable
        : Reading.OfMissing(new MissingFigure(item, units[index], period, reasons.TryGetValue((index, period), out var reason) ? new Text(reason) : ("未报", "not reported")));
}
