using Lianzhang.Core.Values;

namespace Lianzhang.Core.Exploring;

/// <summary>A table's query as text, both ways.</summary>
internal static class PivotText
{
    public const int MostCharacters = 2_000;

    private static readonly PivotQuery Usual = new();

    public static string Print(PivotQuery query) => string.Join('&', Pairs(query).Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value!)}"));

    public static PivotQuery Read(string? text, out IReadOnlyList<Fault> faults)
    {
        var found = new List<Fault>();
        faults = found;
        var query = Usual;
        if (text is null)
            return query;
        if (text.Length > MostCharacters)
        {
            found.Add(new Fault(new Location("query"), ($"查询条件超过 {MostCharacters} 字。", $"The query is longer than {MostCharacters} characters.")));
            return query;
        }

        foreach (var pair in text.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            var (key, value) = at < 0 ? (pair, string.Empty) : (pair[..at], Plain(pair[(at + 1)..]));
            if (value.Length == 0)
                continue;
            if (With(query, Plain(key), value) is { } next)
                query = next;
            else
                found.Add(new Fault(new Location(key), ($"无法识别“{value}”。", $"'{value}' is not understood.")));
        }

        return query;
    }

    private static IEnumerable<(string Key, string? Value)> Pairs(PivotQuery query) =>
    [
        .. query.Measures.Select(measure => ("m", (string?)measure.ToString())),
        ("rows", query.Rows),
        ("cols", query.Columns),
        ("region", query.Region),
        ("industry", query.Industry),
        .. query.Filters.Select(filter => ("where", (string?)filter.ToString())),
        ("by", query.By is { } kind ? Word(kind) : null),
        ("from", query.From?.ToString()),
        ("to", query.To?.ToString()),
        ("show", query.Show == PivotShow.Value ? null : Word(query.Show)),
        ("gaps", query.OnlyReported ? "reported" : null),
        ("order", query.Order),
        ("dir", query.Ascending ? "up" : null),
    ];

    // Null where the value is not understood; keys that are somebody else's are passed over.
    private static PivotQuery? With(PivotQuery query, string key, string value) => key switch
    {
        "m" => PivotMeasure.TryParse(value, out var measure) ? query.Measures.Contains(measure.Value) ? query : query with { Measures = [.. query.Measures, measure.Value] } : null,
        "rows" => query with { Rows = value },
        "cols" => query with { Columns = value },
        "region" => query with { Region = value },
        "industry" => query with { Industry = value },
        "where" => FilterOf(value) is { } filter ? query.Filters.Contains(filter) ? query : query with { Filters = [.. query.Filters, filter] } : null,
        "by" => WordOf<PeriodKind>(value) is { } kind ? query with { By = kind } : null,
        "from" => MonthOf(value) is { } from ? query with { From = from } : null,
        "to" => MonthOf(value) is { } to ? query with { To = to } : null,
        "show" => WordOf<PivotShow>(value) is { } show ? query with { Show = show } : null,
        "gaps" => value == "reported" ? query with { OnlyReported = true } : null,
        "order" => query with { Order = value },
        "dir" => value is "up" or "down" ? query with { Ascending = value == "up" } : null,
        _ => query,
    };

    private static PivotFilter? FilterOf(string value) =>
        value.IndexOf('.', StringComparison.Ordinal) is > 0 and var at && at < value.Length - 1 ? new PivotFilter(value[..at], value[(at + 1)..]) : null;

    private static Period? MonthOf(string value) => Period.TryParse(value, out var period) && period.Kind == PeriodKind.Month ? period : null;

    // Names alone: a number would be taken for a word as well.
    private static T? WordOf<T>(string value)
        where T : struct, Enum => Enum.GetValues<T>().Where(word => string.Equals(word.ToString(), value, StringComparison.OrdinalIgnoreCase)).Select(word => (T?)word).FirstOrDefault();

    private static string Word<T>(T word)
        where T : struct, Enum => word.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : string.Empty;

    private static string Plain(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
