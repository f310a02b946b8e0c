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
    private const int Slipped = 8;
    private const decimal Factor = 10_000;
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
        var filled = sent.Index().Select(pair => new Filled(pair.Item, Content(first, arrays, pair.Item.Unit), isOpen: pair.Item.Region == request.Region && pair.Index % Parts == 0, Sent(pair.Item, pair.Index))).ToList();
        await Check(first, [.. filled.Where(one => one.IsOpen)], cancel);
        await db.Bulk(Versions, filled.Select(Row), cancel);
        filled.ForEach(Stand);
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

    // Some have a number in the wrong unit, and say that it is right, so that a reviewer has something to find.
    private async Task Check(OpenReport first, IReadOnlyList<Filled> open, CancellationToken cancel)
    {
        if (open.Count == 0)
            return;
        var history = (await read.HandleAny(new ReadFacts([.. open.Select(one => one.Report.Unit)], From: new DateOnly(first.Period.Year - 2, 1, 1)), cancel)).Value!.Facts.ToLookup(fact => fact.Unit);
        foreach (var (number, one) in open.Index())
        {
            if (number % Slipped == 0)
                one.Content = Slip(first.Sheet, one.Content);
            var reported = history[one.Report.Unit].Where(fact => fact.Period.End <= first.Period.End).GroupBy(fact => fact.Period).Select(group => new UnitReport(one.Report.Unit, group.Key, [.. group.Select(fact => fact.Value)])).ToList();
            one.Findings = await book.Check(first with { Report = one.Report }, one.Content, reported, cancel);
            one.Content = one.Content.With([], one.Findings.Select(finding => KeyValuePair.Create(finding.Key, "已核对（生成的说明）")));
        }
    }

    private static ReportContent Slip(FormSheet sheet, ReportContent content)
    {
        var cell = sheet.Cells.First(cell => cell.Item is not null);
        return ReadCell.Of(cell, content.Find(cell.Key)) is { State: FactState.Value } answer
            ? content.With([KeyValuePair.Create(cell.Key, new CellEntry(Quantity.Number(answer.Amount * Factor)))])
            : content;
    }

    private static object?[] Row(Filled one) =>
    [
        Guid.CreateVersion7(one.At), one.Report.Id, 1, ReportJson.Write(one.Content), ReportJson.Write(one.Findings), one.At, By, Guid.Empty, ReportWay.Page,
        one.IsOpen ? VersionOutcome.InReview : VersionOutcome.Accepted, one.IsOpen ? null : one.At, one.IsOpen ? null : By,
    ];

    private static void Stand(Filled one)
    {
        var report = one.Report;
        report.Standing = one.IsOpen ? new ReportStanding(ReportState.Submitted, 1, 0, 0) : new ReportStanding(ReportState.Accepted, 1, 1, 1);
        report.FirstSubmittedOn = DateOnly.FromDateTime(one.At.UtcDateTime);
        (report.FirstSubmittedAt, report.SubmittedAt, report.AcceptedAt) = (one.At, one.At, one.IsOpen ? null : one.At);
        report.Explained = one.Content.Explanations.Count;
        report.Score = one.Findings.Select(finding => finding.Score).DefaultIfEmpty().Max();
    }

    private sealed class Filled(Report report, ReportContent content, bool isOpen, DateTimeOffset at)
    {
        public Report Report => report;

        public ReportContent Content { get; set; } = content;

        public IReadOnlyList<Finding> Findings { get; set; } = [];

        public bool IsOpen => isOpen;

        public DateTimeOffset At => at;
    }
}
