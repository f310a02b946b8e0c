using System.Globalization;
using Lianzhang.Platform.Supervision;

namespace Lianzhang.Web.Pages.Supervision;

/// <summary>What addresses of lists of orders say.</summary>
internal static class OrderAddress
{
    public static OrderShelf Shelf(string? text) => Enum.TryParse<OrderShelf>(text, ignoreCase: true, out var shelf) && Enum.IsDefined(shelf) ? shelf : OrderShelf.Open;

    public static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Max(1, number) : 1;
}
