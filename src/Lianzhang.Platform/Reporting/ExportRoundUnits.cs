using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>One workbook for all units of a round that have not sent anything and written nothing themselves.</summary>
public sealed record ExportRoundUnits(Guid Round) : IRequest<ReportingWorkbook>;

internal sealed class ExportRoundUnitsSlice(RoundPapers papers) : Slice<ExportRoundUnits, ReportingWorkbook>
{
    // More rows are hard to handle for people, and hold much memory while they are written.
    private const int Most = 5_000;

    public override Permission Permission { get; } = new("reports.deliver", Changes: false);

    protected override async Task<Answer<ReportingWorkbook>> Handle(ExportRoundUnits request, CancellationToken cancel)
    {
        if (await papers.Find(request.Round, cancel) is not { } form)
            return RoundPapers.NoRound;
        if (form.Sheet.Form.Sections.Any(section => section.Repeat is not null))
            return Problem.Invalid(($"“{form.Sheet.Form.Name.Zh}”有自行加行的表，不能合并为一张表；请下载各单位模板。", $"'{form.Sheet.Form.Name.En}' has rows that units add themselves; take the templates of the units."));
        var reports = (await papers.Unsent(request.Round).Take(Most).ToListAsync(cancel)).Where(report => report.IsUntouched).ToList();
        return new ReportingWorkbook($"{FormPapers.Safe(form.Title)}_合并填报.xlsx", WriteUnitsWorkbook.Of(form, reports));
    }
}
