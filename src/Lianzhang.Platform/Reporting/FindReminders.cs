using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>A report of which its people are to be told.</summary>
internal sealed record OpenedReport(Guid Id, string Unit, DateOnly Due, DateOnly Lock, string Form, int Programme, int Period);

/// <summary>Finds the reports that are to be brought to mind now, and the people who fill them in.</summary>
internal sealed class FindReminders(LianzhangDb db, ReportFillers fillers, PublishedProgrammes programmes, TimeProvider time)
{
    private const int DaysBefore = 2;

    /// <summary>The reports that can still be sent and have not been, with when their people were told.</summary>
    public async Task<IReadOnlyList<OpenedReport>> Waiting(IQueryable<Report> reports, CancellationToken cancel)
    {
        var today = time.Today();
        return await (
            from report in reports
            join round in db.Set<ReportRound>() on report.RoundId equals round.Id
            where report.State == ReportState.Open && report.ExemptReason == null && report.Lock >= today
            select new OpenedReport(report.Id, report.Unit, report.Due, report.Lock, round.Form, round.ProgrammeVersion, round.Period)).AsNoTracking().ToListAsync(cancel);
    }

    /// <summary>Who fills in, by the code of the unit.</summary>
    public Task<ILookup<string, Guid>> People(CancellationToken cancel) => fillers.ByUnit(cancel);

    /// <summary>What is to be brought to mind today, each report once at most; a report without people waits until it has some.</summary>
    public async Task<ILookup<ReminderKind, OpenedReport>> Due(ILookup<string, Guid> people, CancellationToken cancel)
    {
        var open = (await Waiting(db.Set<Report>().IgnoreQueryFilters(), cancel)).Where(report => people.Contains(report.Unit)).ToList();
        if (open.Count == 0 || await programmes.Find(null, cancel) is not { } published)
            return Array.Empty<OpenedReport>().ToLookup(_ => default(ReminderKind));
        var told = await Told(cancel);
        var quiet = TodayToldUnits(open, told);
        return open.Select(report => (Report: report, Kind: Kind(report, [.. told[report.Id]], quiet, published.Programme.Calendar)))
            .Where(one => one.Kind is not null)
            .ToLookup(one => one.Kind!.Value, one => one.Report);
    }

    private async Task<ILookup<Guid, ReportReminder>> Told(CancellationToken cancel)
    {
        var today = time.Today();
        var reminders = await db.Set<ReportReminder>().AsNoTracking()
            .Where(reminder => db.Set<Report>().IgnoreQueryFilters().Any(report => report.Id == reminder.ReportId && report.State == ReportState.Open && report.Lock >= today)).ToListAsync(cancel);
        return reminders.ToLookup(reminder => reminder.ReportId);
    }

    // Whoever was told of an opening today hears of what is opened later on the next day.
    private HashSet<string> TodayToldUnits(List<OpenedReport> open, ILookup<Guid, ReportReminder> told) =>
        [.. open.Where(report => told[report.Id].Any(reminder => reminder.Kind == ReminderKind.Opened && IsToday(reminder))).Select(report => report.Unit)];

    private ReminderKind? Kind(OpenedReport report, ReportReminder[] told, HashSet<string> quiet, WorkingCalendar calendar)
    {
        var today = time.Today();
        if (told.Any(IsToday))
            return null;
        if (report.Due < today)
            return calendar.AddWorkingDays(report.Due, 1) <= today && !Was(ReminderKind.AfterDue) ? ReminderKind.AfterDue : null;
        if (!Was(ReminderKind.Opened))
            return quiet.Contains(report.Unit) ? null : ReminderKind.Opened;
        return calendar.AddWorkingDays(today, DaysBefore) >= report.Due && !Was(ReminderKind.BeforeDue) ? ReminderKind.BeforeDue : null;

        bool Was(ReminderKind kind) => told.Any(reminder => reminder.Kind == kind);
    }

    public bool IsToday(ReportReminder reminder) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(reminder.At, time.LocalTimeZone).Date) == time.Today();
}

/// <summary>Tells people of reports: each person once, whatever the number of reports.</summary>
internal sealed class TellReporters(PublishedProgrammes programmes, TellAccounts tell)
{
    private const int MostNamed = 3;

    /// <summary>How many people were told.</summary>
    public async Task<int> Of(ReminderKind kind, IReadOnlyCollection<OpenedReport> reports, ILookup<string, Guid> people, CancellationToken cancel)
    {
        var names = new Dictionary<OpenedReport, Text>();
        foreach (var report in reports)
            names[report] = await Name(report, cancel);
        var byPerson = reports.SelectMany(report => people[report.Unit].Distinct(), (report, person) => (report, person)).GroupBy(pair => pair.person, pair => pair.report).ToList();
        foreach (var person in byPerson)
        {
            var own = person.OrderBy(report => report.Due).ThenBy(report => report.Form, StringComparer.Ordinal).ToList();
            tell.Tell(person.Key, Line(kind, own, [.. own.Take(MostNamed).Select(report => names[report])]), own.Count == 1 ? $"/reports/{own[0].Id}" : "/reports");
        }

        return byPerson.Count;
    }

    private async Task<Text> Name(OpenedReport report, CancellationToken cancel)
    {
        var name = (await programmes.Find(report.Programme, cancel))!.Programme.FindForm(report.Form)!.Name;
        var period = PeriodNumber.Read(report.Period);
        return ($"《{name.Zh}》（{period.In(Language.Chinese)}）", $"{name.In(Language.English)} ({period})");
    }

    private static Text Line(ReminderKind kind, List<OpenedReport> own, IReadOnlyList<Text> named)
    {
        var (count, first) = (own.Count, own[0].Due);
        var zh = $"{string.Join('、', named.Select(name => name.Zh))}{(count > named.Count ? $"等 {count} 张报表" : string.Empty)}";
        var en = $"{string.Join(", ", named.Select(name => name.In(Language.English)))}{(count > named.Count ? $" and {count - named.Count} more" : string.Empty)}";
        return kind switch
        {
            ReminderKind.Opened => ($"{zh}已开始填报，最早 {first:yyyy-MM-dd} 截止。", $"To be filled in: {en}; the first is due on {first:yyyy-MM-dd}."),
            ReminderKind.BeforeDue => ($"{zh}将于 {first:yyyy-MM-dd} 截止，尚未报送。", $"Not sent yet: {en}; the first is due on {first:yyyy-MM-dd}."),
            ReminderKind.AfterDue => ($"{zh}已逾期未报，{own.Min(report => report.Lock):yyyy-MM-dd} 后锁定，请尽快报送。", $"Overdue: {en}; locked after {own.Min(report => report.Lock):yyyy-MM-dd}."),
            ReminderKind.AskedByHand => ($"主管部门提醒：{zh}尚未报送，截止日期为 {first:yyyy-MM-dd}。", $"You are asked for {en}, due on {first:yyyy-MM-dd}."),
        };
    }
}
