using System.Data;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Reporting;

/// <summary>Sends a whole report of one's own unit at once, as an enterprise's system does: checked as on the page, and taken whole or not at all.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Period">The period.</param>
/// <param name="Unit">Code of the unit; may be left out by who acts for one alone.</param>
/// <param name="Cells">Every cell, by its key; what was typed on the page before is replaced.</param>
/// <param name="Explanations">Explanations, by the keys of findings.</param>
/// <param name="IdempotencyKey">By which sending it again is answered the same and done once.</param>
public sealed record SendReport(string Form, Period Period, string? Unit, IReadOnlyDictionary<string, CellEntry> Cells, IReadOnlyDictionary<string, string> Explanations, string IdempotencyKey) : IRequest<SubmittedReport>
{
    public const int LongestKey = 100;

    public override string ToString() => $"{Form} {Period} {Unit}: {Cells.Count} {IdempotencyKey}";
}

/// <summary>Reads the report of one's own unit for a form and a period, as an enterprise's system needs it: the cells with what stands in them.</summary>
public sealed record FindOwnReport(string Form, Period Period, string? Unit = null) : IRequest<ReportSheetView>;

/// <summary>A cell of a form with what stands in it.</summary>
/// <param name="Key">By which it is named.</param>
/// <param name="Name">What it asks.</param>
/// <param name="Kind">number, text or choice.</param>
/// <param name="Unit">The unit of a number.</param>
/// <param name="Options">The words to choose from.</param>
/// <param name="Required">Whether it must be answered.</param>
/// <param name="Typed">What stands in it.</param>
/// <param name="Reason">Why it is missing.</param>
/// <param name="Note">The reporter's comment.</param>
public sealed record CellView(string Key, Text Name, Core.Programmes.CellKind Kind, string? Unit, IReadOnlyList<string> Options, bool Required, string? Typed, string? Reason, string? Note);

/// <summary>A report as a program reads it.</summary>
/// <param name="Id">The report.</param>
/// <param name="Form">Code of the form.</param>
/// <param name="Name">Name of the form.</param>
/// <param name="Period">The period.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Due">The last day on which it is on time.</param>
/// <param name="Lock">The last day on which it can be sent.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Version">The number of the version sent last; 0 before the first.</param>
/// <param name="Cells">The cells in the order of the form.</param>
/// <param name="Explanations">What was explained, by the keys of findings.</param>
/// <param name="Findings">What the checks find in it now.</param>
public sealed record ReportSheetView(
    Guid Id, string Form, Text Name, Period Period, string Unit, DateOnly Due, DateOnly Lock, ReportState State, int Version,
    IReadOnlyList<CellView> Cells, IReadOnlyDictionary<string, string> Explanations, IReadOnlyList<Finding> Findings);

internal sealed class SendReportSlice(FindUnitReport reports, SubmitSteps steps) : Slice<SendReport, SubmittedReport>
{
    public override Permission Permission { get; } = new("reports.fill", Changes: true);

    // It writes the row of the report, and by that alone it decides: many send at once, each its own.
    internal override IsolationLevel Isolation => IsolationLevel.RepeatableRead;

    protected override Problem? Validate(SendReport request) => request.IdempotencyKey.Length is >= 1 and <= SendReport.LongestKey && !request.IdempotencyKey.Any(char.IsControl)
        ? SaveDraftSlice.CheckTexts(request.Cells, request.Explanations)
        : Problem.Invalid(($"请在请求头 Idempotency-Key 中给出 1 至 {SendReport.LongestKey} 个字符的键，每份报表一个。", $"Give a key of 1 to {SendReport.LongestKey} characters in the header Idempotency-Key, one for each report."));

    protected override async Task<Answer<SubmittedReport>> Handle(SendReport request, CancellationToken cancel)
    {
        var found = await reports.Of(request.Form, request.Period, request.Unit, cancel);
        if (!found.Succeeded(out var open))
            return found.Problem!;
        if (SaveDraftSlice.Unknown(open, request.Cells, request.Explanations) is { } unknown)
            return unknown;
        return await steps.Submit(open, ReportContent.Empty.With(request.Cells, request.Explanations), ReportWay.Api, request.IdempotencyKey, cancel);
    }
}

internal sealed class FindOwnReportSlice(FindUnitReport reports, ReportBook book) : Slice<FindOwnReport, ReportSheetView>
{
    public override Permission Permission { get; } = new("reports.fill", Changes: false);

    protected override async Task<Answer<ReportSheetView>> Handle(FindOwnReport request, CancellationToken cancel)
    {
        var found = await reports.Of(request.Form, request.Period, request.Unit, cancel);
        if (!found.Succeeded(out var open))
            return found.Problem!;
        var content = ReportJson.ReadContent(open.Report.Draft);
        return new ReportSheetView(
            open.Report.Id, open.Form.Code, open.Form.Name, open.Period, open.Report.Unit, open.Report.Due, open.Report.Lock, open.Report.State, open.Report.Version,
            [.. open.Sheet.Cells.Select(cell => View(cell, content.Find(cell.Key)))],
            content.Explanations,
            await book.Check(open, content, cancel));
    }

    private static CellView View(FormCell cell, CellEntry? entry) =>
        new(cell.Key, cell.Name, cell.Kind, cell.Unit?.Symbol, cell.Options, cell.IsRequired, entry?.Typed, entry?.Reason, entry?.Note);
}
