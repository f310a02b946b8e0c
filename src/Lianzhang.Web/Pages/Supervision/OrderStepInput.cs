using System.Globalization;
using Lianzhang.Core.Supervision;
using Lianzhang.Platform.Supervision;

namespace Lianzhang.Web.Pages.Supervision;

/// <summary>What was typed into a form of an order, as it was sent.</summary>
public sealed class OrderStepInput
{
    /// <summary>The button that was pressed.</summary>
    public string? Do { get; set; }

    public string? Words { get; set; }

    public string? Evidence { get; set; }

    public string? Until { get; set; }

    public string? Owner { get; set; }

    public OrderAction? Action => Enum.TryParse<OrderAction>(Do, out var action) && Enum.IsDefined(action) ? action : null;

    public OrderWord Said => new(
        Words,
        Evidence,
        DateOnly.TryParseExact(Until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until) ? until : null,
        Guid.TryParse(Owner, out var owner) ? owner : null);
}
