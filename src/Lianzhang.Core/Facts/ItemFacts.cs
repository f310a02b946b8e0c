using System.Collections.Immutable;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Facts;

/// <summary>The facts of one item: amounts in ten-thousandths of its unit, month beside month for each unit.</summary>
internal sealed class ItemFacts
{
    /// <summary>States lie below every amount that can be kept.</summary>
    public const long NotAsked = long.MinValue;
    public const long Missing = NotAsked + 1;
    public const long NotApplicable = NotAsked + 2;

    private const int Digits = 4;
    private const decimal Scale = 10_000m;

    private readonly string item;
    private readonly Unit unit;
    private readonly bool isBase;
    private readonly FactWindow window;

    // By kind of period, each where it ends.
    private readonly FactBlocks?[] kinds;

    // Periods outside of the window, 64 units of one beside each other.
    private readonly Dictionary<Period, FactBlocks> others;
    private ImmutableDictionary<(int Unit, Period Period), string> reasons = ImmutableDictionary<(int, Period), string>.Empty;
    private ImmutableHashSet<Period> periods = [];

    // Those of the periods that lie within the window, a bit for each place, by kind.
    private readonly ulong[] seen;

    public ItemFacts(string item, Unit unit, FactWindow window) => (this.item, this.unit, isBase, this.window, kinds, others, seen) = (item, unit, unit.Numerator == unit.Denominator, window, new FactBlocks?[Period.Kinds], [], new ulong[Period.Kinds]);

    private ItemFacts(ItemFacts from)
    {
        (item, unit, isBase, window, reasons, periods, IsMonthly) = (from.item, from.unit, from.isBase, from.window, from.reasons, from.periods, from.IsMonthly);
        (kinds, others, seen) = (Array.ConvertAll(from.kinds, static blocks => blocks?.Copy()), new Dictionary<Period, FactBlocks>(from.others.Count), [.. from.seen]);
        foreach (var (period, other) in from.others)
            others[period] = other.Copy();
    }

    public IEnumerable<Period> Periods => periods;

    /// <summary>Whether everything was reported month by month: then months alone say what longer periods hold.</summary>
    public bool IsMonthly { get; private set; } = true;

    /// <summary>The months of the window where they alone say everything; null where they do not, or nobody was asked.</summary>
    public FactBlocks? Months => IsMonthly ? kinds[(int)PeriodKind.Month] : null;

    /// <summary>Whether anything was asked for of a period that does not lie within the window.</summary>
    public bool ReachesBeyond => others.Count > 0;

    /// <summary>A copy to put further values in, which shares what stays the same.</summary>
    public ItemFacts Copy() => new(this);

    public void Put(int index, Period period, in PackedValue value)
    {
        var cell = value.State switch
        {
            FactState.Value => value.Scaled,
            FactState.Zero => 0,
            FactState.NotApplicable => NotApplicable,
            _ => Missing,
        };
        if (value.Reason is { } reason)
            reasons = reasons.SetItem((index, period), reason);
        IsMonthly &= period.Months == 1;
        if (window.SlotOf(period) is not { } slot)
        {
            Other(period).Put(index / FactBlocks.Slots, index % FactBlocks.Slots, cell);
            return;
        }

        See(period, slot);
        (kinds[(int)period.Kind] ??= new FactBlocks()).Put(index, slot, cell);
    }

    private void See(Period period, int slot)
    {
        ref var ofKind = ref seen[(int)period.Kind];
        if ((ofKind & (1ul << slot)) != 0)
            return;
        ofKind |= 1ul << slot;
        periods = periods.Add(period);
    }

    private FactBlocks Other(Period period)
    {
        if (others.TryGetValue(period, out var known))
            return known;
        periods = periods.Add(period);
        return others[period] = new FactBlocks();
    }

    /// <summary>An amount in ten-thousandths as one in the base unit of the item's dimension.</summary>
    public decimal InBase(Int128 scaled)
    {
        if (scaled >= long.MinValue && scaled <= long.MaxValue)
            return InBase((long)scaled);
        var amount = (decimal)scaled / Scale;
        return isBase ? amount : unit.ToBase(amount);
    }

    /// <inheritdoc cref="InBase(Int128)"/>
    public decimal InBase(long scaled) => isBase ? Amount(scaled) : unit.ToBase(Amount(scaled));

    // What dividing gives, without zeros at the end, at a tenth of the price: indicators ask for every cell.
    private static decimal Amount(long scaled)
    {
        var digits = Digits;
        for (; digits > 0 && scaled % 10 == 0; digits--)
            scaled /= 10;
        var size = unchecked((ulong)(scaled < 0 ? -scaled : scaled));
        return new decimal((int)size, (int)(size >> 32), 0, scaled < 0, (byte)digits);
    }

