using System.Globalization;
using Lianzhang.Core.Facts;
using Lianzhang.Platform.Reporting;
using Lianzhang.Web.Pages.Registers;
using Microsoft.AspNetCore.WebUtilities;

namespace Lianzhang.Web.Pages.Reporting;

/// <summary>What a list of items asks for, in its address.</summary>
internal static class ItemQueryText
{
    public static ItemQuery Read(string? search, string? owner, string? kind, string? by) =>
        new(TitleQueryText.Given(search), TitleQueryText.Given(owner), TitleQueryText.Choice<ItemKind>(kind), TitleQueryText.Choice<ItemReporter>(by));

    public static string Address(string path, ItemQuery query, int? page = null) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["search"] = query.Search,
        ["owner"] = query.Owner,
        ["kind"] = query.Kind?.ToString(),
        ["by"] = query.By?.ToString(),
        ["page"] = page?.ToString(CultureInfo.InvariantCulture),
    });
}
