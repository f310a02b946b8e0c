using System.Data;
using Lianzhang.Core.Reporting;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Reporting;

/// <summary>A draft as it is kept now, with what the checks find in it.</summary>
public sealed record SavedDraft(DateTimeOffset At, IReadOnlyList<Finding> Findings);

/// <summary>Keeps what somebody is typing for one's own unit: the cells that changed, and explanations. Other cells stay as they are.</summary>
/// <param name="Id">The report.</param>
/// <param name="Cells">The cells that changed, by their keys; an empty one is cleared.</param>
/// <param name="Explanations">Explanations that changed, by the keys of findings.</param>
public sealed record SaveDraft(Guid Id, IReadOnlyDictionary<string, CellEntry> Cells, IReadOnlyDictionary<string, string>? Explanations = null) : IRequest<SavedDraft>
{
    // What is typed is not for the record; that it was kept is.
    public override string ToString() => $"{Id}: {Cells.Count}";
}

internal sealed class SaveDraftSlice(ReportBook book, TimeProvider time) : Slice<SaveDraft, SavedDraft>
{
    public override Permission Permission { get; } = new("reports.fill", Changes: true);

    // It writes the row of the report, and by that alone it decides: many send at once, each its own.
    internal override IsolationLevel Isolation => IsolationLevel.RepeatableRead;

    protected override Problem? Validate(SaveDraft request) => CheckTexts(request.Cells, request.Explanations);

    /// <summary>Whether everything that was typed is short enough to be kept.</summary>
    public static Problem? CheckTexts(IReadOnlyDictionary<string, CellEntry> cells, IReadOnlyDictionary<string, string>? explanations)
    {
        var texts = cells.Values.SelectMany(cell => new[] { cell.Typed, cell.Reason, cell.Note }).Concat(explanations?.Values ?? []);
        return texts.Any(text => text?.Length > ReadCell.LongestText)
            ? Problem.Invalid(($"单元格、原因、备注和说明最多 {ReadCell.LongestText} 字。", $"Cells, reasons, notes and explanations have at most {ReadCell.LongestText} characters."))
            : null;
    }

    protected override async Task<Answer<SavedDraft>> Handle(SaveDraft request, CancellationToken cancel)
    {
        if (await book.FindOwn(request.Id, cancel) is not { } open)
            return ReportBook.NoReport;
        if (!open.Report.Standing.IsWithUnit)
            return Problem.Conflict(($"报表当前状态为“{ReportStateWords.Of(open.Report.State).Zh}”，不能改写；本次输入没有保存。", $"The report is {ReportStateWords.Of(open.Report.State).En} and cannot be written; this input was not kept."));
        if (Unknown(open, request.Cells, request.Explanations) is { } unknown)
            return unknown;
        var content = ReportJson.ReadContent(open.Report.Draft).With(request.Cells, request.Explanations);
        (open.Report.Draft, open.Report.DraftAt) = (ReportJson.Write(content), time.GetUtcNow());
        return new SavedDraft(open.Report.DraftAt.Value, await book.Check(open, content, cancel));
    }

    /// <summary>What is written of that the form does not have: nothing else is kept with a report.</summary>
    public static Problem? Unknown(OpenReport open, IReadOnlyDictionary<string, CellEntry> cells, IReadOnlyDictionary<string, string>? explanations)
    {
        if (cells.Keys.FirstOrDefault(key => open.Sheet.Find(key) is null) is { } cell)
            return Problem.Invalid(($"本表没有单元格 {cell}。", $"The form has no cell {cell}."));
        return (explanations?.Keys ?? []).FirstOrDefault(key => !CheckReport.CanFind(open.Sheet, key)) is { } finding
            ? Problem.Invalid(($"本表没有核对项 {finding}，不能说明。", $"The form has no finding {finding} that could be explained."))
            : null;
    }
}
