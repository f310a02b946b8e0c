using System.Globalization;
using Lianzhang.Platform.Indicators.Explaining;

namespace Lianzhang.Web.Pages.Indicators;

/// <summary>What the page of a number shows, as it stands in its address.</summary>
public sealed record ExplainAddress(string Indicator)
{
    public string? Region { get; init; }

    public string? Period { get; init; }

    /// <summary>An instant as a field for date and time takes it.</summary>
    public string? KnownAt { get; init; }

    /// <summary>The aggregate whose units are listed, from 0.</summary>
    public int? Part { get; init; }

    /// <summary>Whether only units are listed that owe their answer.</summary>
    public bool Missing { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>The unit that is opened to its versions.</summary>
    public string? Unit { get; init; }

    /// <summary>The earlier instant of what has changed.</summary>
    public string? Since { get; init; }

    /// <summary>The later one; as the number is known where it is left out.</summary>
    public string? Until { get; init; }

    /// <summary>The number that is asked about; null where the period cannot be read.</summary>
    public NumberQuery? Number => string.IsNullOrEmpty(Period)
        ? new NumberQuery(Indicator, Region, null, BoardQuery.Instant(KnownAt))
        : Core.Values.Period.TryParse(Period, out var period) ? new NumberQuery(Indicator, Region, period, BoardQuery.Instant(KnownAt)) : null;

    /// <summary>The number at the later instant of what has changed.</summary>
    public NumberQuery? Later => Number is { } number ? number with { KnownAt = BoardQuery.Instant(Until) ?? number.KnownAt } : null;

    /// <summary>The page without anything chosen.</summary>
    public string Path => $"/explain/{Uri.EscapeDataString(Indicator)}";

    /// <summary>The same number of another region.</summary>
    public ExplainAddress In(string region) => new(Indicator) { Region = region, Period = Period, KnownAt = KnownAt };

    /// <summary>The address of the page, or with a name of a file that of the file.</summary>
    public string Of(string? file = null, string? anchor = null)
    {
        var parts = new (string Key, string? Value)[]
        {
            ("region", Region),
            ("period", Period),
            ("knownAt", KnownAt),
            ("part", Part?.ToString(CultureInfo.InvariantCulture)),
            ("missing", Missing ? "true" : null),
            ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
            ("unit", Unit),
            ("since", Since),
            ("until", Until),
        };
        var query = string.Join('&', parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value!)}"));
        return $"{Path}{(file is null ? null : $"/{file}")}{(query.Length == 0 ? null : $"?{query}")}{(anchor is null ? null : $"#{anchor}")}";
    }
}
