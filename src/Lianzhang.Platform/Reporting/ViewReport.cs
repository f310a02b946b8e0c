using Lianzhang.Core.Facts;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>Puts together what is shown of a report.</summary>
internal sealed class ViewReport(LianzhangDb db, ReportBook book)
{
    /// <param name="open">The report.</param>
    /// <param name="isOwn">Whether it is shown to its unit, which sees what it is writing; others see what was sent.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<ReportView> Of(OpenReport open, bool isOwn, CancellationToken cancel)
    {
        var report = open.Report;
        var versions = await db.Set<ReportVersion>().IgnoreQueryFilters().AsNoTracking().Where(version => version.ReportId == report.Id).OrderByDescending(version => version.Number).ToListAsync(cancel);
        var history = await book.History(open, cancel);
        var isDraft = isOwn && report.Standing.IsWithUnit;
        var content = isDraft ? ReportJson.ReadContent(report.Draft) : versions is [var last, ..] ? ReportJson.ReadContent(last.Content) : ReportContent.Empty;
        var findings = isDraft || versions.Count == 0 ? await book.Check(open, content, history, cancel) : ReportJson.ReadFindings(versions[0].Findings);
        return new ReportView(
            report.Id, open.Form, open.Period, report.Unit, report.Name, report.Region, report.Due, report.Lock, report.Standing, content, findings, Before(open, history), [.. versions.Select(Version)])
        {
            Sheet = open.Sheet,
            OwnerName = open.Programme.OrganisationName(open.Form.Owner),
            RegionName = open.Programme.PlaceName(report.Region),
            Previous = versions is [_, var earlier, ..] ? ReportJson.ReadContent(earlier.Content) : null,
            DraftAt = isDraft ? report.DraftAt : null,
            DeliveredBy = isOwn ? report.DeliveredBy : null,
        };
    }

    private static VersionView Version(ReportVersion version) =>
        new(version.Number, version.SubmittedAt, version.SubmittedBy, version.Way, version.Reason, version.Outcome, version.DecidedAt, version.DecidedBy, ReportJson.ReadReasons(version.ReturnReasons));

    /// <summary>What was said in each cell before.</summary>
    public static Dictionary<string, CellBefore> Before(OpenReport open, IReadOnlyList<UnitReport> history)
    {
        var facts = OneUnitFacts.Of(open.Report.Unit, open.Programme, history);
        return open.Sheet.Cells.Where(cell => cell.Item is not null)
            .Select(cell => (cell.Key, Said: new CellBefore(Said(facts, open, cell, FormSheet.PeriodOf(cell.Column, open.Period.Shift(-1))), Said(facts, open, cell, FormSheet.PeriodOf(cell.Column, open.Period).SamePeriodLastYear()))))
            .Where(cell => cell.Said is not { LastPeriod: null, LastYear: null })
            .ToDictionary(cell => cell.Key, cell => cell.Said);
    }

    private static string? Said(FactArrays facts, OpenReport open, FormCell cell, Period period) => facts.Find(cell.Item!.Code, cell.Item.Kind, open.Report.Unit, period) switch
    {
        null or { State: FactState.Undefined } => null,
        { State: FactState.NotApplicable } => ReadCell.NotApplicableWord.Zh,
        { State: FactState.Missing } => ReadCell.MissingWord.Zh,
        var reading => Quantity.Number(cell.Item.Unit.FromBase(reading.Amount)),
    };
}
