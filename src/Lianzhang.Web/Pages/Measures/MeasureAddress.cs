using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Measures;
using Microsoft.AspNetCore.Http.Extensions;

namespace Lianzhang.Web.Pages.Measures;

/// <summary>A filter of measures as it stands in an address.</summary>
internal static class MeasureAddress
{
    public static IReadOnlyList<(Colour Colour, Text Name)> Colours { get; } =
    [
        (Colour.Red, ("红", "red")), (Colour.Orange, ("橙", "orange")), (Colour.Yellow, ("黄", "yellow")), (Colour.Blue, ("蓝", "blue")), (Colour.Green, ("绿", "green")), (Colour.Grey, ("灰", "grey")),
    ];

    public static MeasureFilter Filter(string? branch, string? colour, string? own) =>
        new(string.IsNullOrEmpty(branch) ? null : branch, Enum.TryParse<Colour>(colour, ignoreCase: true, out var read) && Enum.IsDefined(read) ? read : null, own == "true");

    public static string Of(MeasureFilter filter)
    {
        var query = new QueryBuilder();
        if (filter.Branch is { } branch)
            query.Add("branch", branch);
        if (filter.Colour is { } colour)
            query.Add("colour", $"{colour}");
        if (filter.OnlyOwn)
            query.Add("own", "true");
        return query.ToString();
    }
}
