namespace Lianzhang.Core.Scoring;

/// <summary>The columns that a specification takes from the data.</summary>
public static class NeededColumns
{
    /// <summary>Every column of figures that must be there, once.</summary>
    public static IReadOnlyList<string> Of(ScoreSpec spec) => [.. Named(spec).Select(named => named.Column).Distinct(StringComparer.Ordinal)];

    /// <summary>The columns with the record and key that name them.</summary>
    internal static IEnumerable<(string Column, object Record, string Key)> Named(ScoreSpec spec)
    {
        var made = spec.Steps.Select(step => step.Makes).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var nodes = spec.Indicators.Select(each => each.Code).Concat((spec.Aggregates ?? []).Select(each => each.Code)).ToHashSet(StringComparer.Ordinal);
        foreach (var indicator in spec.Indicators)
        {
            if (!made.Contains(indicator.Code))
                yield return (indicator.Source, indicator, indicator.Column is null ? "code" : "column");
            if (indicator.Denominator is { } denominator)
                yield return (denominator, indicator, "denominator");
            if (indicator.Previous is { } previous)
                yield return (previous, indicator, "previous");
            if (indicator.Growth is { } growth)
                yield return (growth, indicator, "growth");
        }

        foreach (var step in Steps(spec))
        {
            foreach (var (key, code) in step.Reads.Where(read => !nodes.Contains(read.Code) && !made.Contains(read.Code)))
                yield return (code, step, key);
        }

        if (spec.NotRated is { } notRated)
            yield return (notRated, spec, "not_rated");
    }

    /// <summary>The steps, and those that might have been used instead.</summary>
    internal static IEnumerable<ScoreStep> Steps(ScoreSpec spec) =>
        spec.Steps.Concat((spec.Robustness?.Alternatives ?? []).SelectMany(each => each.Methods));
}
