using System.Globalization;
using Lianzhang.Platform.Reporting;
using Microsoft.AspNetCore.WebUtilities;

namespace Lianzhang.Web.Pages.Reporting;

/// <summary>Which reports in review are meant, as it stands in an address.</summary>
internal static class ReviewAddress
{
    public static ReviewQuery Read(string? form, string? region, string? search) => new(Given(form), Given(region), Given(search));

    public static string Of(string path, ReviewQuery query, params (string Key, int Value)[] further)
    {
        var parts = new Dictionary<string, string?> { ["form"] = query.Form, ["region"] = query.Region, ["search"] = query.Search };
        foreach (var (key, value) in further.Where(one => one.Value > 0))
            parts[key] = value.ToString(CultureInfo.InvariantCulture);
        return QueryHelpers.AddQueryString(path, parts);
    }

    /// <summary>The reports that were chosen, each with the version that was looked at, as check boxes send them.</summary>
    public static AcceptReports Chosen(IEnumerable<string> values)
    {
        var seen = new Dictionary<Guid, int>();
        foreach (var value in values)
        {
            if (value.Split(':') is [var id, var version] && Guid.TryParse(id, out var report) && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                seen[report] = number;
        }

        return new AcceptReports([.. seen.Keys], seen);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
