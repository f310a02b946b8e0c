using System.Globalization;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Reporting;

/// <summary>A cell as a reviewer looks at it.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Entry">What was typed; null where nothing was.</param>
/// <param name="Answer">What it says.</param>
/// <param name="Before">What was said before.</param>
/// <param name="OnPeriod">Change against the period before in percent; null where one of the two is no number, or the earlier is zero.</param>
/// <param name="OnYear">Change against the same period of the year before, likewise.</param>
/// <param name="Findings">What the checks found in it, each with the unit's explanation.</param>
/// <param name="Was">What stood here in the version before; null where that is the same, empty where nothing did.</param>
public sealed record ReviewLine(
    FormCell Cell, CellEntry? Entry, CellAnswer Answer, CellBefore Before, decimal? OnPeriod, decimal? OnYear, IReadOnlyList<ReviewFinding> Findings, string? Was);

/// <summary>A finding with what the unit says to it.</summary>
public sealed record ReviewFinding(Finding Finding, string? Explanation);

/// <summary>A part of a form as a reviewer looks at it.</summary>
public sealed record ReviewPart(FormSection Section, IReadOnlyList<ReviewLine> Lines);

/// <summary>Lays out what a unit sent for those who review it.</summary>
public static class ReviewLines
{
    private static readonly CellBefore Nothing = new(null, null);

    /// <summary>The parts with their cells; of repeated rows those in which something stands, now or in the version before.</summary>
    public static IReadOnlyList<ReviewPart> Of(ReportView view) =>
        [.. view.Form.Sections.Select(section => new ReviewPart(section, [.. view.Sheet.Cells.Where(cell => cell.Section == section && IsShown(view, cell)).Select(cell => Line(view, cell))]))];

    /// <summary>What was found of the form as a whole, and not in one of its cells.</summary>
    public static IReadOnlyList<ReviewFinding> OfWhole(ReportView view) => Found(view, finding => finding.Cells.Count == 0);

    private static ReviewLine Line(ReportView view, FormCell cell)
    {
        var entry = view.Content.Find(cell.Key);
        var (answer, before) = (ReadCell.Of(cell, entry), view.Before.GetValueOrDefault(cell.Key) ?? Nothing);
        return new ReviewLine(
            cell, entry, answer, before, Change(answer, before.LastPeriod), Change(answer, before.LastYear),
            Found(view, finding => finding.Cells.Count > 0 && finding.Cells[0] == cell.Key), Was(view, cell, entry));
    }

    private static bool IsShown(ReportView view, FormCell cell) => cell.Number == 0
        || view.Sheet.Cells.Any(other => other.Section == cell.Section && other.Number == cell.Number && (view.Content.Find(other.Key) ?? view.Previous?.Find(other.Key)) is not null);

    private static List<ReviewFinding> Found(ReportView view, Func<Finding, bool> isMeant) =>
        [.. view.Findings.Where(isMeant).Select(finding => new ReviewFinding(finding, view.Content.Explanations.GetValueOrDefault(finding.Key)))];

    private static string? Was(ReportView view, FormCell cell, CellEntry? entry)
    {
        if (view.Previous is not { } previous)
            return null;
        var was = previous.Find(cell.Key);
        // Typed differently is not changed: 1,200 is 1200. What cannot be read is compared as it was typed.
        var isSame = ReadCell.Of(cell, was) == ReadCell.Of(cell, entry) && (ReadCell.Of(cell, was).IsAnswered || was?.Typed == entry?.Typed);
        return isSame ? null : Words(was);
    }

    private static string Words(CellEntry? was) => was is null ? string.Empty : was.Reason is { } reason ? $"{was.Typed}（{reason}）" : was.Typed;

    private static decimal? Change(CellAnswer now, string? before)
    {
        if (now.State is not (FactState.Value or FactState.Zero) || now.Words is not null)
            return null;
        return decimal.TryParse(before, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount != 0
            ? decimal.Round((now.Amount - amount) / Math.Abs(amount) * 100, 1)
            : null;
    }
}
