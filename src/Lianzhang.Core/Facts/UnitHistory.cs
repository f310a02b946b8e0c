namespace Lianzhang.Core.Facts;

/// <summary>A unit with all that was ever true of it, so that it can be asked how it stood on a day.</summary>
public sealed class UnitHistory
{
    private readonly DateOnly[] changes;
    private readonly ReportingUnit?[] between;

    /// <param name="code">The unit's code.</param>
    /// <param name="values">Its dated values, in any order.</param>
    /// <param name="isPlace">Whether it is a park or a region that reports for itself.</param>
    public UnitHistory(string code, IReadOnlyList<DatedValue> values, bool isPlace = false)
    {
        Code = code;
        IsPlace = isPlace;
        Values = values;
        changes = [.. values.Select(value => value.From).Concat(values.Select(value => value.To).OfType<DateOnly>().Where(last => last < DateOnly.MaxValue).Select(last => last.AddDays(1))).Distinct().Order()];
        between = new ReportingUnit?[changes.Length];
    }

    public string Code { get; }

    public bool IsPlace { get; }

    public IReadOnlyList<DatedValue> Values { get; }

    /// <summary>The first day of which anything is known; null when nothing is.</summary>
    public DateOnly? First => changes is [var first, ..] ? first : null;

    /// <summary>The unit as it stood on a day; null when nothing was true of it then, so that it was not there.</summary>
    public ReportingUnit? At(DateOnly day)
    {
        var found = Array.BinarySearch(changes, day);
        var index = found >= 0 ? found : ~found - 1;
        if (index < 0)
            return null;
        // Between two changes it stays the same, and is made but once however often it is asked for. Two threads may both make it, alike.
        return between[index] ??= Made(changes[index]) is { Attributes.Count: > 0 } made ? made : null;
    }

    /// <summary>From which day on it stood how, the first first; null where it was not there.</summary>
    public IEnumerable<(DateOnly From, ReportingUnit? Unit)> Stands => changes.Select(day => (day, At(day)));

    // A register has many units and each stood in many ways, so that nothing is made on the way.
    private ReportingUnit Made(DateOnly day)
    {
        var attributes = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var held in Values)
        {
            if (!held.HoldsAt(day))
                continue;
            if (!attributes.TryGetValue(held.Attribute, out var codes))
                attributes.Add(held.Attribute, [held.Value]);
            else if (!codes.Contains(held.Value))
                attributes[held.Attribute] = [.. codes, held.Value];
        }

        return new ReportingUnit(Code, attributes) { IsPlace = IsPlace };
    }
}
