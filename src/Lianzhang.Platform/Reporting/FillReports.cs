using Lianzhang.Core.Facts;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>How many made-up reports were filled in.</summary>
public sealed record FilledReports(int Accepted, int InReview);

/// <summary>
/// Lets made-up enterprises have sent what was generated for them, to try the product with: most of them accepted, in one region some still in
/// review, a few not sent. Enterprises for which somebody acts are left to them. Done again it changes nothing.
/// </summary>
/// <param name="Form">Code of the form, whose round is open.</param>
/// <param name="Period">The period.</param>
/// <param name="Region">Where some are left to be reviewed.</param>
public sealed record FillReports(string Form, Period Period, string Region) : IRequest<FilledReports>;

internal sealed class FillReportsSlice(LianzhangDb db, ReportBook book, StoredFacts facts, Slice<ReadFacts, FactList> read, TimeProvider time) : Slice<FillReports, FilledReports>
{
    private const int Parts = 10;
    private const string By = "生成数据";

    private static readonly BulkTable Versions = new("reporting_version", "Id", "ReportId", "Number", "Content", "Findings", "SubmittedAt", "SubmittedBy", "Account", "Way", "Outcome", "DecidedAt", "DecidedBy");

    public override Permission Permission { get; } = new("reports.generate", Changes: true, For: Audience.Product);

    protected override async Task<Answer<FilledReports>> Handle(FillReports request, CancellationToken cancel)
    {
        var period = PeriodNumber.Of(request.Period);
        if (await db.Set<ReportRound>().SingleOrDefaultAsync(round => round.Form == request.Form && round.Period == period, cancel) is not { } round)
            return Problem.NotFound(($"{request.Form} 在 {request.Period} 没有开报。", $"No round of {request.Form} is open for {request.Period}."));
        var all = db.Set<Report>().Where(report => report.RoundId == round.Id);
        if (await all.AnyAsync(report => report.Version > 0, cancel))
            return new FilledReports(0, 0);
        var made = await all.Where(report =>
                db.Set<RegisteredUnit>().Any(unit => unit.Code == report.Unit && unit.Generated) && !db.Set<Identity.Organisation>().Any(organisation => organisation.Code == report.Unit))
            .OrderBy(report => report.Unit).ToListAsync(cancel);
        var sent = made.Where((_, number) => number % Parts > 1).ToList();
        if (sent.Count == 0)
            return new FilledReports(0, 0);
        var first = await book.Open(sent[0], cancel);
        var arrays = await facts.All(first.Programme, cancel);
        var filled = sent.Index().Select(pair => new Filled(pair.Item, Content(first, arrays, pair.Item.Unit), IsOpen: pair.Item.Region == request.Region && pair.Index % Parts == 0, Sent(pair.Item, pair.Index))).ToList();
        var findings = await Findings(first, [.. filled.Where(one => one.IsOpen)], cancel);
        await db.Bulk(Versions, filled.Select(one => Row(one, findings.GetValueOrDefault(one.Report.Unit) ?? [])), cancel);
        foreach (var one in filled)
            Stand(one, findings.GetValueOrDefault(one.Report.Unit) ?? []);
        return new FilledReports(filled.Count(one => !one.IsOpen), filled.Count(one => one.IsOpen));
    }

    // Over the days up to the due one, and every tenth a day late; never in the future.
    private DateTimeOffset Sent(Report report, int number)
    {
        var day = report.Due.AddDays(number % Parts == 9 ? 1 : -(number % 4)).ToDateTime(new TimeOnly(1, 0).AddMinutes(number % 480));
        var at = new DateTimeOffset(day, TimeSpan.Zero);
        return at < time.GetUtcNow() ? at : time.GetUtcNow();
    }

    private static ReportContent Content(OpenReport open, FactArrays facts, string unit) => ReportContent.Empty.With(open.Sheet.Cells.Where(cell => cell.Item is not null).Select(cell =>
        KeyValuePair.Create(cell.Key, facts.Find(cell.Item!.Code, cell.Item.Kind, unit, FormSheet.PeriodOf(cell.Column, open.Period)) switch
        {
            { HasValue: true } reading => new CellEntry(Quantity.Number(cell.Item.Unit.FromBase(reading.Amount))),
            { State: FactState.Missing } reading => new CellEntry(ReadCell.MissingWord.Zh, Reason: reading.Reason.Zh),
            _ => new CellEntry(ReadCell.NotApplicableWord.Zh),
        })));

    private async Task<Dictionary<string, IReadOnlyList<Finding>>> Findings(OpenReport first, IReadOnlyList<Filled> open, CancellationToken cancel)
    {
        var findings = new Dictionary<string, IReadOnlyList<Finding>>(StringComparer.Ordinal);
        if (open.Count == 0)
            return findings;
        var history = (await read.HandleAny(new ReadFacts([.. open.Select(one => one.Report.Unit)], From: new DateOnly(first.Period.Year - 2, 1, 1)), cancel)).Value!.Facts.ToLookup(fact => fact.Unit);
        foreach (var one in open)
        {
            var reported = history[one.Report.Unit].Where(fact => fact.Period.End <= first.Period.End).GroupBy(fact => fact.Period).Select(group => new UnitReport(one.Report.Unit, group.Key, [.. group.Select(fact => fact.Value)])).ToList();
            findings[one.Report.Unit] = await book.Check(first with { Report = one.Report }, one.Content, reported, cancel);
        }

        return findings;
    }

    private static object?[] Row(Filled one, IReadOnlyList<Finding> findings) =>
    [
        Guid.CreateVersion7(one.At), one.Report.Id, 1, ReportJson.Write(one.Content), ReportJson.Write(findings), one.At, By, Guid.Empty, ReportWay.Page,
        one.IsOpen ? VersionOutcome.InReview : VersionOutcome.Accepted, one.IsOpen ? null : one.At, one.IsOpen ? null : By,
    ];

    private static void Stand(Filled one, IReadOnlyList<Finding> findings)
    {
        var report = one.Report;
        report.Standing = one.IsOpen ? new ReportStanding(ReportState.Submitted, 1, 0, 0) : new ReportStanding(ReportState.Accepted, 1, 1, 1);
        report.FirstSubmittedOn = DateOnly.FromDateTime(one.At.UtcDateTime);
        (report.FirstSubmittedAt, report.SubmittedAt, report.AcceptedAt) = (one.At, one.At, one.IsOpen ? null : one.At);
        report.Score = findings.Select(finding => finding.Score).DefaultIfEmpty().Max();
    }

    private sealed record Filled(Report Report, ReportContent Content, bool IsOpen, DateTimeOffset At);
}
