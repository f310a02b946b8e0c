using System.Globalization;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Web.Pages.Assessment;

/// <summary>A figure as it was typed.</summary>
internal static class FigureInput
{
    /// <summary>The figure, null where nothing was typed; what is no number is refused and never taken for none.</summary>
    public static Problem? Read(string? typed, out decimal? value)
    {
        value = null;
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (!decimal.TryParse(typed.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var read))
            return Problem.Invalid(($"“{typed.Trim()}”不是数字。请填写如 95 或 95.5 的数。", $"'{typed.Trim()}' is no number; write one such as 95 or 95.5."));
        value = read;
        return null;
    }
}
