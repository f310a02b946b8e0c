using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>What was asked of each kind of unit in the rounds that took place, month by month.</summary>
internal sealed class BurdenMonths(LianzhangDb db, RoundBook book, TimeProvider time)
{
    private const int Months = 12;

    /// <summary>The last twelve months that are over, oldest first, within what one sees; a round counts in the month in which its period ends.</summary>
    public async Task<IReadOnlyDictionary<FormUnits, IReadOnlyList<BurdenMonth>>> Last(CancellationToken cancel)
    {
        var last = Period.LastEnded(PeriodKind.Month, time.Today().AddDays(-1));
        var months = Enumerable.Range(0, Months).Select(back => last.Shift(back - Months + 1)).ToList();
        var rounds = await Rounds(months, cancel);
        var ids = rounds.Select(round => round.Id).ToList();
        var asked = db.Set<Report>().Where(report => report.ExemptReason == null && ids.Contains(report.RoundId));
        var reports = await asked.GroupBy(report => report.RoundId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, cancel);
        var units = await Units(asked, cancel);
        return Enum.GetValues<FormUnits>().ToDictionary(of => of, of => (IReadOnlyList<BurdenMonth>)[.. months.Select(month =>
        {
            var here = rounds.Where(round => round.Of == of && round.Month == month).Select(round => (Count: reports.GetValueOrDefault(round.Id), round.Minutes)).ToList();
            return new BurdenMonth(month, here.Sum(one => one.Count), units.GetValueOrDefault((FindFormUnits.KindOf(of), month)), here.Sum(one => one.Count * one.Minutes));
        })]);
    }

    private async Task<List<Round>> Rounds(List<Period> months, CancellationToken cancel)
    {
        var (first, last) = (Number(months[0]), Number(months[^1]));
        var stored = await db.Set<ReportRound>().AsNoTracking().ToListAsync(cancel);
        List<Round> rounds = [];
        foreach (var round in stored.Where(round => EndOf(round.Period) >= first && EndOf(round.Period) <= last))
        {
            // Minutes are those of the form as it was then.
            var form = (await book.Programme(round, cancel)).FindForm(round.Form)!;
            rounds.Add(new Round(round.Id, form.Of, Month(EndOf(round.Period)), form.Minutes));
        }

        return rounds;
    }

    private async Task<Dictionary<(UnitKind Kind, Period Month), int>> Units(IQueryable<Report> asked, CancellationToken cancel)
    {
        // The month in which the period ends, out of the number as which it is kept.
        var counted = await asked
            .Join(db.Set<ReportRound>(), report => report.RoundId, round => round.Id, (report, round) => new { report.Kind, report.Unit, Month = (round.Period / 10_000 * 100) + (round.Period / 100 % 100) + (round.Period % 100) - 1 })
            .GroupBy(one => new { one.Kind, one.Month })
            .Select(group => new { group.Key.Kind, group.Key.Month, Count = group.Select(one => one.Unit).Distinct().Count() })
            .ToListAsync(cancel);
        return counted.ToDictionary(one => (one.Kind, Month(one.Month)), one => one.Count);
    }

    // Year and month as one number.
    private static int Number(Period month) => (month.Year * 100) + month.FirstMonth;

    private static Period Month(int number) => Period.OfMonth(number / 100, number % 100);

    private static int EndOf(int period) => PeriodNumber.Read(period) is var read ? (read.Year * 100) + read.LastMonth : 0;

    private sealed record Round(Guid Id, FormUnits Of, Period Month, int Minutes);
}
