using System.Globalization;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Measures;
using Microsoft.AspNetCore.Http;

namespace Lianzhang.Web.Pages.Measures;

/// <summary>What was typed into the form of progress, as it was typed.</summary>
public sealed record TypedProgress(string? Month = null, string? Percent = null, string? Words = null, IReadOnlyList<string>? Milestones = null)
{
    public static TypedProgress Nothing { get; } = new();

    internal static TypedProgress Read(IFormCollection form) => new(form["month"], form["percent"], form["words"], [.. form["milestones"].OfType<string>()]);

    /// <summary>The request, with a number out of range where none can be read, so that the answer says what is asked for.</summary>
    internal ReportMeasureProgress Request(string code, IReadOnlyList<Guid> evidence) => new(
        code,
        Period.TryParse(Month, out var month) ? month : default,
        decimal.TryParse(Percent?.Trim().TrimEnd('%', '％'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) ? percent : -1,
        Words ?? string.Empty,
        Milestones ?? [],
        evidence);
}
