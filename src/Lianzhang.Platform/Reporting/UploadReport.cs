using System.Data;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Reporting;

/// <summary>A workbook that was taken into the draft.</summary>
/// <param name="Taken">How many cells it changed.</param>
/// <param name="Filled">How many cells are filled in now.</param>
/// <param name="Refused">Cells that were not taken.</param>
/// <param name="Findings">What the checks find in the draft now.</param>
public sealed record UploadedReport(int Taken, int Filled, IReadOnlyList<CellFault> Refused, IReadOnlyList<Finding> Findings);

/// <summary>Takes a filled template of one's own unit into the draft. What was not changed in it since the download stays as it is in the draft.</summary>
public sealed record UploadReport(Guid Id, string FileName, byte[] Content) : IRequest<UploadedReport>
{
    public const int MostBytes = 10_000_000;

    public override string ToString() => $"{Id}: {FileName}, {Content.Length} bytes";
}

internal sealed class UploadReportSlice(ReportBook book, Slice<SaveDraft, SavedDraft> save) : Slice<UploadReport, UploadedReport>
{
    public override Permission Permission { get; } = new("reports.fill", Changes: true);

    internal override IsolationLevel Isolation => IsolationLevel.RepeatableRead;

    protected override Problem? Validate(UploadReport request) => request.Content.Length is > 0 and <= UploadReport.MostBytes
        ? null
        : Problem.Invalid(($"请选择文件；文件不能为空，不超过 {UploadReport.MostBytes / 1_000_000} MB。", $"Choose a file that is not empty and has at most {UploadReport.MostBytes / 1_000_000} MB."));

    protected override async Task<Answer<UploadedReport>> Handle(UploadReport request, CancellationToken cancel)
    {
        if (await book.FindOwn(request.Id, cancel) is not { } open)
            return ReportBook.NoReport;
        if (!open.Report.Standing.IsWithUnit)
            return Problem.Conflict(($"报表当前状态为“{ReportStateWords.Of(open.Report.State).Zh}”，不能改写；文件没有采用。", $"The report is {ReportStateWords.Of(open.Report.State).En} and cannot be written; the file was not taken."));
        var read = ReadReportTemplate.Of(request.FileName, request.Content);
        if (!read.Succeeded(out var filled))
            return Problem.Invalid(("文件没有采用，草稿没有改动。", "The file was not taken; the draft is as it was."), read.Faults);
        if (OtherReport.Of(filled.Identity, open) is { } other)
            return Problem.Invalid(("文件没有采用，草稿没有改动。", "The file was not taken; the draft is as it was."), [new Fault(new Location(request.FileName), other)]);
        var taken = TakeTemplate.Of(filled, open.Sheet, ReportJson.ReadContent(open.Report.Draft));
        var saved = await save.HandleAny(new SaveDraft(request.Id, taken.Changed), cancel);
        return saved.Succeeded(out var draft)
            ? new UploadedReport(taken.Changed.Count, ReportJson.ReadContent(open.Report.Draft).Cells.Count, taken.Faults, draft.Findings)
            : saved.Problem!;
    }
}

/// <summary>Tells what another report a workbook is of.</summary>
internal static class OtherReport
{
    public static Text? Of(WorkbookIdentity identity, OpenReport open)
    {
        var (report, form, period) = (open.Report, open.Form, open.Period);
        if (identity.Unit != report.Unit)
            return ($"这是代码为 {identity.Unit} 的单位的模板，不是“{report.Name}”（{report.Unit}）的", $"it is the template of the unit {identity.Unit}, not of {report.Name} ({report.Unit})");
        if (identity.Form != form.Code)
            return ($"这是另一张报表（{open.Programme.FindForm(identity.Form)?.Name.Zh ?? identity.Form}）的模板，本报表是“{form.Name.Zh}”", $"it is the template of another form, {identity.Form}; this is {form.Name.En}");
        if (identity.Period != period.ToString())
            return ($"这是 {identity.Period} 的模板，本报表的报告期是{period.In(Language.Chinese)}", $"it is the template of {identity.Period}; this report is of {period}");
        if (identity.FormVersion != form.Version || identity.Programme != open.Round.ProgrammeVersion)
            return ($"模板是旧版（{identity.FormVersion}），现行版本为 {form.Version}；请重新下载模板，把数据粘贴过去", $"the template is of an old version, {identity.FormVersion}, and the form is of {form.Version} now; download it anew");
        return identity.Report == report.Id ? null : ("模板不属于这份报表，请重新下载", "the template is of another report; download it anew");
    }
}
