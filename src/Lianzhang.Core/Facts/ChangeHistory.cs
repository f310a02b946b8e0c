namespace Lianzhang.Core.Facts;

/// <summary>What a change does to the dated values of a unit: some stand no longer, others take their place.</summary>
public sealed record HistoryChange(IReadOnlyList<DatedValue> Retired, IReadOnlyList<DatedValue> Added)
{
    public static HistoryChange None { get; } = new([], []);
}

/// <summary>Changes of dated values. Nothing is overwritten: what a change makes untrue is retired, and its true part is stated anew.</summary>
public static class ChangeHistory
{
    /// <summary>From a day on the attribute has this value and no other; null leaves it without one.</summary>
    public static HistoryChange Set(IEnumerable<DatedValue> history, string attribute, string? value, DateOnly from)
    {
        var reaching = history.Where(held => held.Attribute == attribute && Reaches(held, from)).ToList();
        // Told once more, nothing changes.
        if (value is null ? reaching.Count == 0 : reaching is [{ To: null } only] && only.Value == value && only.From <= from)
            return HistoryChange.None;
        var before = reaching.LastOrDefault(held => held.From < from && held.Value == value);
        var kept = Before(reaching.Where(held => held != before), from);
        return new HistoryChange(reaching, value is null ? kept : [.. kept, new DatedValue(attribute, value, before?.From ?? from)]);
    }

    /// <summary>From a day on the attribute has this value beside any others.</summary>
    public static HistoryChange Join(IEnumerable<DatedValue> history, string attribute, string value, DateOnly from, DateOnly? to = null)
    {
        var same = history.Where(held => held.Attribute == attribute && held.Value == value && Touches(held, from, to)).ToList();
        var added = new DatedValue(attribute, value, same.Select(held => held.From).Append(from).Min(), Later(same.Select(held => held.To).Append(to)));
        return same is [var only] && only == added ? HistoryChange.None : new HistoryChange(same, [added]);
    }

    /// <summary>From a day on the attribute no longer has this value; others stay.</summary>
    public static HistoryChange Leave(IEnumerable<DatedValue> history, string attribute, string value, DateOnly from)
    {
        var reaching = history.Where(held => held.Attribute == attribute && held.Value == value && Reaches(held, from)).ToList();
        return new HistoryChange(reaching, Before(reaching, from));
    }

    private static bool Reaches(DatedValue held, DateOnly from) => held.To is not { } last || last >= from;

    // Two that follow each other without a day between are one.
    private static bool Touches(DatedValue held, DateOnly from, DateOnly? to) =>
        (held.To is not { } last || last.DayNumber >= from.DayNumber - 1) && (to is not { } end || held.From.DayNumber <= end.DayNumber + 1);

    private static List<DatedValue> Before(IEnumerable<DatedValue> held, DateOnly from) =>
        [.. held.Where(value => value.From < from).Select(value => value with { To = from.AddDays(-1) })];

    private static DateOnly? Later(IEnumerable<DateOnly?> ends)
    {
        var all = ends.ToList();
        return all.Contains(null) ? null : all.Max();
    }
}
