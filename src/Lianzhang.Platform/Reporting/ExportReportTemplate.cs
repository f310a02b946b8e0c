using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Reporting;


/// <summary>The form of one's own unit as a workbook to fill in, with what the unit wrote so far.</summary>
public sealed record ExportReportTemplate(Guid Id) : IRequest<ReportingWorkbook>;

/// <summary>The same, with what the checks find in it marked in the cells and listed.</summary>
public sealed record ExportMarkedReport(Guid Id) : IRequest<ReportingWorkbook>;

internal sealed class ExportReportTemplateSlice(ReportBook book, ViewReport view) : Slice<ExportReportTemplate, ReportingWorkbook>
{
    public override Permission Permission { get; } = new("reports.fill", Changes: false);

    protected override async Task<Answer<ReportingWorkbook>> Handle(ExportReportTemplate request, CancellationToken cancel)
    {
        if (await book.FindOwn(request.Id, cancel) is not { } open)
            return ReportBook.NoReport;
        var paper = FormPapers.Of(open, await view.Of(open, isOwn: true, cancel));
        return new ReportingWorkbook(FormPapers.FileName(paper, "xlsx"), WriteReportTemplate.Of(paper));
    }
}

internal sealed class ExportMarkedReportSlice(ReportBook book, ViewReport view) : Slice<ExportMarkedReport, ReportingWorkbook>
{
    public override Permission Permission { get; } = new("reports.fill", Changes: false);

    protected override async Task<Answer<ReportingWorkbook>> Handle(ExportMarkedReport request, CancellationToken cancel)
    {
        if (await book.FindOwn(request.Id, cancel) is not { } open)
            return ReportBook.NoReport;
        var seen = await view.Of(open, isOwn: true, cancel);
        var paper = FormPapers.Of(open, seen) with { Findings = CheckReport.Open(seen.Findings, seen.Content) };
        return new ReportingWorkbook(FormPapers.FileName(paper, "xlsx", "问题标注"), WriteReportTemplate.Of(paper));
    }
}

/// <summary>Reports as they are put on paper, and the names of their files.</summary>
internal static class FormPapers
{
    private const int LongestName = 100;

    public static FormPaper Of(OpenReport open, ReportView seen) => Of(open, seen.Content, seen.Before);

    public static FormPaper Of(OpenReport open, ReportContent content, IReadOnlyDictionary<string, CellBefore> before) =>
        new(open.Sheet, open.Programme, open.Round.ProgrammeVersion, open.Period, open.Report.Id, open.Report.Unit, open.Report.Name, content, before);

    public static string FileName(FormPaper paper, string kind, string? what = null) => $"{Safe($"{paper.Form.Name.Zh}_{paper.UnitName}_{paper.Period.In(Language.Chinese)}{(what is null ? null : $"_{what}")}")}.{kind}";

    /// <summary>A name that Windows takes for a file.</summary>
    public static string Safe(string name)
    {
        var plain = string.Concat(name.Where(letter => letter >= ' ' && !"<>:\"/\\|?*".Contains(letter, StringComparison.Ordinal))).Trim(' ', '.');
        return plain.Length <= LongestName ? plain : plain[..LongestName];
    }
}
