using System.Globalization;

namespace Lianzhang.Web.Pages.Assessment;

/// <summary>A figure as it was typed.</summary>
internal static class FigureInput
{
    /// <summary>The figure; null where nothing or no number was typed.</summary>
    public static decimal? Read(string? typed) =>
        decimal.TryParse(typed?.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) ? value : null;
}
