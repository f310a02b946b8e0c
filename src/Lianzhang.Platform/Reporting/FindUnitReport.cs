using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>Finds the report of one's own unit by form and period, as programs name it.</summary>
internal sealed class FindUnitReport(LianzhangDb db, ReportBook book)
{
    public async Task<Answer<OpenReport>> Of(string form, Period period, string? unit, CancellationToken cancel)
    {
        // Not every store has a word for such codes.
        if ($"{form}{unit}".Any(char.IsControl))
            return ReportBook.NoReport;
        var number = PeriodNumber.Of(period);
        var found = await (
            from report in book.Own()
            join round in db.Set<ReportRound>() on report.RoundId equals round.Id
            where round.Form == form && round.Period == number && (unit == null || report.Unit == unit)
            select report).Take(2).ToListAsync(cancel);
        return found switch
        {
            [] => ReportBook.NoReport,
            [var one] => await book.Open(one, cancel),
            _ => Problem.Invalid(("您代表多个单位，请用 unit 指明单位代码。", "You act for several units; name one by unit.")),
        };
    }
}
