using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Reporting;

/// <summary>A report with all that it is checked against.</summary>
/// <param name="Sheet">The form.</param>
/// <param name="Programme">The programme that the form belongs to.</param>
/// <param name="Content">What the unit wrote.</param>
/// <param name="Unit">The unit as it stood at the end of the period.</param>
/// <param name="Period">The period.</param>
/// <param name="History">What the unit reported before, in this form and in others, in the order in which it counts.</param>
public sealed record CheckedReport(FormSheet Sheet, Programme Programme, ReportContent Content, ReportingUnit Unit, Period Period, IReadOnlyList<UnitReport> History);

/// <summary>Finds what must be put right in a report, and what needs an explanation, before it is sent.</summary>
public static class CheckReport
{
    private static readonly string[] OfEveryForm = [CheckCells.Unreadable, CheckCells.Unanswered, CheckCells.TooFewRows, CheckSeries.Falls, CheckSeries.Unusual, CheckSeries.UnitSlip];

    /// <summary>The findings, those of the cells themselves first, then by the order of the form.</summary>
    public static IReadOnlyList<Finding> Of(CheckedReport report)
    {
        var facts = new ReportedFacts(report);
        return [.. CheckCells.Of(report.Sheet, report.Content), .. CheckRelations.Of(report, facts), .. CheckSeries.Of(report, facts)];
    }

    /// <summary>Whether a finding of the form can have this key, as <see cref="Finding.Key"/> makes it.</summary>
    public static bool CanFind(FormSheet sheet, string key)
    {
        var parts = key.Split('@', 2);
        var isRule = OfEveryForm.Contains(parts[0]) || (sheet.Form.Checks ?? []).Any(check => check.Code == parts[0]);
        return isRule && (parts.Length == 1 || sheet.Find(parts[1]) is not null);
    }

    /// <summary>What stands in the way of sending: all that must be put right, and what is not explained.</summary>
    public static IReadOnlyList<Finding> Open(IReadOnlyList<Finding> findings, ReportContent content) =>
        [.. findings.Where(finding => finding.Weight == CheckWeight.Hard || !content.Explanations.ContainsKey(finding.Key))];
}
