using System.Globalization;
using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Registers;
using Microsoft.AspNetCore.WebUtilities;

namespace Lianzhang.Web.Pages.Registers;

/// <summary>What a list of titles asks for, in its address.</summary>
internal static class TitleQueryText
{
    public static TitleQuery Read(string? title, string? region, string? level, string? filter, string? asOf, string? search) => new(
        Given(title), Given(region), Choice<TitleLevel>(level), Choice<TitleFilter>(filter) ?? TitleFilter.Held, Day(asOf), Given(search));

    public static string Address(string path, TitleQuery query, int? page = null) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["title"] = query.Title,
        ["region"] = query.Region,
        ["level"] = query.Level?.ToString(),
        ["filter"] = query.Filter == TitleFilter.Held ? null : query.Filter.ToString(),
        ["asOf"] = query.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["search"] = query.Search,
        ["page"] = page?.ToString(CultureInfo.InvariantCulture),
    });

    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static decimal? Amount(string? text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    /// <summary>One of a few words; null for anything else, also for a number.</summary>
    public static T? Choice<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out var choice) && Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase) ? choice : null;

    public static int Page(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1;

    public static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
