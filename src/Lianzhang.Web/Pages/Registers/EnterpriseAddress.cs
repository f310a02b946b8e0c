using System.Globalization;
using Lianzhang.Platform.Registers;

namespace Lianzhang.Web.Pages.Registers;

/// <summary>A filter of enterprises as it stands in an address.</summary>
public static class EnterpriseAddress
{
    public static EnterpriseFilter Filter(string? search, string? region, string? industry, string? size, string? title, string? kind, string? cluster, string? status, string? sei) => new(
        Given(search), Given(region), Given(industry), Given(size), Given(title), Given(kind), Given(cluster), Given(status),
        Enum.TryParse<SeiShare>(sei, ignoreCase: true, out var share) && Enum.IsDefined(share) ? share : null);

    public static string Of(string path, EnterpriseFilter filter, DateOnly? asOf, int page = 1)
    {
        var parts = new (string Key, string? Value)[]
        {
            ("search", filter.Search),
            ("region", filter.Region),
            ("industry", filter.Industry),
            ("size", filter.Size),
            ("title", filter.Title),
            ("kind", filter.Kind),
            ("cluster", filter.Cluster),
            ("status", filter.Status),
            ("sei", filter.Sei?.ToString().ToLowerInvariant()),
            ("asOf", asOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)),
        };
        var query = string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
