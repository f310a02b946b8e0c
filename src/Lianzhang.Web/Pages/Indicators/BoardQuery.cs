using System.Globalization;
using Lianzhang.Core.Boards;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Judgement;

namespace Lianzhang.Web.Pages.Indicators;

/// <summary>A board's filters as they stand in an address.</summary>
public static class BoardQuery
{
    public static BoardFilter Filter(string? undertaking, string? industry, string? status, string? year, string? order) => new(
        Given(undertaking),
        Given(industry),
        Enum.TryParse<Status>(status, ignoreCase: true, out var light) && Enum.IsDefined(light) ? light : null,
        int.TryParse(year, CultureInfo.InvariantCulture, out var number) ? number : null,
        Enum.TryParse<BoardOrder>(order, ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : BoardOrder.Programme);

    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>An instant as a field for date and time sends it, by the server's clock, or with a zone of its own.</summary>
    public static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var instant) ? instant.ToUniversalTime() : null;

    /// <summary>An instant as a field for date and time takes it.</summary>
    public static string? Local(DateTimeOffset? instant) => instant?.ToLocalTime().ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    public static MembershipView View(string? text) =>
        Enum.TryParse<MembershipView>(text, ignoreCase: true, out var view) && Enum.IsDefined(view) ? view : MembershipView.AsItWas;

    public static string Address(string path, BoardFilter filter, DateOnly? asOf, string? region, MembershipView view = MembershipView.AsItWas, DateTimeOffset? knownAt = null)
    {
        var parts = new (string Key, string? Value)[]
        {
            ("undertaking", filter.Undertaking),
            ("industry", filter.Industry),
            ("status", filter.Status?.ToString()),
            ("year", filter.Year?.ToString(CultureInfo.InvariantCulture)),
            ("order", filter.Order == BoardOrder.Programme ? null : filter.Order.ToString()),
            ("region", region),
            ("asOf", asOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("view", view == MembershipView.AsItWas ? null : view.ToString()),
            ("knownAt", knownAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture)),
        };
        var query = string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
