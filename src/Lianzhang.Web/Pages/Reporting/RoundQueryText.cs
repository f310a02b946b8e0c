using System.Globalization;
using Lianzhang.Platform.Reporting;
using Lianzhang.Web.Pages.Registers;
using Microsoft.AspNetCore.WebUtilities;

namespace Lianzhang.Web.Pages.Reporting;

/// <summary>What a list of the units of a round asks for, in its address.</summary>
internal static class RoundQueryText
{
    public static RoundQuery Read(string? filter, string? region, string? search) =>
        new(TitleQueryText.Choice<RoundFilter>(filter) ?? RoundFilter.All, TitleQueryText.Given(region), TitleQueryText.Given(search));

    public static string Address(string path, RoundQuery query, int? page = null) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["filter"] = query.Filter == RoundFilter.All ? null : query.Filter.ToString(),
        ["region"] = query.Region,
        ["search"] = query.Search,
        ["page"] = page?.ToString(CultureInfo.InvariantCulture),
    });
}