    /// <summary>What a unit answered, or null when it was not asked.</summary>
    public Reading? Find(int index, string code, ItemKind kind, Period period)
    {
        var cell = Cell(index, kind, period);
        if (cell > NotApplicable)
            return Reading.Of(InBase(cell));
        if (cell == NotAsked)
            return null;
        // The part that gives no amount says why.
        var gap = Parts(index, kind, period)!.First(part => part.Value.Cell <= NotApplicable).Value;
        return gap.Cell == NotApplicable
            ? Reading.NotApplicable
            : Reading.OfMissing(new MissingFigure(item, code, gap.Period, reasons.TryGetValue((index, gap.Period), out var reason) ? new Text(reason) : ("未报", "not reported")));
    }

    /// <summary>The same as a number: an amount in ten-thousandths, or the state of the first part that gives none.</summary>
    public long Cell(int index, ItemKind kind, Period period)
    {
        if (kind == ItemKind.Flow && IsMonthly && window.SlotOf(period) is { } end)
            return SumOfMonths(index, end - period.Months + 1, period.Months);
        if (Parts(index, kind, period) is not { } parts)
            return NotAsked;
        var sum = 0L;
        foreach (var (sign, part) in parts)
        {
            if (part.Cell <= NotApplicable)
                return part.Cell;
            sum = checked(sum + (sign * part.Cell));
        }

        return sum;
    }

    /// <summary>The same among many units: who was asked for a part of the period only has not given the whole.</summary>
    public long Answer(int index, ItemKind kind, Period period)
    {
        var cell = Cell(index, kind, period);
        return cell == NotAsked && Asked(index, Counting(kind, period)) ? Missing : cell;
    }

    /// <summary>The answers for the periods of a kind, each where it ends.</summary>
    public FactRow Answers(int index, ItemKind item, PeriodKind kind)
    {
        if (kind == PeriodKind.Month && Months is { } months)
            return months.Row(index);
        var answers = new long[FactBlocks.Slots];
        Array.Fill(answers, NotAsked);
        var years = Years(index);
        for (var slot = 0; slot < FactBlocks.Slots; slot++)
        {
            if ((years & (1u << (slot / 12))) != 0 && window.PeriodOf(kind, slot) is { } period)
                answers[slot] = Answer(index, item, period);
        }

        return new FactRow(null, answers, 0);
    }

    public bool Asked(Period period) => IsMonthly ? (period.Months == 1 ? IsSeen(period) : period.EachMonth().Any(IsSeen)) : periods.Any(asked => Touch(asked, period));

    public bool Asked(int index, Period period) => IsMonthly
        ? period.EachMonth().Any(month => TryGet(index, month, out _))
        : periods.Any(asked => Touch(asked, period) && TryGet(index, asked, out _));

    private bool IsSeen(Period month) => window.SlotOf(month) is { } slot ? (seen[(int)PeriodKind.Month] & (1ul << slot)) != 0 : others.ContainsKey(month);

    /// <summary>The months that count for a period: the last one for a stock, any for the rest.</summary>
    public static Period Counting(ItemKind kind, Period period) => kind == ItemKind.Stock ? Period.OfMonth(period.Year, period.LastMonth) : period;

    private static bool Touch(Period asked, Period period) => asked.Start <= period.End && asked.End >= period.Start;

    // The years in which a unit was asked at all, a bit for each.
    private uint Years(int index)
    {
        var years = 0u;
        foreach (var blocks in kinds)
        {
            if (blocks is null)
                continue;
            var row = blocks.Row(index);
            for (var slot = 0; slot < FactBlocks.Slots; slot++)
                years |= row[slot] == NotAsked ? 0 : 1u << (slot / 12);
        }

        return years;
    }

    private IReadOnlyList<(int Sign, (Period Period, long Cell) Value)>? Parts(int index, ItemKind kind, Period period) =>
        PeriodLookup.Find<(Period Period, long Cell)>((Period part, out (Period, long) value) => TryGet(index, part, out value), kind, period);

    // The usual case, without making anything on the way: the period's months one by one.
    private long SumOfMonths(int index, int first, int count)
    {
        if (kinds[(int)PeriodKind.Month] is not { } months)
            return NotAsked;
        long sum = 0;
        var state = 0L;
        var row = months.Row(index);
        for (var slot = first; slot < first + count; slot++)
        {
            var cell = row[slot];
            if (cell == NotAsked)
                return NotAsked;
            if (cell <= NotApplicable)
                state = state == 0 ? cell : state;
            else
                sum = checked(sum + cell);
        }

        return state == 0 ? sum : state;
    }

    private bool TryGet(int index, Period period, out (Period Period, long Cell) value)
    {
        var cell = NotAsked;
        if (window.SlotOf(period) is { } slot)
            cell = kinds[(int)period.Kind]?.Get(index, slot) ?? NotAsked;
        else if (others.TryGetValue(period, out var other))
            cell = other.Get(index / FactBlocks.Slots, index % FactBlocks.Slots);
        value = (period, cell);
        return cell != NotAsked;
    }
}
